package io.rhomboid.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What Gatling has measured of two kinds of requests in one run, cut into stretches of time: one ratio for each.
 *
 * @param failed requests that were not answered as was due
 * @param perSecond how many came
 */
record Latencies(List<Told> all, int failed, int perSecond) {

    record Told(String kind, long millis, double nanos) {}

    /** The first stretch is to warm up. */
    private static final int STRETCHES = 8;

    /** Milliseconds; who takes longer in the middle has a queue before him, and the queue is what is measured. */
    private static final double TOO_LATE = 500;

    static Latencies of(URI address, List<String> requests, int perSecond, int seconds) throws IOException {
        var folder = Files.createTempDirectory("rhomboid-bench");
        var out = folder.resolve("told");
        var command = List.of(
                ServerProcess.java(),
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-Xmx500m",
                "-Dbench.address=" + address,
                "-Dbench.rate=" + perSecond,
                "-Dbench.seconds=" + seconds,
                "-Dbench.requests=" + Files.write(folder.resolve("requests"), requests),
                "-Dbench.out=" + out,
                "-cp",
                System.getProperty("java.class.path"),
                "io.gatling.app.Gatling",
                "-s",
                LatencySimulation.class.getName(),
                "-rf",
                folder.toString(),
                "-nr");
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (!Files.exists(out)) throw new IOException("Gatling has told nothing; see " + folder.resolve("log"));
        return read(out, perSecond);
    }

    private static Latencies read(Path out, int perSecond) throws IOException {
        var all = new ArrayList<Told>();
        int failed = 0;
        for (var line : Files.readAllLines(out)) {
            var part = line.split(" ");
            if (part[1].equals("ok")) all.add(new Told(part[0], Long.parseLong(part[2]), Double.parseDouble(part[3])));
            else failed++;
        }
        return new Latencies(all, failed, perSecond);
    }

    /** Of each stretch but the first: that percentile of one kind by that of the other. */
    double[] ratios(String kind, String reference, double percent) {
        long last = all.stream().mapToLong(Told::millis).max().orElseThrow() + 1;
        var ratios = new ArrayList<Double>();
        for (int i = 1; i < STRETCHES; i++) {
            long from = last * i / STRETCHES;
            long to = last * (i + 1) / STRETCHES;
            // Where nobody was answered as was due there is nothing to compare; the note says how many that were.
            if (nanos(kind, from, to).length == 0 || nanos(reference, from, to).length == 0) continue;
            ratios.add(percentile(kind, percent, from, to) / percentile(reference, percent, from, to));
        }
        return Report.toArray(ratios);
    }

    /** Both by themselves, for a remark; with the names of what they ask for. */
    String told(String kind, String name, String otherKind, String otherName) {
        return String.format(
                Locale.ROOT,
                "%s: p50 %.2f ms, p99 %.2f ms; %s: p50 %.2f ms, p99 %.2f ms; %d requests a second come whatever becomes of"
                        + " those before (Gatling).",
                name,
                millis(kind, 50),
                millis(kind, 99),
                otherName,
                millis(otherKind, 50),
                millis(otherKind, 99),
                perSecond);
    }

    /** Of all but the first stretch; milliseconds. */
    private double millis(String kind, double percent) {
        long last = all.stream().mapToLong(Told::millis).max().orElseThrow() + 1;
        return percentile(kind, percent, last / STRETCHES, last) / 1e6;
    }

    /** What has to be said beside the ratios; nothing, if all went well. */
    String note(String reference) {
        if (millis(reference, 50) > TOO_LATE) return "came faster than they could be answered: does not count";
        return failed == 0 ? "" : failed + " not answered as was due";
    }

    /** In order. */
    private double[] nanos(String kind, long from, long to) {
        return all.stream()
                .filter(told -> told.kind.equals(kind) && told.millis >= from && told.millis < to)
                .mapToDouble(Told::nanos)
                .sorted()
                .toArray();
    }

    private double percentile(String kind, double percent, long from, long to) {
        var nanos = nanos(kind, from, to);
        if (nanos.length == 0) throw new IllegalStateException("not one was answered as was due: " + kind);
        return nanos[Math.clamp((int) Math.ceil(percent / 100 * nanos.length), 1, nanos.length) - 1];
    }
}
