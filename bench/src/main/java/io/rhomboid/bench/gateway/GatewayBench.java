package io.rhomboid.bench.gateway;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

import com.sun.net.httpserver.HttpServer;

import io.rhomboid.testing.identity.Issuer;

/**
 * Requests a second and the median time of one, through our gateway and through a bare one, of the same payload from the
 * same service. Each request shows a token, which ours checks, counts by and passes on, and the bare one passes on.
 *
 * <p>Both run all the time, with the same options; {@code wrk} asks ours, the bare one, the bare one, ours, and so on, so
 * that what else the machine does falls on both. What is told is the median over the rounds of each round's ratio. The
 * service itself, asked directly, is what a gateway's added time is counted from.
 */
public final class GatewayBench {

    private static final String PATH = "/api/v1/therapists";
    private static final int CONNECTIONS = 32;
    /** Until the compiler has nothing left to do, on a machine with two cores. */
    private static final int WARM_UP_SECONDS = 40;

    private static final Duration PATIENCE = Duration.ofMinutes(5); // a machine may be busy with other things
    private static final List<String> OPTIONS = List.of(
            "-XX:+UseSerialGC", "-Xmx192m", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED");
    /** What would ask for a password, or look for a store, because it is among the libraries. */
    private static final List<String> BESIDE_THE_BARE_ONE = List.of(
            "org.springframework.boot.security.autoconfigure.web.reactive.ReactiveWebSecurityAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.ReactiveUserDetailsServiceAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.actuate.web.reactive"
                    + ".ReactiveManagementWebSecurityAutoConfiguration",
            "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration",
            "org.springframework.boot.mongodb.autoconfigure.MongoReactiveAutoConfiguration");

    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern MEDIAN = Pattern.compile("50%\\s+([0-9.]+)(us|ms|s)");
    private static final Pattern ERRORS = Pattern.compile("Non-2xx or 3xx responses: (\\d+)|Socket errors: (.*)");

    private final Path unpacked;
    private final int seconds;
    private final String token = Issuer.token("bench", "bench@client.example");
    private final List<Process> started = new ArrayList<>();

    /** @param medianMillis of one request, with all connections busy */
    private record Measured(double perSecond, double medianMillis) {}

    private GatewayBench(Path unpacked, int seconds) {
        this.unpacked = unpacked;
        this.seconds = seconds;
    }

    /** @param unpacked where {@code ./clinic} has unpacked the gateway: its jar, and {@code lib} beside it */
    public static void run(Path unpacked, int rounds, int seconds) throws Exception {
        var bench = new GatewayBench(unpacked, seconds);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> bench.started.forEach(Process::destroy)));
        bench.measure(rounds);
    }

    private void measure(int rounds) throws Exception {
        var service = freePort();
        var bare = freePort();
        var ours = freePort();
        var libraries = unpacked.resolve("lib") + "/*" + File.pathSeparator + ownClasses();
        java(Map.of(), "-cp", libraries, QuickService.class.getName(), "" + service);
        java(
                Map.of(),
                "-cp",
                libraries,
                BareGateway.class.getName(),
                "--server.address=127.0.0.1",
                "--server.port=" + bare,
                "--backend=http://127.0.0.1:" + service,
                // What only stands beside it in the libraries.
                "--management.server.port=-1",
                "--management.observations.enable.all=false",
                "--spring.cloud.gateway.server.webflux.observability.enabled=false",
                "--spring.autoconfigure.exclude=" + String.join(",", BESIDE_THE_BARE_ONE));
        java(
                Map.of(
                        "SERVER_PORT",
                        "" + ours,
                        "MANAGEMENT_SERVER_PORT",
                        "" + freePort(),
                        "THERAPIST_URL",
                        "http://127.0.0.1:" + service,
                        "SIGN_IN_ISSUER",
                        Issuer.NAME,
                        "SIGN_IN_DISCOVERY",
                        discovery(),
                        // Counted as always, and never used up.
                        "LIMIT_SEARCH",
                        "10000000/1s"),
                "-jar",
                unpacked.resolve("gateway.jar").toString());
        for (var port : List.of(service, bare, ours)) awaitListening(port);

        wrk(ours, WARM_UP_SECONDS);
        wrk(bare, WARM_UP_SECONDS);
        System.out.printf(
                "%d connections, %d s each, %d rounds of ours · bare · bare · ours; %d processors%n",
                CONNECTIONS, seconds, rounds, Runtime.getRuntime().availableProcessors());
        System.out.printf(
                "%-7s %10s %10s %7s %10s %10s %10s %7s%n",
                "round", "ours /s", "bare /s", "ratio", "direct ms", "ours ms", "bare ms", "added");
        var rates = new double[rounds];
        var times = new double[rounds];
        var added = new double[rounds];
        for (var round = 0; round < rounds; round++) {
            var direct = wrk(service, seconds);
            var a = wrk(ours, seconds);
            var b = wrk(bare, seconds);
            var c = wrk(bare, seconds);
            var d = wrk(ours, seconds);
            var oursPerSecond = (a.perSecond + d.perSecond) / 2;
            var barePerSecond = (b.perSecond + c.perSecond) / 2;
            var oursMillis = (a.medianMillis + d.medianMillis) / 2;
            var bareMillis = (b.medianMillis + c.medianMillis) / 2;
            rates[round] = oursPerSecond / barePerSecond;
            times[round] = oursMillis / bareMillis;
            added[round] = (oursMillis - direct.medianMillis) / (bareMillis - direct.medianMillis);
            System.out.printf(
                    Locale.ROOT,
                    "%-7d %10.0f %10.0f %7.2f %10.2f %10.2f %10.2f %7.2f%n",
                    round + 1,
                    oursPerSecond,
                    barePerSecond,
                    rates[round],
                    direct.medianMillis,
                    oursMillis,
                    bareMillis,
                    added[round]);
        }
        System.out.printf(
                Locale.ROOT,
                "median: %.2f of the bare gateway's requests a second (lowest %.2f); its p50 %.2f times, the p50 it adds %.2f times%n",
                median(rates),
                Arrays.stream(rates).min().orElseThrow(),
                median(times),
                median(added));
    }

    /**
     * A folder with what runs on the gateway's libraries, and nothing else: the jar that it comes from names the libraries
     * of all services, and with them the bare gateway would become a servlet.
     */
    private static Path ownClasses() throws IOException {
        var folder = Files.createTempDirectory("bench-gateway");
        for (var type : List.of(BareGateway.class, QuickService.class)) {
            var name = type.getName().replace('.', '/') + ".class";
            var file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            try (var in = Objects.requireNonNull(type.getClassLoader().getResourceAsStream(name))) {
                Files.copy(in, file);
            }
        }
        return folder;
    }

    /** Where the gateway is told whose tokens count: those that {@link Issuer} makes here. */
    private static String discovery() throws IOException {
        var description = """
                {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
                 "jwks_uri": "%2$s"}""".formatted(Issuer.NAME, Issuer.keys()).getBytes(StandardCharsets.UTF_8);
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/.well-known/openid-configuration", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, description.length);
            exchange.getResponseBody().write(description);
            exchange.close();
        });
        server.start();
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private Measured wrk(int port, int seconds) throws IOException, InterruptedException {
        var asking = new ProcessBuilder(
                        "wrk",
                        "-t1",
                        "-c" + CONNECTIONS,
                        "-d" + seconds + "s",
                        "--timeout",
                        "20s",
                        "--latency",
                        "-H",
                        "Authorization: Bearer " + token,
                        "http://127.0.0.1:" + port + PATH)
                .redirectErrorStream(true)
                .start();
        var told = new String(asking.getInputStream().readAllBytes());
        if (asking.waitFor() != 0) throw new IllegalStateException(told);
        var errors = ERRORS.matcher(told);
        if (errors.find()) throw new IllegalStateException("not every request was answered: " + errors.group());
        var rate = RATE.matcher(told);
        var median = MEDIAN.matcher(told);
        if (!rate.find() || !median.find()) throw new IllegalStateException(told);
        var unit = switch (median.group(2)) {
            case "us" -> 0.001;
            case "ms" -> 1;
            default -> 1000;
        };
        return new Measured(Double.parseDouble(rate.group(1)), Double.parseDouble(median.group(1)) * unit);
    }

    private void java(Map<String, String> environment, String... arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command)
                // Lines are written as always, to where nobody keeps them.
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        process.environment().putAll(environment);
        started.add(process.start());
    }

    private void awaitListening(int port) throws InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException _) {
                if (!started.stream().allMatch(Process::isAlive))
                    throw new IllegalStateException("one has not started");
                Thread.sleep(100);
            }
        }
        throw new IllegalStateException("nothing listens on " + port);
    }

    private static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        var middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
