package io.rhomboid.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The clinic as Docker Compose runs it, by the commands that an operator has. The gateways are reached at their containers'
 * own addresses, as a proxy in front of them would reach them.
 */
final class Compose {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String project;

    /** @param project its name there */
    Compose(String project) {
        this.project = project;
    }

    /** Those that are running, whether they answer or not. */
    List<URI> gateways() {
        return addresses("gateway").stream()
                .map(address -> URI.create("http://" + address + ":8080"))
                .toList();
    }

    int instances(String service) {
        return addresses(service).size();
    }

    /** Containers that come or go in this moment may have none. */
    private List<String> addresses(String service) {
        var containers = run(
                PATIENCE,
                "docker",
                "ps",
                "--quiet",
                "--filter",
                "label=com.docker.compose.project=" + project,
                "--filter",
                "label=com.docker.compose.service=" + service);
        var command = new ArrayList<>(List.of(
                "docker",
                "inspect",
                "--format",
                "at {{(index .NetworkSettings.Networks \"" + project + "_front\").IPAddress}}"));
        command.addAll(containers.lines());
        return run(PATIENCE, command.toArray(String[]::new)).lines().stream()
                .filter(line -> line.matches("at [0-9.]+"))
                .map(line -> line.substring("at ".length()))
                .toList();
    }

    /** Has every instance of these services replaced by a new one, one after the other. */
    void roll(List<String> services) {
        var outcome = run(
                Duration.ofMinutes(20),
                Stream.concat(Stream.of(ROOT.resolve("clinic").toString(), "roll"), services.stream())
                        .toArray(String[]::new));
        if (outcome.status() != 0) throw new IllegalStateException(String.join("\n", outcome.lines()));
    }

    /** @param lines of output and complaints */
    private record Outcome(int status, List<String> lines) {}

    private static Outcome run(Duration within, String... command) {
        try {
            var process = new ProcessBuilder(command)
                    .directory(ROOT.toFile())
                    .redirectErrorStream(true)
                    .start();
            var lines = process.inputReader().lines().toList();
            if (process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) {
                return new Outcome(process.exitValue(), lines);
            }
            process.destroyForcibly();
            throw new IllegalStateException(String.join(" ", command) + " does not end");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
