package io.rhomboid.bench.scale;

import java.util.Arrays;
import java.util.Locale;

/** How large a cell can be, and how many of them a million therapists take: a table for docs/scale.md. */
public final class ScaleBench {

    private static final int[] SIZES = {1_000, 10_000, 50_000, 100_000, 200_000, 300_000, 500_000, 1_000_000};

    /** Half of what a booking's visitor would notice; nothing may be busier than this in its busiest hour. */
    private static final double P99_MS = 300;

    private static final double BUSY = 0.7;

    /** As much of the claims' index as the store of one cell keeps in memory: a third of a machine of 64 GiB. */
    private static final double INDEX_GIB = 21;

    private ScaleBench() {}

    public static void run() {
        System.out.println(
                "| therapists | searches, bookings a second | events a second | claims ahead | their index | memory: times, search | search p50, p99 | booking p50, p99 | busiest part | holds |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|");
        int largest = 0;
        for (var size : SIZES) {
            var cell = new Cell(size);
            var seen = cell.simulate(size);
            var busiest = Arrays.stream(seen.busy()).max().orElseThrow();
            var holds = busiest <= BUSY
                    && seen.percentile(Cell.BOOKING, 0.99) <= P99_MS
                    && cell.claimsIndexGiB() <= INDEX_GIB;
            if (holds) largest = size;
            System.out.printf(
                    Locale.ROOT,
                    "| %,d | %,.0f, %,.1f | %,.0f | %,d million | %.1f GiB | %,.0f MiB, %,.0f MiB | %.1f ms, %.1f ms | %.0f ms, %.0f ms | %.0f %% | %s |%n",
                    size,
                    cell.searchesPerSecond(),
                    cell.bookingsPerSecond(),
                    cell.eventsPerSecond(),
                    Math.round(cell.claims() / 1e6),
                    cell.claimsIndexGiB(),
                    cell.readModelMiB(),
                    cell.searchMiB(),
                    seen.percentile(Cell.SEARCH, 0.5),
                    seen.percentile(Cell.SEARCH, 0.99),
                    seen.percentile(Cell.BOOKING, 0.5),
                    seen.percentile(Cell.BOOKING, 0.99),
                    busiest * 100,
                    holds ? "yes" : "no");
        }
        System.out.printf(
                Locale.ROOT,
                "%nThe largest cell that holds has %,d therapists; a million take %d such cells.%n",
                largest,
                largest == 0 ? 0 : Math.ceilDiv(1_000_000, largest));
    }
}
