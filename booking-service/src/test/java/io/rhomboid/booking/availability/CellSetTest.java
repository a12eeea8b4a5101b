package io.rhomboid.booking.availability;

import java.time.Instant;
import java.util.BitSet;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CellSetTest {

    @Test
    void a_cell_is_five_minutes_of_the_utc_line() {
        assertThat(CellSet.cellOf(Instant.parse("1970-01-01T00:04:59.999Z"))).isEqualTo(0);
        assertThat(CellSet.cellOf(Instant.parse("1970-01-01T00:05:00Z"))).isEqualTo(1);
        assertThat(CellSet.cellOf(Instant.parse("1969-12-31T23:59:59Z"))).isEqualTo(-1);
        assertThat(CellSet.cellFrom(Instant.parse("1970-01-01T00:05:00Z"))).isEqualTo(1);
        assertThat(CellSet.cellFrom(Instant.parse("1970-01-01T00:05:00.001Z"))).isEqualTo(2);
        assertThat(CellSet.startOf(2)).isEqualTo(Instant.parse("1970-01-01T00:10:00Z"));
    }

    @Test
    void does_what_a_plain_bit_set_does() {
        for (long seed = 0; seed < 2_000; seed++) {
            var random = new Random(seed);
            int width = 1 + random.nextInt(400);
            long base = random.nextInt(2_000) - 1_000;
            var cells = new CellSet(base, base + width);
            var other = new CellSet(base + random.nextInt(200) - 100, base + 100 + random.nextInt(300));
            var plain = new BitSet();
            var otherPlain = new BitSet();
            for (int i = 0; i < 12; i++) {
                int from = random.nextInt(width);
                int to = from + random.nextInt(width - from + 1);
                switch (random.nextInt(4)) {
                    case 0 -> {
                        cells.remove(base + from, base + to);
                        plain.clear(from, to);
                    }
                    case 1 -> {
                        other.add(base + from, base + to);
                        for (int cell = from; cell < to; cell++) {
                            if (other.contains(base + cell)) otherPlain.set(cell);
                        }
                    }
                    default -> {
                        cells.add(base + from, base + to);
                        plain.set(from, to);
                    }
                }
            }
            switch (random.nextInt(5)) {
                case 0 -> {
                    cells.keepAll(other);
                    plain.and(otherPlain);
                }
                case 1 -> {
                    cells.removeAll(other);
                    plain.andNot(otherPlain);
                }
                case 2 -> {
                    int length = 1 + random.nextInt(150);
                    var spans = new CellSpans(cells, base);
                    cells.clear(base, base + width);
                    spans.addStarts(cells, length, base, base + width);
                    for (int cell = 0; cell < width; cell++) {
                        if (plain.nextClearBit(cell) < cell + length) plain.clear(cell);
                    }
                }
                case 3 -> {
                    int from = random.nextInt(width);
                    cells.keep(base + from, base + from + 70);
                    plain.clear(0, from);
                    plain.clear(from + 70, width + 100);
                }
                default -> {}
            }
            assertSame(seed, cells, plain, base, width);
        }
    }

    private static void assertSame(long seed, CellSet cells, BitSet plain, long base, int width) {
        for (int cell = -70; cell < width + 70; cell++) {
            assertThat(cells.contains(base + cell))
                    .as("seed %d, cell %d", seed, cell)
                    .isEqualTo(cell >= 0 && plain.get(cell));
            int next = plain.nextSetBit(Math.max(cell, 0));
            assertThat(cells.next(base + cell))
                    .as("seed %d, next after %d", seed, cell)
                    .isEqualTo(next < 0 ? CellSet.NONE : base + next);
            int previous = cell < 0 ? -1 : plain.previousSetBit(cell);
            assertThat(cells.previous(base + cell))
                    .as("seed %d, previous before %d", seed, cell)
                    .isEqualTo(previous < 0 ? CellSet.NONE : base + previous);
        }
        assertThat(cells.count()).isEqualTo(plain.cardinality());
        assertThat(cells.isEmpty()).isEqualTo(plain.isEmpty());
    }
}
