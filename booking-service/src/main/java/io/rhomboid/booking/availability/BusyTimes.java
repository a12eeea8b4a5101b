package io.rhomboid.booking.availability;

import java.util.Arrays;

/**
 * When one therapist, room or piece of equipment is taken, buffers included. Never changed, so it can be read by
 * anyone at any time.
 *
 * <p>Spans may repeat and overlap: while messages arrive out of order, a slot can seem taken twice for a moment, and
 * giving back one of them must leave the other.
 */
public final class BusyTimes {

    static final BusyTimes NONE = new BusyTimes(new long[0]);

    private static final int LENGTH_BITS = 20;
    private static final long LENGTH = (1L << LENGTH_BITS) - 1;

    /** First cell and length in one number, ascending. */
    private final long[] spans;

    private final long longest;

    private BusyTimes(long[] spans) {
        this.spans = spans;
        long length = 0;
        for (long span : spans) length = Math.max(length, span & LENGTH);
        longest = length;
    }

    /** @throws IllegalArgumentException if the span is empty or longer than nine years */
    BusyTimes with(long from, long to) {
        long span = span(from, to);
        int at = Arrays.binarySearch(spans, span);
        if (at < 0) at = -at - 1;
        var more = new long[spans.length + 1];
        System.arraycopy(spans, 0, more, 0, at);
        more[at] = span;
        System.arraycopy(spans, at, more, at + 1, spans.length - at);
        return new BusyTimes(more);
    }

    /** Without one such span; the same if there is none. */
    BusyTimes without(long from, long to) {
        int at = Arrays.binarySearch(spans, span(from, to));
        if (at < 0) return this;
        if (spans.length == 1) return NONE;
        var fewer = new long[spans.length - 1];
        System.arraycopy(spans, 0, fewer, 0, at);
        System.arraycopy(spans, at + 1, fewer, at, fewer.length - at);
        return new BusyTimes(fewer);
    }

    private static long span(long from, long to) {
        if (to <= from || to - from > LENGTH) throw new IllegalArgumentException("no span: " + from + " to " + to);
        return from << LENGTH_BITS | (to - from);
    }

    boolean isEmpty() {
        return spans.length == 0;
    }

    /**
     * Adds every start, from {@code from} to before {@code to}, that a session can't have because it would touch a
     * span with itself or its buffers.
     *
     * @param before cells needed before the start
     * @param after cells needed from the start on
     */
    void addBlockedStarts(CellSet into, long from, long to, int before, int after) {
        for (int i = firstSpanFrom(from - before - longest); i < spans.length; i++) {
            long start = spans[i] >> LENGTH_BITS;
            if (start >= to + after) return;
            into.add(start - after + 1, start + (spans[i] & LENGTH) + before);
        }
    }

    private int firstSpanFrom(long cell) {
        int at = Arrays.binarySearch(spans, cell << LENGTH_BITS);
        return at < 0 ? -at - 1 : at;
    }
}
