package io.rhomboid.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.rhomboid.testing.RealBroker;
import io.rhomboid.testing.RealStore;
import io.rhomboid.testing.identity.Issuer;

/** A {@link BookingServer} that has answered; ended when it is closed, which can be done twice. */
final class ServerProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static int given;

    private final Process process;
    private final URI address;
    private final Path log;
    private final Duration start;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private ServerProcess(Process process, URI address, Path log, long began) throws IOException {
        this.process = process;
        this.address = address;
        this.log = log;
        start = untilItAnswers(began);
        // It answers from memory before it has kept all that it was told.
        while (!Files.readString(log).contains("READY")) {
            mustBeAlive();
            Machine.pause(Duration.ofMillis(100));
        }
    }

    private void mustBeAlive() {
        if (!process.isAlive()) throw new IllegalStateException("booking-service has ended by itself, see " + log);
    }

    /** @param arguments of {@link BookingServer} */
    static ServerProcess start(String database, String... arguments) throws IOException {
        int port = freePort();
        var command = new ArrayList<>(List.of(
                java(), "-Xmx1500m", "-cp", System.getProperty("java.class.path"), BookingServer.class.getName()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        var log = Files.createTempFile("rhomboid-bench-server", ".log");
        builder.redirectOutput(log.toFile());
        var environment = builder.environment();
        environment.put("MONGODB_URI", RealStore.uri());
        environment.put("KAFKA_BOOTSTRAP_SERVERS", RealBroker.bootstrapServers());
        environment.put("RHOMBOID_DATABASE", database);
        environment.put("SERVER_PORT", Integer.toString(port));
        environment.put("MANAGEMENT_SERVER_PORT", Integer.toString(freePort()));
        environment.put("LOGGING_LEVEL_ROOT", "warn");
        environment.put("IDENTITY_ISSUER", Issuer.NAME);
        environment.put("IDENTITY_JWKS_URI", Issuer.keys());
        environment.put("LINK_SECRET", "QkVOQ0ggQkVOQ0ggQkVOQ0ggQkVOQ0ggQkVOQ0ggQkU=");
        var keys = Files.createTempDirectory("bench-keys");
        Files.writeString(keys.resolve("bench"), "QkVOQ0ggQkVOQ0ggQkVOQ0ggQkVOQ0ggQkVOQ0ggQkU=");
        environment.put("KEY_FOLDER", keys.toString());
        return new ServerProcess(builder.start(), URI.create("http://127.0.0.1:" + port), log, System.nanoTime());
    }

    static String newDatabase() {
        return "bench_" + UUID.randomUUID().toString().replace("-", "");
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static int freePort() throws IOException {
        int base = Integer.getInteger("bench.port", 0);
        if (base == 0) {
            try (var socket = new ServerSocket(0)) {
                return socket.getLocalPort();
            }
        }
        for (int i = 0; i < 40; i++) {
            int port = base + given++ % 40;
            try (var _ = new ServerSocket(port)) {
                return port;
            } catch (IOException _) {
                // Somebody else's; the next one.
            }
        }
        throw new IOException("no port is free from " + base + " on");
    }

    private Duration untilItAnswers(long began) {
        var question = URI.create(address + "/api/v1/availability?treatment=TRIGGER_POINT&durationMinutes=60&limit=1");
        while (true) {
            mustBeAlive();
            try {
                var answer = http.send(
                        HttpRequest.newBuilder(question)
                                .timeout(Duration.ofSeconds(5))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() == 200) return Duration.ofNanos(System.nanoTime() - began);
            } catch (IOException _) {
                // Not yet.
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            if (System.nanoTime() - began > PATIENCE.toNanos()) {
                process.destroy();
                throw new IllegalStateException("booking-service did not answer in " + PATIENCE + ", see " + log);
            }
            Machine.pause(Duration.ofMillis(100)); // each question takes from what is measured
        }
    }

    URI address() {
        return address;
    }

    /** From the start of the process to its first answer of a free slot. */
    Duration start() {
        return start;
    }

    HttpResponse<byte[]> send(String method, String path, byte[] body, String... headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body.length == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        if (headers.length > 0) request.headers(headers);
        return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    @Override
    public void close() {
        process.destroy();
        http.close();
        try {
            if (!process.waitFor(Duration.ofSeconds(30))) process.destroyForcibly();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
