package io.rhomboid.demo;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import io.rhomboid.demo.ClinicLoading.Loaded;
import io.rhomboid.demo.Gateway.Refused;

/**
 * Loads the demo clinics and ends when they can be booked: {@code java -jar demo.jar [gateway]}.
 *
 * <p>The gateway's address is the argument, else {@code GATEWAY_URL}, else {@code http://127.0.0.1:8080}. May be run
 * again at any time; then it finds everything there. With {@code SIGN_IN_ISSUER} and {@code DEMO_CLIENT_SECRET} it shows
 * who it is. Exit code 1 with one line of explanation when it can't be done.
 */
public final class DemoLoader {

    private static final Duration BOOKABLE_WITHIN = Duration.ofSeconds(30);
    private static final String ASKED_FOR = "treatment=TRIGGER_POINT&durationMinutes=60";

    private DemoLoader() {}

    public static void main(String[] args) {
        var began = Instant.now();
        var base = base(args);
        try {
            var json = new JsonMapper();
            var gateway = new Gateway(base, Pass.from(System.getenv(), json), json);
            var loaded = load(gateway, json);
            for (var clinic : loaded) System.out.println(line(clinic, gateway));
            var seconds = Duration.between(began, Instant.now()).toMillis() / 1000.0;
            System.out.printf("Demo ready in %.1f s.%n", seconds);
        } catch (Refused e) {
            System.err.println("The demo was not loaded: " + e.getMessage());
            System.exit(1);
        }
    }

    private static URI base(String[] args) {
        var environment = System.getenv("GATEWAY_URL");
        var given = args.length > 0 ? args[0] : environment == null ? "http://127.0.0.1:8080" : environment;
        return URI.create(given.endsWith("/") ? given : given + "/");
    }

    /** All clinics side by side. */
    private static List<Loaded> load(Gateway gateway, JsonMapper json) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<Loaded>>();
            for (var name : DemoFile.NAMES) {
                running.add(threads.submit(() -> new ClinicLoading(gateway, json, name, Clock.systemUTC()).load()));
            }
            var loaded = new ArrayList<Loaded>();
            for (var future : running) loaded.add(future.get());
            return loaded;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Refused refused) throw refused;
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused(0, "interrupted");
        }
    }

    private static String line(Loaded clinic, Gateway gateway) {
        var first = firstFree(clinic, gateway);
        return "%-26s %-18s %d therapists, %s; next trigger point hour %s%s"
                .formatted(
                        clinic.name(),
                        clinic.zone(),
                        clinic.therapists(),
                        clinic.changes() == 0 ? "were there already" : "loaded",
                        first,
                        clinic.giftCode() == null ? "" : "; a gift card: " + clinic.giftCode());
    }

    /** Waits until booking-service has heard of the clinic: loaded means bookable. */
    private static String firstFree(Loaded clinic, Gateway gateway) {
        var giveUp = Instant.now().plus(BOOKABLE_WITHIN);
        while (true) {
            var start = firstSlot(clinic, gateway);
            if (start != null) return start;
            if (Instant.now().isAfter(giveUp)) {
                throw new Refused(
                        0,
                        clinic.name() + " is loaded, but GET /api/v1/availability?" + ASKED_FOR + "&clinicId="
                                + clinic.clinicId() + " has offered nothing for " + BOOKABLE_WITHIN.toSeconds() + " s");
            }
            Gateway.sleep(Duration.ofMillis(100));
        }
    }

    private static @Nullable String firstSlot(Loaded clinic, Gateway gateway) {
        try {
            var slots = gateway.get("/availability?" + ASKED_FOR + "&limit=1&clinicId=" + clinic.clinicId())
                    .body()
                    .get("slots");
            return slots == null || slots.isEmpty()
                    ? null
                    : slots.get(0).get("start").asString();
        } catch (Refused e) {
            // It has not heard of this clinic yet.
            if (e.status() == 404) return null;
            throw e;
        }
    }
}
