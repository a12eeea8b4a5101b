package io.rhomboid.bench;

import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import com.mongodb.client.MongoClients;

import io.rhomboid.bench.Report.Bound;
import io.rhomboid.testing.RealStore;

import static io.rhomboid.bench.Report.Bound.atLeast;
import static io.rhomboid.bench.Report.Bound.atMost;
import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Of many who want the same hour at the same moment, exactly one gets it. The same test is run on an operation that
 * checks first and inserts then, without an index: if it finds nothing there, it has no teeth, and its word about
 * the other is worth nothing.
 */
final class RaceBench {

    private static final int RIVALS = 16;

    private RaceBench() {}

    static void run(int rounds) throws Exception {
        var name = ServerProcess.newDatabase();
        var report = new Report("race");
        try (var server = ServerProcess.start(name, "1000", "0");
                var client = MongoClients.create(RealStore.uri())) {
            try {
                var bodies = BookingBench.bodies();
                int ours = 0;
                int racy = 0;
                for (int i = 0; i < rounds; i++) {
                    if (winners(server, "/api/v1/bookings", bodies.get(i)) != 1) ours++;
                    if (winners(server, "/api/v1/bench/racy", bodies.get(i)) != 1) racy++;
                }
                report.add(
                        "POST /bookings: rounds of " + rounds + " without exactly one winner, " + RIVALS + " rivals",
                        "",
                        new double[] {ours},
                        "",
                        atMost(0),
                        Bound.NONE);
                report.add(
                        "check, then insert, without an index: rounds in which the test noticed",
                        "",
                        new double[] {racy},
                        "",
                        atLeast(1),
                        Bound.NONE);
                report.write();
                if (ours > 0 || racy == 0) System.exit(1);
            } finally {
                client.getDatabase(name).drop();
            }
        }
    }

    private static int winners(ServerProcess server, String path, String body) throws Exception {
        var start = new CountDownLatch(1);
        var all = new ArrayList<Future<Integer>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < RIVALS; i++) {
                var mine = body.replaceAll("[^\"]+@client", UUID.randomUUID() + "@client")
                        .getBytes(UTF_8);
                all.add(threads.submit(() -> {
                    start.await();
                    return server.send(
                                    "POST",
                                    path,
                                    mine,
                                    "Idempotency-Key",
                                    UUID.randomUUID().toString())
                            .statusCode();
                }));
            }
            start.countDown();
        }
        int winners = 0;
        for (var one : all) {
            int status = one.get();
            if (status == 201) winners++;
            else if (status != 409) throw new IllegalStateException(path + " answered " + status);
        }
        return winners;
    }
}
