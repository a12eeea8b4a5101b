package io.rhomboid.booking.availability;

import java.time.Instant;
import java.util.Arrays;

/**
 * A set of five-minute cells on the UTC line, within a window.
 *
 * <p>A cell is {@code floorDiv(epochSecond, 300)}, so no change of clocks can bend it. Sets of different windows go
 * together without shifting, because every word of 64 cells begins at a multiple of 64. Outside of its window a set
 * is empty. Not thread-safe while it is being filled; never changed once it is shared.
 */
public final class CellSet {

    public static final int MINUTES = 5;

    private static final int SECONDS = MINUTES * 60;
    private static final int WORD = 6;

    /** What {@link #next} and {@link #previous} say when there is none. */
    static final long NONE = Long.MIN_VALUE;

    private long firstWord;
    private int size;
    private long[] words;

    CellSet() {
        words = new long[8];
    }

    /** An empty set with room for the cells from {@code from} to before {@code to}, and up to a word more. */
    CellSet(long from, long to) {
        words = new long[wordsFor(from, to)];
        clear(from, to);
    }

    /** The cell that this moment lies in. */
    public static long cellOf(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), SECONDS);
    }

    /** The first cell that begins at this moment or later. */
    public static long cellFrom(Instant time) {
        long cell = cellOf(time);
        return startOf(cell).equals(time) ? cell : cell + 1;
    }

    /** When this cell begins. */
    public static Instant startOf(long cell) {
        return Instant.ofEpochSecond(cell * SECONDS);
    }

    /** Empties the set and moves its window, so that one set can serve many questions. */
    void clear(long from, long to) {
        firstWord = from >> WORD;
        size = wordsFor(from, to);
        if (size > words.length) words = new long[Math.max(64, Integer.highestOneBit(size - 1) << 1)];
        else Arrays.fill(words, 0, size, 0);
    }

    private static int wordsFor(long from, long to) {
        return to <= from ? 0 : Math.toIntExact(((to - 1) >> WORD) - (from >> WORD) + 1);
    }

    /** Adds the cells from {@code from} to before {@code to}, as far as they lie in the window. */
    void add(long from, long to) {
        long start = Math.max(from - (firstWord << WORD), 0);
        long end = Math.min(to - (firstWord << WORD), (long) size << WORD);
        if (start >= end) return;
        int first = (int) (start >> WORD);
        int last = (int) ((end - 1) >> WORD);
        long head = -1L << start;
        long tail = -1L >>> -end;
        if (first == last) {
            words[first] |= head & tail;
        } else {
            words[first] |= head;
            Arrays.fill(words, first + 1, last, -1L);
            words[last] |= tail;
        }
    }

    void addAll(CellSet other) {
        int shift = (int) (firstWord - other.firstWord);
        for (int i = Math.max(0, -shift); i < Math.min(size, other.size - shift); i++) {
            words[i] |= other.words[i + shift];
        }
    }

    void remove(long from, long to) {
        long start = Math.max(from - (firstWord << WORD), 0);
        long end = Math.min(to - (firstWord << WORD), (long) size << WORD);
        if (start >= end) return;
        int first = (int) (start >> WORD);
        int last = (int) ((end - 1) >> WORD);
        long head = -1L << start;
        long tail = -1L >>> -end;
        if (first == last) {
            words[first] &= ~(head & tail);
        } else {
            words[first] &= ~head;
            Arrays.fill(words, first + 1, last, 0);
            words[last] &= ~tail;
        }
    }

    void removeAll(CellSet other) {
        int shift = (int) (firstWord - other.firstWord);
        for (int i = Math.max(0, -shift); i < Math.min(size, other.size - shift); i++) {
            words[i] &= ~other.words[i + shift];
        }
    }

    /** Keeps the cells from {@code from} to before {@code to}. */
    void keep(long from, long to) {
        remove(Long.MIN_VALUE / 2, from);
        remove(to, Long.MAX_VALUE / 2);
    }

    void keepAll(CellSet other) {
        int shift = (int) (firstWord - other.firstWord);
        for (int i = 0; i < size; i++) {
            int theirs = i + shift;
            words[i] &= theirs >= 0 && theirs < other.size ? other.words[theirs] : 0;
        }
    }

    /** Adds to each number how often its cell is in the set; the first number is that of the cell {@code base}. */
    void countInto(int[] counts, long base) {
        for (int i = 0; i < size; i++) {
            int at = (int) (((firstWord + i) << WORD) - base);
            for (long word = words[i]; word != 0; word &= word - 1) counts[at + Long.numberOfTrailingZeros(word)]++;
        }
    }

    /** Writes each cell, and whose it is in the low half, to where the number of its cell says, which moves on. */
    void placeInto(long[] into, int[] places, long base, int whose) {
        for (int i = 0; i < size; i++) {
            long first = (firstWord + i) << WORD;
            for (long word = words[i]; word != 0; word &= word - 1) {
                long cell = first + Long.numberOfTrailingZeros(word);
                into[places[(int) (cell - base)]++] = cell << 32 | whose;
            }
        }
    }

    /** Sets the number of each cell that is in the set; the first number is that of the cell {@code base}. */
    void markInto(int[] marks, long base, int mark) {
        for (int i = 0; i < size; i++) {
            int at = (int) (((firstWord + i) << WORD) - base);
            for (long word = words[i]; word != 0; word &= word - 1) marks[at + Long.numberOfTrailingZeros(word)] = mark;
        }
    }

    /** As {@link #placeInto}, for who is alone. */
    int listInto(long[] into, int at, int whose) {
        for (int i = 0; i < size; i++) {
            long first = (firstWord + i) << WORD;
            for (long word = words[i]; word != 0; word &= word - 1) {
                into[at++] = first + Long.numberOfTrailingZeros(word) << 32 | whose;
            }
        }
        return at;
    }

    boolean contains(long cell) {
        long word = (cell >> WORD) - firstWord;
        return word >= 0 && word < size && (words[(int) word] & 1L << cell) != 0;
    }

    /** Whether the set has every cell from {@code from} to before {@code to}. */
    boolean containsAll(long from, long to) {
        return nextAbsent(from) >= to;
    }

    boolean isEmpty() {
        for (int i = 0; i < size; i++) {
            if (words[i] != 0) return false;
        }
        return true;
    }

    /** The first cell of the set at {@code cell} or after, or {@link #NONE}. */
    long next(long cell) {
        long start = Math.max(cell - (firstWord << WORD), 0);
        if (start >= (long) size << WORD) return NONE;
        int i = (int) (start >> WORD);
        long word = words[i] & -1L << start;
        while (word == 0) {
            if (++i == size) return NONE;
            word = words[i];
        }
        return ((firstWord + i) << WORD) + Long.numberOfTrailingZeros(word);
    }

    /** The first cell at {@code cell} or after that the set does not have. */
    long nextAbsent(long cell) {
        long at = cell;
        while (contains(at)) {
            long word = words[(int) ((at >> WORD) - firstWord)] >>> at;
            at += Math.min(Long.numberOfTrailingZeros(~word), 64 - (at & 63));
        }
        return at;
    }

    /** The last cell of the set at {@code cell} or before, or {@link #NONE}. */
    long previous(long cell) {
        long start = Math.min(cell - (firstWord << WORD), ((long) size << WORD) - 1);
        if (start < 0) return NONE;
        int i = (int) (start >> WORD);
        long word = words[i] & -1L >>> (63 - (start & 63));
        while (word == 0) {
            if (--i < 0) return NONE;
            word = words[i];
        }
        return ((firstWord + i) << WORD) + 63 - Long.numberOfLeadingZeros(word);
    }

    /** How many cells the set has. */
    int count() {
        int count = 0;
        for (int i = 0; i < size; i++) count += Long.bitCount(words[i]);
        return count;
    }
}
