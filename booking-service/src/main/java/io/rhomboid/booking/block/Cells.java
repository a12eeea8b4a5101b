package io.rhomboid.booking.block;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

import io.rhomboid.booking.availability.CellSet;
import io.rhomboid.contracts.block.BlockedTime;

/**
 * Cells from the one that is now on, taken apart and put together as sets.
 *
 * @param base the cell of bit 0
 */
record Cells(long base, BitSet bits) {

    /** From start to end, both on a cell's edge. */
    record Run(Instant start, Instant end) {}

    /** Every cell that is touched; what is past is left out. */
    static Cells of(List<BlockedTime> times, Instant now) {
        var cells = new Cells(CellSet.cellOf(now), new BitSet());
        for (var time : times) {
            int end = cells.bit(CellSet.cellFrom(time.end()));
            cells.bits.set(Math.min(cells.bit(CellSet.cellOf(time.start())), end), end);
        }
        return cells;
    }

    private int bit(long cell) {
        return Math.toIntExact(Math.max(0, cell - base));
    }

    Cells copy() {
        return new Cells(base, (BitSet) bits.clone());
    }

    void without(Cells others) {
        bits.andNot(others.bits);
    }

    boolean meets(Cells others) {
        return bits.intersects(others.bits);
    }

    /** What is together, the first first, cut where it gets longer than that. */
    List<Run> runs(Duration longest) {
        int most = Math.toIntExact(longest.dividedBy(Duration.ofMinutes(CellSet.MINUTES)));
        var runs = new ArrayList<Run>();
        for (int from = bits.nextSetBit(0); from >= 0; ) {
            int to = Math.min(bits.nextClearBit(from), from + most);
            runs.add(new Run(CellSet.startOf(base + from), CellSet.startOf(base + to)));
            from = bits.nextSetBit(to);
        }
        return runs;
    }

    /** From the first to the last. */
    Run run() {
        return new Run(CellSet.startOf(base + bits.nextSetBit(0)), CellSet.startOf(base + bits.length()));
    }
}
