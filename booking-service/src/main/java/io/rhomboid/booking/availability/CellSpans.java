package io.rhomboid.booking.availability;

import java.util.Arrays;

/**
 * Cells in stretches that don't touch each other, each by its first cell and its end. Never changed.
 *
 * <p>Two months of working hours take a fraction of what they would as a {@link CellSet}, and most therapists of a
 * clinic can share them.
 */
final class CellSpans {

    /** Ascending: first cell, cell after the last, first cell, … as told from {@code base}. */
    private final int[] edges;

    private final long base;

    CellSpans(CellSet cells, long base) {
        this.base = base;
        var all = new int[16];
        int size = 0;
        for (long begin = cells.next(base); begin != CellSet.NONE; ) {
            long end = cells.nextAbsent(begin);
            if (size == all.length) all = Arrays.copyOf(all, size * 2);
            all[size++] = Math.toIntExact(begin - base);
            all[size++] = Math.toIntExact(end - base);
            begin = cells.next(end);
        }
        edges = Arrays.copyOf(all, size);
    }

    /** Adds what lies from {@code from} to before {@code to}. */
    void addTo(CellSet cells, long from, long to) {
        addStarts(cells, 1, from, to);
    }

    /** Adds the cells, from {@code from} to before {@code to}, that begin a run of at least this many. */
    void addStarts(CellSet starts, int length, long from, long to) {
        for (int i = firstEndingAfter(from); i < edges.length && base + edges[i] < to; i += 2) {
            starts.add(Math.max(base + edges[i], from), Math.min(base + edges[i + 1] - length + 1, to));
        }
    }

    /** The first cell of the grid, at {@code from} or after, that begins a run of at least this many, or none. */
    long firstStart(CellSet grid, int length, long from) {
        for (int i = firstEndingAfter(from); i < edges.length; i += 2) {
            long start = grid.next(Math.max(base + edges[i], from));
            if (start != CellSet.NONE && start + length <= base + edges[i + 1]) return start;
        }
        return CellSet.NONE;
    }

    /** The index of the first stretch of which something lies at this cell or after. */
    private int firstEndingAfter(long cell) {
        int low = 0;
        int high = edges.length / 2;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (base + edges[2 * middle + 1] <= cell) low = middle + 1;
            else high = middle;
        }
        return 2 * low;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CellSpans spans && base == spans.base && Arrays.equals(edges, spans.edges);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(edges);
    }
}
