package io.rhomboid.booking.availability;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.clinic.RoomId;
import io.rhomboid.contracts.therapist.TherapistId;

import static org.assertj.core.api.Assertions.assertThat;

class DiaryTest {

    static final TherapistId MIRA = TherapistId.of("10000000-0000-4000-8000-000000000001");
    static final RoomId LINDE = RoomId.of("a0000000-0000-4000-8000-000000000001");
    static final BookingId BOOKING = BookingId.of("b0000000-0000-4000-8000-000000000001");
    static final BookingId RIVAL = BookingId.of("b0000000-0000-4000-8000-000000000002");
    static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");
    static final Instant ELEVEN = Instant.parse("2026-03-02T11:00:00Z");
    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    Diary diary = new Diary();

    @Test
    void a_claim_takes_therapist_and_room_from_its_first_to_its_last_minute() {
        assertThat(diary.claim(BOOKING, 1, claim(TEN, ELEVEN))).isTrue();

        assertThat(isTaken(MIRA, TEN)).isTrue();
        assertThat(isTaken(LINDE, ELEVEN.minusSeconds(300))).isTrue();
        assertThat(isTaken(MIRA, ELEVEN)).isFalse();
        assertThat(isTaken(MIRA, TEN.minusSeconds(300))).isFalse();
    }

    @Test
    void a_repeat_changes_nothing() {
        diary.claim(BOOKING, 1, claim(TEN, ELEVEN));

        assertThat(diary.claim(BOOKING, 1, claim(TEN, ELEVEN))).isFalse();

        diary.release(BOOKING, 2, ELEVEN);
        assertThat(isTaken(MIRA, TEN)).isFalse();
    }

    @Test
    void what_comes_late_does_not_bring_a_released_slot_back() {
        diary.release(BOOKING, 2, ELEVEN);

        assertThat(diary.claim(BOOKING, 1, claim(TEN, ELEVEN))).isFalse();
        assertThat(isTaken(MIRA, TEN)).isFalse();
    }

    @Test
    void a_new_claim_of_a_booking_gives_the_old_one_back() {
        diary.claim(BOOKING, 1, claim(TEN, ELEVEN));
        diary.claim(BOOKING, 2, claim(ELEVEN, NOON));

        assertThat(isTaken(MIRA, TEN)).isFalse();
        assertThat(isTaken(MIRA, ELEVEN)).isTrue();
    }

    @Test
    void giving_one_back_leaves_the_other_that_took_the_same_slot_already() {
        diary.claim(BOOKING, 1, claim(TEN, ELEVEN));
        diary.claim(RIVAL, 1, claim(TEN, ELEVEN));
        diary.release(BOOKING, 2, ELEVEN);

        assertThat(isTaken(MIRA, TEN)).isTrue();
    }

    @Test
    void without_a_booking_it_looks_as_if_that_one_took_nothing() {
        diary.claim(BOOKING, 1, claim(TEN, ELEVEN));
        diary.claim(RIVAL, 1, claim(ELEVEN, NOON));

        assertThat(isTaken(diary.without(BOOKING), MIRA, TEN)).isFalse();
        assertThat(isTaken(diary.without(BOOKING), MIRA, ELEVEN)).isTrue();
        assertThat(isTaken(diary, MIRA, TEN)).isTrue();
    }

    @Test
    void what_is_past_can_be_forgotten() {
        diary.claim(BOOKING, 1, claim(TEN, ELEVEN));
        diary.claim(RIVAL, 1, claim(ELEVEN, NOON));
        diary.forgetBefore(NOON);

        assertThat(isTaken(MIRA, TEN)).isFalse();
        assertThat(isTaken(MIRA, ELEVEN)).isTrue();
    }

    @Test
    void in_any_order_and_with_repeats_it_ends_the_same() {
        for (long seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            var news = new ArrayList<Runnable>();
            var ends = new ArrayList<Claim>();
            var shuffled = new Diary();
            for (int i = 0; i < 10; i++) {
                var booking = new BookingId(new UUID(seed, i));
                Claim last = null;
                for (int version = 1; version <= 1 + random.nextInt(4); version++) {
                    long v = version;
                    var from = TEN.plusSeconds(300L * random.nextInt(200));
                    var claim = claim(from, from.plusSeconds(3600));
                    last = random.nextInt(3) == 0 ? null : claim;
                    boolean released = last == null;
                    Runnable one = () -> {
                        if (released) shuffled.release(booking, v, claim.to());
                        else shuffled.claim(booking, v, claim);
                    };
                    news.add(one);
                    news.add(one);
                }
                if (last != null) ends.add(last);
            }
            Collections.shuffle(news, random);
            news.forEach(Runnable::run);

            for (var at = TEN; at.isBefore(TEN.plusSeconds(86_400)); at = at.plusSeconds(300)) {
                var moment = at;
                assertThat(isTaken(shuffled, MIRA, at))
                        .as("seed %d at %s", seed, at)
                        .isEqualTo(ends.stream()
                                .anyMatch(claim -> !claim.from().isAfter(moment)
                                        && claim.to().isAfter(moment)));
            }
        }
    }

    @Test
    void many_threads_may_tell_and_ask_at_once() throws InterruptedException {
        var threads = new ArrayList<Thread>();
        for (int hand = 0; hand < 16; hand++) {
            int mine = hand;
            threads.add(Thread.ofVirtual().start(() -> {
                var from = TEN.plusSeconds(3600L * mine);
                for (long version = 1; version <= 500; version++) {
                    var booking = new BookingId(new UUID(0, mine));
                    if (version % 2 == 1) diary.claim(booking, version, claim(from, from.plusSeconds(3600)));
                    else diary.release(booking, version, from);
                    isTaken(LINDE, from);
                }
                diary.claim(new BookingId(new UUID(1, mine)), 1, claim(from, from.plusSeconds(300)));
            }));
        }
        for (var thread : threads) thread.join();

        for (int hand = 0; hand < 16; hand++) {
            assertThat(isTaken(MIRA, TEN.plusSeconds(3600L * hand))).isTrue();
            assertThat(isTaken(LINDE, TEN.plusSeconds(3600L * hand + 300))).isFalse();
        }
    }

    private static Claim claim(Instant from, Instant to) {
        return new Claim(Set.of(MIRA), Set.of(LINDE), Set.of(), from, to);
    }

    private boolean isTaken(Record resource, Instant cell) {
        return isTaken(diary, resource, cell);
    }

    private static boolean isTaken(Occupancy occupancy, Record resource, Instant time) {
        long cell = CellSet.cellOf(time);
        var blocked = new CellSet(cell, cell + 1);
        occupancy.busy(resource).addBlockedStarts(blocked, cell, cell + 1, 0, 1);
        return blocked.contains(cell);
    }
}
