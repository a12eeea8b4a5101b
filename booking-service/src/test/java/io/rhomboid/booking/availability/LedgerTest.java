package io.rhomboid.booking.availability;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.rhomboid.booking.availability.Ledger.Entry;
import io.rhomboid.contracts.block.BlockId;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.clinic.EquipmentId;
import io.rhomboid.contracts.clinic.RoomId;
import io.rhomboid.contracts.therapist.TherapistId;

import static org.assertj.core.api.Assertions.assertThat;

/** Held against an ordinary map. A failure names its seed. */
class LedgerTest {

    static final Instant TODAY = Instant.parse("2026-03-02T00:00:00Z");

    @Test
    void knows_of_each_booking_and_block_what_it_was_told_last() {
        for (long seed = 1; seed <= 20; seed++) {
            var random = new Random(seed);
            var ledger = new Ledger(new Resources());
            var plain = new HashMap<Record, Entry>();
            for (int i = 0; i < 20_000; i++) {
                var id = id(random.nextInt(3_000));
                switch (random.nextInt(2_000)) {
                    case 0 -> forget(ledger, plain, TODAY.plus(Duration.ofHours(random.nextInt(800))));
                    default -> learn(seed, ledger, plain, id, entry(random));
                }
            }
            for (int i = 0; i < 3_000; i++) {
                assertThat(ledger.get(id(i))).as("seed %d, %d", seed, i).isEqualTo(plain.get(id(i)));
            }
        }
    }

    private static void learn(long seed, Ledger ledger, Map<Record, Entry> plain, Record id, Entry news) {
        var known = plain.get(id);
        boolean newer = known == null || known.version() < news.version();
        var told = new boolean[1];
        boolean learnt = ledger.learn(id, news, (before, after) -> {
            assertThat(before).as("seed %d", seed).isEqualTo(known);
            assertThat(after).isEqualTo(news);
            told[0] = true;
        });
        assertThat(learnt).as("seed %d", seed).isEqualTo(newer).isEqualTo(told[0]);
        if (newer) plain.put(id, news);
    }

    private static void forget(Ledger ledger, Map<Record, Entry> plain, Instant moment) {
        var forgotten = new HashMap<@Nullable Entry, Integer>();
        ledger.forgetBefore(moment, (known, _) -> forgotten.merge(known, 1, Integer::sum));
        var due = new HashMap<@Nullable Entry, Integer>();
        plain.values().stream()
                .filter(entry -> entry.until().isBefore(moment))
                .forEach(entry -> due.merge(entry, 1, Integer::sum));
        assertThat(forgotten).isEqualTo(due);
        plain.values().removeIf(entry -> entry.until().isBefore(moment));
    }

    private static Record id(int number) {
        return number % 3 == 0 ? new BlockId(new UUID(7, number / 3)) : new BookingId(new UUID(7, number / 3));
    }

    /** Mostly such as fill a diary; some too long, too late, with too much or changed too often for the table. */
    private static Entry entry(Random random) {
        long version = random.nextInt(20) == 0 ? 1_000 + random.nextInt(100) : 1 + random.nextInt(30);
        var start = TODAY.plus(Duration.ofMinutes(5L * random.nextInt(8_000)));
        if (random.nextInt(50) == 0) start = start.plus(Duration.ofDays(40_000));
        var end = start.plus(Duration.ofMinutes(5L * (1 + random.nextInt(random.nextInt(10) == 0 ? 900 : 30))));
        if (random.nextInt(4) == 0) return new Entry(version, null, end);
        var therapists = random.nextInt(10) == 0
                ? Set.of(therapist(1), therapist(2 + random.nextInt(100)))
                : Set.of(therapist(random.nextInt(100)));
        var rooms = random.nextInt(10) == 0 ? Set.<RoomId>of() : Set.of(new RoomId(new UUID(2, random.nextInt(100))));
        var equipment = random.nextInt(10) == 0 ? Set.of(new EquipmentId(new UUID(3, 1))) : Set.<EquipmentId>of();
        var day = random.nextBoolean()
                ? null
                : LocalDate.ofInstant(start, ZoneOffset.UTC).plusDays(random.nextInt(3) - 1);
        var also = random.nextInt(20) == 0 ? new Claim(therapists, rooms, equipment, TODAY, end) : null;
        return new Entry(version, new Claim(therapists, rooms, equipment, start, end, day, also), end);
    }

    private static TherapistId therapist(int number) {
        return new TherapistId(new UUID(1, number));
    }
}
