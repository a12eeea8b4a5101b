package io.rhomboid.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import static org.awaitility.Awaitility.await;

/** One service as a process of its own, that can be stopped, killed and started again at the same address. */
final class ServiceProcess {

    private static final Duration READY_WITHIN = Duration.ofSeconds(240);
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(25);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final String name;
    private final Path log;
    private final ProcessBuilder builder;
    private final @Nullable URI readiness;
    private @Nullable Process process;

    /**
     * @param log gets all that it says, in all its lives
     * @param readiness answers 200 when it is ready; null for a process that just ends
     */
    ServiceProcess(
            String name,
            Path jar,
            int heapMegabytes,
            List<String> arguments,
            Map<String, String> environment,
            Path log,
            @Nullable URI readiness) {
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException(jar + " is missing: the stories run on the built jars, see mvn verify");
        }
        this.name = name;
        this.log = log;
        this.readiness = readiness;
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heapMegabytes + "m",
                "-XX:+UseSerialGC",
                // Short lives on a busy machine: start soon rather than run fast.
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                jar.toString()));
        command.addAll(arguments);
        builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
    }

    void start() {
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void awaitReady() {
        await(name + " is ready")
                .atMost(READY_WITHIN)
                .pollInterval(Duration.ofMillis(200))
                .failFast(() -> {
                    if (!isRunning()) throw new IllegalStateException(name + " ended: " + lastWords());
                })
                .until(this::isReady);
    }

    private boolean isReady() {
        if (readiness == null) throw new IllegalStateException(name + " has no readiness");
        try {
            var request = HttpRequest.newBuilder(readiness)
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What it has counted, as Prometheus fetches it. */
    String metrics() {
        if (readiness == null) throw new IllegalStateException(name + " is not watched");
        try {
            var request = HttpRequest.newBuilder(readiness.resolve("/actuator/prometheus"))
                    .timeout(Duration.ofSeconds(20))
                    .build();
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** For a process that does one thing: waits until it has, and complains if it could not. */
    void awaitDone(Duration within) {
        var running = running();
        try {
            if (!running.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException(name + " did not end within " + within);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        if (running.exitValue() != 0) throw new IllegalStateException(name + " failed: " + lastWords());
    }

    /** As by kill -9: no goodbye, nothing finished. */
    void kill() {
        running().destroyForcibly();
        awaitEnd();
    }

    /** As a deployment would; by force if it does not end by itself. Nothing to do if it does not run. */
    void stop() {
        if (process == null) return;
        process.destroy();
        awaitEnd();
    }

    private void awaitEnd() {
        var ending = running();
        try {
            if (ending.waitFor(ENDS_WITHIN.toSeconds(), TimeUnit.SECONDS)) return;
            ending.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            ending.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    boolean isRunning() {
        return process != null && process.isAlive();
    }

    private Process running() {
        if (process == null) throw new IllegalStateException(name + " was not started");
        return process;
    }

    Path log() {
        return log;
    }

    private String lastWords() {
        try {
            var lines = Files.readAllLines(log);
            return log + " ends with\n"
                    + String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
        } catch (IOException e) {
            return log + " can't be read";
        }
    }
}
