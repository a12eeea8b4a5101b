package io.rhomboid.booking.availability;

import java.time.LocalDate;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * When one therapist, room or piece of equipment is taken, buffers included. Never changed, so it can be read by
 * anyone at any time.
 *
 * <p>Spans may repeat and overlap: while messages arrive out of order, a slot can seem taken twice for a moment, and
 * giving back one of them must leave the other. A span that is a session knows the day that it counts on.
 */
public final class BusyTimes {

    static final BusyTimes NONE = new BusyTimes(new long[0]);

    private static final int DAY_BITS = 3;
    private static final int LENGTH_BITS = 20;
    private static final int FROM = LENGTH_BITS + DAY_BITS;
    private static final long LENGTH = (1L << LENGTH_BITS) - 1;
    private static final long DAY = (1L << DAY_BITS) - 1;
    private static final long CELLS_A_DAY = 288;

    /** First cell, length, and the day (see {@link #tag}) in one number, ascending. */
    private final long[] spans;

    private final long longest;

    private BusyTimes(long[] spans) {
        this.spans = spans;
        long length = 0;
        for (long span : spans) length = Math.max(length, length(span));
        longest = length;
    }

    /**
     * @param day the day of the clinic's calendar that a session counts on; null for what is no session
     * @throws IllegalArgumentException if the span is empty or longer than nine years
     */
    BusyTimes with(long from, long to, @Nullable LocalDate day) {
        long span = span(from, to, day);
        int at = Arrays.binarySearch(spans, span);
        if (at < 0) at = -at - 1;
        var more = new long[spans.length + 1];
        System.arraycopy(spans, 0, more, 0, at);
        more[at] = span;
        System.arraycopy(spans, at, more, at + 1, spans.length - at);
        return new BusyTimes(more);
    }

    /** Without one such span; the same if there is none. */
    BusyTimes without(long from, long to, @Nullable LocalDate day) {
        int at = Arrays.binarySearch(spans, span(from, to, day));
        if (at < 0) return this;
        if (spans.length == 1) return NONE;
        var fewer = new long[spans.length - 1];
        System.arraycopy(spans, 0, fewer, 0, at);
        System.arraycopy(spans, at + 1, fewer, at, fewer.length - at);
        return new BusyTimes(fewer);
    }

    private static long span(long from, long to, @Nullable LocalDate day) {
        if (to <= from || to - from > LENGTH) throw new IllegalArgumentException("no span: " + from + " to " + to);
        return from << FROM | (to - from) << DAY_BITS | (day == null ? 0 : tag(from, day.toEpochDay()));
    }

    /** 0 for no session; else how many days its day is ahead of the UTC date of its first cell, plus 3. */
    private static long tag(long from, long epochDay) {
        long ahead = epochDay - Math.floorDiv(from, CELLS_A_DAY);
        if (ahead < -2 || ahead > 2) throw new IllegalArgumentException("a session on another day than its own");
        return ahead + 3;
    }

    private static long from(long span) {
        return span >> FROM;
    }

    private static long length(long span) {
        return span >> DAY_BITS & LENGTH;
    }

    private static boolean isSession(long span) {
        return (span & DAY) != 0;
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
            long start = from(spans[i]);
            if (start >= to + after) return;
            into.add(start - after + 1, start + length(spans[i]) + before);
        }
    }

    /** Takes what is taken, from {@code from} to before {@code to}, out of the cells. */
    void removeFrom(CellSet cells, long from, long to) {
        for (int i = firstSpanFrom(from - longest); i < spans.length; i++) {
            long start = from(spans[i]);
            if (start >= to) return;
            cells.remove(start, start + length(spans[i]));
        }
    }

    /** Whether a session, with its buffers, takes this cell. */
    boolean isInSession(long cell) {
        for (int i = firstSpanFrom(cell - longest); i < spans.length && from(spans[i]) <= cell; i++) {
            if (isSession(spans[i]) && cell < from(spans[i]) + length(spans[i])) return true;
        }
        return false;
    }

    /** How many sessions count on this day. */
    int sessionsOn(long epochDay) {
        int count = 0;
        for (int i = firstSpanFrom((epochDay - 2) * CELLS_A_DAY); i < spans.length; i++) {
            long utcDay = Math.floorDiv(from(spans[i]), CELLS_A_DAY);
            if (utcDay > epochDay + 2) break;
            if (isSession(spans[i]) && utcDay + (spans[i] & DAY) - 3 == epochDay) count++;
        }
        return count;
    }

    private int firstSpanFrom(long cell) {
        int at = Arrays.binarySearch(spans, cell << FROM);
        return at < 0 ? -at - 1 : at;
    }
}
