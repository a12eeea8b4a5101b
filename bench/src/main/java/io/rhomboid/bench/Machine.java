package io.rhomboid.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;

/** What this machine does while it should do nothing. */
final class Machine {

    /** Cores that others may take before a measurement; above it, it started under load. */
    static final double BUSY = 0.4;

    private Machine() {}

    /** How many cores are at work just now, looked at for a moment in which this process does nothing. */
    static double coresAtWork() {
        long[] before = ticks();
        pause(Duration.ofMillis(500));
        long[] after = ticks();
        long all = after[0] - before[0];
        double idle = all == 0 ? 1 : (double) (after[1] - before[1]) / all;
        return (1 - idle) * Runtime.getRuntime().availableProcessors();
    }

    static boolean isBusy(double cores) {
        return cores > BUSY;
    }

    static String name() {
        return String.format(
                Locale.ROOT,
                "%d cores, JDK %s",
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.version"));
    }

    static void pause(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All, and idle or waiting for a disk; zero where there is no such file. */
    private static long[] ticks() {
        var file = Path.of("/proc/stat");
        if (!Files.exists(file)) return new long[2];
        try (var lines = Files.lines(file)) {
            var ticks = Stream.of(lines.findFirst().orElseThrow().trim().split("\\s+"))
                    .skip(1)
                    .mapToLong(Long::parseLong)
                    .toArray();
            long all = 0;
            // User, nice, system, idle, iowait, irq, softirq, steal; guests are counted with users.
            for (int i = 0; i < Math.min(8, ticks.length); i++) all += ticks[i];
            return new long[] {all, ticks[3] + ticks[4]};
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
