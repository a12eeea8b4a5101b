package io.rhomboid.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.doIf;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

/**
 * Two kinds of requests in turn, A B B A, so many a second whatever becomes of them (an open model). Each is timed from
 * when it should be sent to its answer, finer than Gatling's own milliseconds, and written to a file.
 *
 * <p>Told by system properties: {@code bench.address}, {@code bench.rate}, {@code bench.seconds}, {@code bench.out}, and
 * {@code bench.requests}: a file with a line for each request: its kind, the status that is due, method, path and body.
 * When the lines are all used, it begins anew.
 */
public final class LatencySimulation extends Simulation {

    private record Line(String kind, int status, String method, String path, String body) {}

    private final List<Line> lines = lines();
    private final AtomicInteger next = new AtomicInteger();
    private final Queue<String> told = new ConcurrentLinkedQueue<>();
    private final long began = System.nanoTime();

    public LatencySimulation() {
        var protocol = http.baseUrl(System.getProperty("bench.address"))
                .shareConnections()
                .disableCaching()
                .contentTypeHeader("application/json");
        var ask = exec(session -> {
                    var line = lines.get(Math.floorMod(next.getAndIncrement(), lines.size()));
                    return session.set("kind", line.kind)
                            .set("due", line.status)
                            .set("post", line.method.equals("POST"))
                            .set("path", line.path)
                            .set("body", line.body)
                            .set("key", UUID.randomUUID().toString())
                            .set("began", System.nanoTime());
                })
                .exec(doIf("#{post}")
                        .then(http("post")
                                .post("#{path}")
                                .header("Idempotency-Key", "#{key}")
                                .body(StringBody("#{body}"))
                                .check(status().saveAs("status"))))
                .exec(doIf(session -> !session.getBoolean("post"))
                        .then(http("get").get("#{path}").check(status().saveAs("status"))))
                .exec(this::tell);
        setUp(scenario("latency")
                        .exec(ask)
                        .injectOpen(constantUsersPerSec(Double.parseDouble(System.getProperty("bench.rate")))
                                .during(Duration.ofSeconds(Long.getLong("bench.seconds")))))
                .protocols(protocol);
    }

    private Session tell(Session session) {
        long now = System.nanoTime();
        long from = session.getLong("began");
        boolean asDue = session.contains("status") && session.getInt("status") == session.getInt("due");
        told.add("%s %s %d %d"
                .formatted(session.getString("kind"), asDue ? "ok" : "ko", (from - began) / 1_000_000, now - from));
        return session;
    }

    @Override
    public void after() {
        try {
            Files.write(Path.of(System.getProperty("bench.out")), told);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Line> lines() {
        try {
            return Files.readAllLines(Path.of(System.getProperty("bench.requests"))).stream()
                    .map(text -> text.split("\t", -1))
                    .map(part -> new Line(part[0], Integer.parseInt(part[1]), part[2], part[3], part[4]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
