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
 *
 * <p>A session takes four bytes: what lasts longer than 21 hours is kept in pieces.
 */
public final class BusyTimes {

    static final BusyTimes NONE = new BusyTimes(0, new int[0]);

    private static final int DAY_BITS = 3;
    private static final int LENGTH_BITS = 8;
    private static final int FROM = LENGTH_BITS + DAY_BITS;
    private static final int PIECE = (1 << LENGTH_BITS) - 1;
    private static final int DAY = (1 << DAY_BITS) - 1;

    /** Cells from the first span to the end of the last, almost ten years. */
    private static final long REACH = 1L << 31 - FROM;

    private static final long CELLS_A_DAY = 288;

    /** The day of a piece that is not the first of its session. */
    private static final int SAME_SESSION = 6;

    /** The cell that the first span begins in. */
    private final long first;

    /** How many cells after the first, length, and the day (see {@link #tag}) in one number, ascending. */
    private final int[] spans;

    private final int longest;

    private BusyTimes(long first, int[] spans) {
        this.first = first;
        this.spans = spans;
        int length = 0;
        for (int span : spans) length = Math.max(length, length(span));
        longest = length;
    }

    /**
     * @param day the day of the clinic's calendar that a session counts on; null for what is no session
     * @throws IllegalArgumentException if the span is empty, or nine years from another
     */
    BusyTimes with(long from, long to, @Nullable LocalDate day) {
        long begin = isEmpty() ? from : Math.min(first, from);
        var added = pieces(begin, from, to, day);
        int shift = shift(begin);
        var more = new int[spans.length + added.length];
        int next = 0;
        int at = 0;
        for (int span : spans) {
            while (next < added.length && added[next] < span + shift) more[at++] = added[next++];
            more[at++] = span + shift;
        }
        while (next < added.length) more[at++] = added[next++];
        return new BusyTimes(begin, more);
    }

    /** Without one such span; the same if there is none. */
    BusyTimes without(long from, long to, @Nullable LocalDate day) {
        if (isEmpty() || from < first) return this;
        var removed = pieces(first, from, to, day);
        var rest = new int[spans.length];
        int next = 0;
        int size = 0;
        for (int span : spans) {
            if (next < removed.length && span == removed[next]) next++;
            else rest[size++] = span;
        }
        if (next < removed.length) return this;
        if (size == 0) return NONE;
        long begin = first + (rest[0] >> FROM);
        int shift = shift(begin);
        for (int i = 0; i < size; i++) rest[i] += shift;
        return new BusyTimes(begin, Arrays.copyOf(rest, size));
    }

    /** What must be added to the spans so that they are told from another beginning. */
    private int shift(long begin) {
        if (isEmpty()) return 0;
        long end = first + (spans[spans.length - 1] >> FROM);
        if (end - begin >= REACH) throw new IllegalArgumentException("too far apart: " + begin + " and " + end);
        return (int) (first - begin) << FROM;
    }

    private static int[] pieces(long begin, long from, long to, @Nullable LocalDate day) {
        if (to <= from || to - begin >= REACH) throw new IllegalArgumentException("no span: " + from + " to " + to);
        var pieces = new int[Math.toIntExact(Math.ceilDiv(to - from, PIECE))];
        int tag = day == null ? 0 : tag(from, day.toEpochDay());
        for (int i = 0; i < pieces.length; i++) {
            long start = from + (long) i * PIECE;
            int of = i == 0 || tag == 0 ? tag : SAME_SESSION;
            pieces[i] = (int) (start - begin) << FROM | (int) Math.min(to - start, PIECE) << DAY_BITS | of;
        }
        return pieces;
    }

    /** 0 for no session; else how many days its day is ahead of the UTC date of its first cell, plus 3. */
    static int tag(long from, long epochDay) {
        long ahead = epochDay - Math.floorDiv(from, CELLS_A_DAY);
        if (ahead < -2 || ahead > 2) throw new IllegalArgumentException("a session on another day than its own");
        return (int) ahead + 3;
    }

    /** The day that {@link #tag} means. */
    static @Nullable LocalDate day(long from, int tag) {
        return tag == 0 ? null : LocalDate.ofEpochDay(Math.floorDiv(from, CELLS_A_DAY) + tag - 3);
    }

    private long from(int span) {
        return first + (span >> FROM);
    }

    private static int length(int span) {
        return span >> DAY_BITS & PIECE;
    }

    private static boolean isSession(int span) {
        return (span & DAY) != 0;
    }

    boolean isEmpty() {
        return spans.length == 0;
    }

    /**
     * Removes every start, from {@code from} to before {@code to}, that a session can't have because it would touch a
     * span with itself or its buffers.
     *
     * @param before cells needed before the start
     * @param after cells needed from the start on
     */
    void removeBlockedStarts(CellSet starts, long from, long to, int before, int after) {
        for (int i = firstSpanFrom(from - before - longest); i < spans.length; i++) {
            long start = from(spans[i]);
            if (start >= to + after) return;
            starts.remove(start - after + 1, start + length(spans[i]) + before);
        }
    }

    /** Adds what {@link #removeBlockedStarts} would remove. */
    void addBlockedStarts(CellSet into, long from, long to, int before, int after) {
        for (int i = firstSpanFrom(from - before - longest); i < spans.length; i++) {
            long start = from(spans[i]);
            if (start >= to + after) return;
            into.add(start - after + 1, start + length(spans[i]) + before);
        }
    }

    /** Takes what is taken, from {@code from} to before {@code to}, out of the cells. */
    void removeFrom(CellSet cells, long from, long to) {
        removeBlockedStarts(cells, from, to, 0, 1);
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
            int tag = spans[i] & DAY;
            if (isSession(spans[i]) && tag != SAME_SESSION && utcDay + tag - 3 == epochDay) count++;
        }
        return count;
    }

    private int firstSpanFrom(long cell) {
        if (cell <= first) return 0;
        if (cell - first >= REACH) return spans.length;
        int at = Arrays.binarySearch(spans, (int) (cell - first) << FROM);
        return at < 0 ? -at - 1 : at;
    }
}
