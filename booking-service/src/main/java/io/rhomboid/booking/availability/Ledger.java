package io.rhomboid.booking.availability;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;

import io.rhomboid.contracts.block.BlockId;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.clinic.RoomId;
import io.rhomboid.contracts.therapist.TherapistId;

/**
 * What is known about each booking and block. There are hundreds of thousands, and nearly all are alike: one
 * therapist, one room, a few hours, changed a few times. Such a one takes twenty bytes in a table; all
 * others are kept as they were told.
 *
 * <p>In the table a booking is known by 64 bits made of its id and of a number that is another in each process, so
 * nobody can choose two ids that look alike. By chance two of a million do in one run of thirty million; the diary would
 * then miss one of them, and the store would still refuse to book it twice.
 *
 * <p>One thread at a time changes what is known of one id. Safe for any number of threads.
 */
final class Ledger {

    /** Without a claim it has given its slot back; {@code until} is when it ends or would have. */
    record Entry(long version, @Nullable Claim claim, Instant until) {}

    /** Of the 64 bits, so many say in which part it is, the rest are kept there. */
    private static final int PART_BITS = 10;

    private static final int VERSION_BITS = 10;
    private static final long VERSION = (1L << VERSION_BITS) - 1;

    /** The second number: first cell, length in cells, day, therapist. */
    private static final int FROM_BITS = 24;

    private static final int LENGTH_BITS = 9;
    private static final int DAY_BITS = 3;
    private static final int THERAPIST_BITS = 28;
    private static final int DAY_AT = THERAPIST_BITS;
    private static final int LENGTH_AT = DAY_AT + DAY_BITS;
    private static final int FROM_AT = LENGTH_AT + LENGTH_BITS;

    private final Resources resources;
    private final long seed = new Random().nextLong();
    private final Part[] parts = new Part[1 << PART_BITS];

    Ledger(Resources resources) {
        this.resources = resources;
        Arrays.setAll(parts, _ -> new Part());
    }

    @Nullable
    Entry get(Record id) {
        long mark = mark(id);
        var part = part(mark);
        synchronized (part) {
            return part.get(id, mark);
        }
    }

    /**
     * Keeps the news if they are newer than what is known.
     *
     * @param change called with what was known, null if nothing, and the news, while nobody else changes that id
     * @return false if they are not
     */
    boolean learn(Record id, Entry news, BiConsumer<@Nullable Entry, @Nullable Entry> change) {
        long mark = mark(id);
        var part = part(mark);
        synchronized (part) {
            var known = part.get(id, mark);
            if (known != null && known.version >= news.version) return false;
            change.accept(known, news);
            part.put(id, mark, news);
            return true;
        }
    }

    /** @param change called with each that ended before this moment, and null */
    void forgetBefore(Instant moment, BiConsumer<@Nullable Entry, @Nullable Entry> change) {
        for (var part : parts) {
            synchronized (part) {
                part.forgetBefore(moment, change);
            }
        }
    }

    private Part part(long mark) {
        return parts[(int) (mark >>> 64 - PART_BITS)];
    }

    private long mark(Record id) {
        var uuid = switch (id) {
            case BookingId(var value) -> value;
            case BlockId(var value) -> value;
            default -> throw new IllegalArgumentException("neither booking nor block: " + id);
        };
        long kind = id instanceof BookingId ? seed : ~seed;
        return mixed(mixed(uuid.getMostSignificantBits() ^ kind) + uuid.getLeastSignificantBits());
    }

    private static long mixed(long bits) {
        long z = (bits ^ bits >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }

    /** A table with open addressing, each at the first free place from where its mark wants it to be. */
    private final class Part {

        private static final double FULL = 0.9;
        private static final double GROWTH = 1.125;

        /** For each place two: what is left of the mark, with the version; and when and whose. */
        private long[] table = new long[0];

        private int[] rooms = new int[0];
        private int size;
        private Map<Record, Entry> others = Map.of();

        @Nullable
        Entry get(Record id, long mark) {
            int at = find(mark);
            return at < 0 ? others.get(id) : entry(at);
        }

        void put(Record id, long mark, Entry entry) {
            int at = find(mark);
            if (isOrdinary(entry)) {
                if (at < 0) at = insert(mark);
                write(at, mark, entry);
                if (!others.isEmpty()) others.remove(id);
            } else {
                if (at >= 0) remove(at);
                if (others.isEmpty()) others = new HashMap<>();
                others.put(id, entry);
            }
        }

        private static boolean isOrdinary(Entry entry) {
            if (entry.version < 1 || entry.version > VERSION) return false;
            var claim = entry.claim;
            if (claim == null) return fits(CellSet.cellFrom(entry.until), 0);
            return claim.therapists().size() == 1
                    && claim.rooms().size() == 1
                    && claim.equipment().isEmpty()
                    && claim.also() == null
                    && fits(claim.firstCell(), claim.endCell() - claim.firstCell());
        }

        private static boolean fits(long from, long length) {
            return from >= 0 && from < 1L << FROM_BITS && length < 1L << LENGTH_BITS;
        }

        private void write(int at, long mark, Entry entry) {
            table[2 * at] = mark << PART_BITS | entry.version;
            var claim = entry.claim;
            if (claim == null) {
                table[2 * at + 1] = CellSet.cellFrom(entry.until) << FROM_AT;
                return;
            }
            long from = claim.firstCell();
            long tag = claim.day() == null ? 0 : BusyTimes.tag(from, claim.day().toEpochDay());
            table[2 * at + 1] =
                    from << FROM_AT | claim.endCell() - from << LENGTH_AT | tag << DAY_AT | number(claim.therapists());
            rooms[at] = number(claim.rooms());
        }

        private int number(Set<? extends Record> one) {
            return resources.of(one.iterator().next()).number();
        }

        private Entry entry(int at) {
            long version = table[2 * at] & VERSION;
            long when = table[2 * at + 1];
            long from = when >>> FROM_AT;
            long length = when >>> LENGTH_AT & (1L << LENGTH_BITS) - 1;
            if (length == 0) return new Entry(version, null, CellSet.startOf(from));
            var until = CellSet.startOf(from + length);
            return new Entry(
                    version,
                    new Claim(
                            Set.of((TherapistId) resource(when & (1L << THERAPIST_BITS) - 1)),
                            Set.of((RoomId) resource(rooms[at])),
                            Set.of(),
                            CellSet.startOf(from),
                            until,
                            BusyTimes.day(from, (int) (when >>> DAY_AT) & (1 << DAY_BITS) - 1)),
                    until);
        }

        private Record resource(long number) {
            return resources.numbered((int) number).id();
        }

        private int find(long mark) {
            if (size == 0) return -1;
            long kept = mark << PART_BITS;
            for (int at = home(kept); table[2 * at] != 0; at = after(at)) {
                if ((table[2 * at] & ~VERSION) == kept) return at;
            }
            return -1;
        }

        private int insert(long mark) {
            if (size + 1 > rooms.length * FULL) resize((int) (rooms.length * GROWTH) + 4);
            size++;
            return free(mark << PART_BITS);
        }

        private int free(long kept) {
            int at = home(kept);
            while (table[2 * at] != 0) at = after(at);
            return at;
        }

        private void resize(int places) {
            var oldTable = table;
            var oldRooms = rooms;
            table = new long[2 * places];
            rooms = new int[places];
            for (int i = 0; i < oldRooms.length; i++) {
                if (oldTable[2 * i] == 0) continue;
                int at = free(oldTable[2 * i] & ~VERSION);
                move(oldTable, oldRooms, i, at);
            }
        }

        private void move(long[] fromTable, int[] fromRooms, int from, int to) {
            table[2 * to] = fromTable[2 * from];
            table[2 * to + 1] = fromTable[2 * from + 1];
            rooms[to] = fromRooms[from];
        }

        /** Those behind that would not be found across the gap move up. */
        private void remove(int gap) {
            size--;
            int hole = gap;
            for (int at = after(gap); table[2 * at] != 0; at = after(at)) {
                int home = home(table[2 * at] & ~VERSION);
                boolean stays = hole <= at ? hole < home && home <= at : hole < home || home <= at;
                if (stays) continue;
                move(table, rooms, at, hole);
                hole = at;
            }
            table[2 * hole] = 0;
        }

        private int home(long kept) {
            return (int) Math.unsignedMultiplyHigh(kept, rooms.length);
        }

        private int after(int at) {
            return at + 1 == rooms.length ? 0 : at + 1;
        }

        void forgetBefore(Instant moment, BiConsumer<@Nullable Entry, @Nullable Entry> change) {
            int before = size;
            for (int at = 0; at < rooms.length; at++) {
                if (table[2 * at] == 0 || !isOver(entry(at), moment, change)) continue;
                table[2 * at] = 0;
                size--;
            }
            if (size < before) resize((int) (size / FULL) + 1);
            if (!others.isEmpty()) others.values().removeIf(entry -> isOver(entry, moment, change));
        }

        private static boolean isOver(
                Entry entry, Instant moment, BiConsumer<@Nullable Entry, @Nullable Entry> change) {
            if (!entry.until.isBefore(moment)) return false;
            change.accept(entry, null);
            return true;
        }
    }
}
