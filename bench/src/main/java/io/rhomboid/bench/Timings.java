package io.rhomboid.bench;

import java.util.Arrays;
import java.util.Locale;

/** Durations of one kind, the shortest first. */
final class Timings {

    static final String HEADING =
            "%-34s %8s %9s %9s %9s %9s".formatted("", "count", "p50 ms", "p90 ms", "p99 ms", "max ms");
    static final String LINE = "%-34s %8d %9.3f %9.3f %9.3f %9.3f%n";

    private final long[] nanos;

    Timings(long[] nanos) {
        this.nanos = nanos.clone();
        Arrays.sort(this.nanos);
    }

    /** The shortest that so many percent did not exceed; 0 if nothing was measured. */
    double millis(double percent) {
        if (nanos.length == 0) return 0;
        int rank = (int) Math.ceil(percent / 100 * nanos.length);
        return nanos[Math.clamp(rank, 1, nanos.length) - 1] / 1e6;
    }

    /** Prints a line under {@link #HEADING}. */
    void print(String name) {
        System.out.printf(Locale.ROOT, LINE, name, nanos.length, millis(50), millis(90), millis(99), millis(100));
    }
}
