package io.rhomboid.bench;

import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

import io.rhomboid.bench.Report.Bound;

import static io.rhomboid.bench.Report.Bound.atLeast;
import static io.rhomboid.bench.Report.Bound.atMost;

/** Free slots over HTTP: booking-service alone, against an operation of the same server that only writes bytes. */
final class HttpBench {

    private static final int CONNECTIONS = 4;
    private static final int SECONDS = Report.SECONDS;

    private final Report report = new Report("http");
    private final ServerProcess server;

    private HttpBench(ServerProcess server) {
        this.server = server;
    }

    static void run() throws Exception {
        try (var server = ServerProcess.start(ServerProcess.newDatabase(), "50", "60")) {
            var bench = new HttpBench(server);
            bench.report.writeAfter(() -> {
                if (Wrk.isThere()) {
                    bench.capacity("slots", "slots, each with all about it", Bound.NONE, Bound.NONE);
                    bench.capacity("starts", "starts, compact", atLeast(0.6), atLeast(0.8));
                } else {
                    bench.report.remark("wrk is not on this machine, so capacity was not measured.");
                }
                bench.anyOfFifty();
            });
        }
    }

    private static String month(String view, String more) {
        var from = LocalDate.now(ZoneOffset.UTC).plusDays(1);
        return "/api/v1/availability?treatment=TRIGGER_POINT&durationMinutes=60&limit=1000&from=" + from + "&to="
                + from.plusDays(30) + "&view=" + view + more;
    }

    private static String ofOne() {
        return "&therapistId=" + ManyTherapists.therapist(17);
    }

    private void capacity(String view, String name, Bound must, Bound aim) throws Exception {
        var path = month(view, ofOne());
        var answer = get(path);
        server.send("PUT", "/api/v1/bench/bytes", answer);
        var subject = URI.create(server.address() + path);
        var bytes = URI.create(server.address() + "/api/v1/bench/bytes");
        for (int i = 0; i < 2; i++) {
            Wrk.perSecond(subject, CONNECTIONS, 4 * SECONDS);
            Wrk.perSecond(bytes, CONNECTIONS, 2 * SECONDS);
        }
        var rounds = Rounds.of(
                () -> Wrk.perSecond(bytes, CONNECTIONS, SECONDS), () -> Wrk.perSecond(subject, CONNECTIONS, SECONDS));
        report.add(
                String.format(
                        Locale.ROOT, "GET /availability, a month of one therapist: %s, %,d bytes", name, answer.length),
                "the same bytes without logic, answers a second",
                rounds,
                "x",
                must,
                aim);
        report.add("the same: answers a second", "", Report.toArray(rounds.subjects()), "/s", Bound.NONE, Bound.NONE);
    }

    private void anyOfFifty() throws IOException, InterruptedException {
        var one = "one\t200\tGET\t" + month("starts", ofOne()) + "\t";
        var any = "any\t200\tGET\t" + month("starts", "") + "\t";
        get(month("starts", ""));
        var told = Latencies.of(server.address(), List.of(one, any, any, one), 100, 20 * SECONDS);
        report.add(
                "any of 50 therapists, a month, p50",
                "one therapist, a month",
                told.ratios("any", "one", 50),
                "x",
                atMost(3),
                atMost(1.5),
                told.note("one"));
        report.remark(told.told("one", "One therapist", "any", "any of 50"));
    }

    private byte[] get(String path) throws IOException, InterruptedException {
        var answer = server.send("GET", path, new byte[0]);
        if (answer.statusCode() != 200) throw new IOException(path + ": " + answer.statusCode());
        return answer.body();
    }
}
