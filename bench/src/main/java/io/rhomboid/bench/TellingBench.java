package io.rhomboid.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How long from {@code POST /bookings} until the mail server has taken the confirmation, at so many bookings a second?
 *
 * <p>Through a running system with a mail catcher that has Mailpit's API. Each booking is somebody else's, so that each
 * mail can be told by its address; the catcher says when it took it, by the same clock. Everything is cancelled
 * afterwards.
 */
final class TellingBench {

    private static final int A_SECOND = 20;
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration TO_ARRIVE = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String SLOTS =
            "/api/v1/availability?treatment=TRIGGER_POINT&durationMinutes=60&limit=1000&from=%s&to=%s";

    /** An hour and what is cleared up after it. */
    private static final Duration TAKEN = Duration.ofMinutes(75);

    /** Not so near that a reminder is due at once, and not beyond what can be booked. */
    private static final int FIRST_DAY = 3;

    private static final int LAST_DAY = 55;
    private static final int PAGE = 500;

    /** What must be held, in milliseconds. */
    private static final long MEDIAN = 150;

    private static final long P99 = 600;

    private final URI gateway;
    private final URI catcher;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final JsonMapper json = new JsonMapper();
    private final Map<String, Instant> asked = new ConcurrentHashMap<>();
    private final Map<String, Instant> answered = new ConcurrentHashMap<>();
    private final Map<String, HttpResponse<String>> booked = new ConcurrentHashMap<>();
    private final Map<Integer, LongAdder> refused = new ConcurrentHashMap<>();

    private TellingBench(URI gateway, URI catcher) {
        this.gateway = gateway;
        this.catcher = catcher;
    }

    static void run(URI gateway, URI catcher, int seconds) throws Exception {
        var bench = new TellingBench(gateway, catcher);
        int warmUp = A_SECOND * (int) WARM_UP.toSeconds();
        var slots = bench.slots(warmUp + A_SECOND * seconds);
        System.out.printf("%d free hours%n", slots.size());
        bench.book(slots.subList(0, warmUp), WARM_UP);
        bench.cancelAll();
        bench.asked.clear();
        bench.answered.clear();
        bench.booked.clear();
        bench.refused.clear();
        bench.book(slots.subList(warmUp, slots.size()), Duration.ofSeconds(seconds));
        try {
            bench.report(seconds);
        } finally {
            bench.cancelAll();
        }
    }

    /** So many hours that do not stand in each other's way. */
    private List<JsonNode> slots(int needed) throws IOException, InterruptedException {
        var chosen = new ArrayList<JsonNode>();
        var free = new HashMap<String, Instant>();
        var today = LocalDate.now(ZoneOffset.UTC);
        for (int day = FIRST_DAY; day <= LAST_DAY && chosen.size() < needed; day++) {
            var date = today.plusDays(day);
            var answer = http.send(
                    request(gateway, SLOTS.formatted(date, date)).GET().build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
            json.readTree(answer.body())
                    .get("slots")
                    .valueStream()
                    .sorted(Comparator.comparing(TellingBench::start))
                    .forEach(slot -> {
                        var therapist = slot.get("therapistId").asString();
                        if (start(slot).isBefore(free.getOrDefault(therapist, Instant.MIN))) return;
                        free.put(therapist, start(slot).plus(TAKEN));
                        chosen.add(slot);
                    });
        }
        if (chosen.size() < needed) {
            throw new IllegalStateException(
                    "only " + chosen.size() + " hours are free for " + needed + " bookings; is the demo loaded?");
        }
        return chosen.subList(0, needed);
    }

    private static Instant start(JsonNode slot) {
        return OffsetDateTime.parse(slot.get("start").asString()).toInstant();
    }

    /** At an even pace, whoever is slow. */
    private void book(List<JsonNode> slots, Duration length) throws InterruptedException {
        long began = System.nanoTime();
        long count = A_SECOND * length.toSeconds();
        var next = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (long i = 0; i < count; i++) {
                long wait = began + i * 1_000_000_000L / A_SECOND - System.nanoTime();
                if (wait > 0) Thread.sleep(Duration.ofNanos(wait));
                threads.submit(() -> {
                    book(slots.get(next.getAndIncrement()));
                    return null;
                });
            }
        }
    }

    private void book(JsonNode slot) throws IOException, InterruptedException {
        var mail = UUID.randomUUID() + "@client.example";
        var body = json.createObjectNode()
                .put("treatment", "TRIGGER_POINT")
                .put("lengthMinutes", 60)
                .put("therapistId", slot.get("therapistId").asString())
                .put("clinicId", slot.get("clinicId").asString())
                .put("start", slot.get("start").asString());
        body.putObject("screening").putArray("has");
        body.putObject("client").put("name", "Jo Sample").put("email", mail);
        var at = Instant.now();
        var answer = http.send(
                request(gateway, "/api/v1/bookings")
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            refused.computeIfAbsent(answer.statusCode(), _ -> new LongAdder()).increment();
            return;
        }
        asked.put(mail, at);
        answered.put(mail, Instant.now());
        booked.put(mail, answer);
    }

    private void report(int seconds) throws IOException, InterruptedException {
        var taken = new HashMap<String, Instant>();
        // To read them costs the machine that is measured, so nobody does before most have come.
        Machine.pause(TO_ARRIVE);
        var until = Instant.now().plus(PATIENCE);
        while (!taken.keySet().containsAll(asked.keySet()) && Instant.now().isBefore(until)) {
            read(taken);
            Machine.pause(Duration.ofMillis(500));
        }
        var taking = between(asked, taken);
        System.out.println(Timings.HEADING);
        new Timings(between(asked, answered)).print("POST /bookings to 201");
        new Timings(between(answered, taken)).print("201 to SMTP");
        new Timings(taking).print("POST /bookings to SMTP");
        System.out.printf(
                Locale.ROOT,
                "%d bookings in %d s (refused: %s), %d mails; must be: median < %d ms, p99 < %d ms%n",
                asked.size(),
                seconds,
                refused,
                taking.length,
                MEDIAN,
                P99);
        if (taking.length < asked.size()) throw new IllegalStateException("mails are missing");
        if (asked.size() < A_SECOND * seconds * 0.95) {
            throw new IllegalStateException(
                    "too few were booked; one visitor may make so many only where LIMIT_CREATE=100000/1m was set at the start");
        }
    }

    private static long[] between(Map<String, Instant> from, Map<String, Instant> until) {
        return from.entrySet().stream()
                .filter(one -> until.containsKey(one.getKey()))
                .mapToLong(one -> Duration.between(one.getValue(), until.get(one.getKey()))
                        .toNanos())
                .sorted()
                .toArray();
    }

    /** When the catcher took the first mail to each. */
    private void read(Map<String, Instant> taken) throws IOException, InterruptedException {
        for (int start = 0; ; start += PAGE) {
            var answer = http.send(
                    request(catcher, "/api/v1/messages?limit=" + PAGE + "&start=" + start)
                            .GET()
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            var mails = json.readTree(answer.body()).get("messages");
            for (var mail : mails) {
                var to = mail.get("To").get(0).get("Address").asString();
                if (asked.containsKey(to)) {
                    taken.merge(to, Instant.parse(mail.get("Created").asString()), (a, b) -> a.isBefore(b) ? a : b);
                }
            }
            if (mails.size() < PAGE) return;
        }
    }

    private void cancelAll() throws IOException, InterruptedException {
        for (var answer : booked.values()) {
            var id = json.readTree(answer.body()).get("id").asString();
            http.send(
                    request(gateway, "/api/v1/bookings/" + id + "/cancellation")
                            .header(
                                    "If-Match",
                                    answer.headers().firstValue("ETag").orElse(""))
                            .header(
                                    "Guest-Pass",
                                    answer.headers().firstValue("Guest-Pass").orElse(""))
                            .PUT(HttpRequest.BodyPublishers.noBody())
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
        }
    }

    private static HttpRequest.Builder request(URI at, String path) {
        return HttpRequest.newBuilder(at.resolve(path)).timeout(Duration.ofSeconds(30));
    }
}
