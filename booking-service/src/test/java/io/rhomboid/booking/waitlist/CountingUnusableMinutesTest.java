package io.rhomboid.booking.waitlist;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import io.rhomboid.booking.availability.Availability;
import io.rhomboid.booking.availability.Claim;
import io.rhomboid.booking.availability.FreeSlot;
import io.rhomboid.booking.reservation.mongo.Neighbourhood;
import io.rhomboid.contracts.Money;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.therapist.TherapistId;

import static io.rhomboid.booking.reservation.mongo.Neighbourhood.CLINIC;
import static io.rhomboid.booking.reservation.mongo.Neighbourhood.SWEDISH;
import static io.rhomboid.booking.reservation.mongo.Neighbourhood.at;
import static org.assertj.core.api.Assertions.assertThat;

/** Mira works from six to midnight, gives sessions of an hour on every quarter, and needs a quarter after each. */
class CountingUnusableMinutesTest {

    static final TherapistId MIRA = new TherapistId(new UUID(2, 0));
    static final Instant SIX = at(2, 6, 0);
    static final int DAY = 18 * 60;

    final Availability availability = new Availability();
    final Set<Integer> taken = new HashSet<>();

    CountingUnusableMinutesTest() {
        Neighbourhood.tell(availability, List.of(MIRA), 1);
    }

    /** Takes Mira's time, in minutes after six. */
    void take(int from, int to) {
        availability
                .diary()
                .claim(
                        new BookingId(UUID.randomUUID()),
                        1,
                        new Claim(Set.of(MIRA), Set.of(), Set.of(), minute(from), minute(to)));
        for (int minute = from; minute < to; minute += 5) taken.add(minute);
    }

    static Instant minute(int minute) {
        return SIX.plusSeconds(minute * 60L);
    }

    int unusable(int start) {
        var slot = new FreeSlot(MIRA, CLINIC, minute(start), minute(start + 60), new Money(70_00, "EUR"));
        var day = LocalDate.ofInstant(SIX, Neighbourhood.BERLIN);
        var wish = new Wish(CLINIC, SWEDISH, List.of(60), MIRA, day, day, Set.of(), Set.of(), Duration.ZERO);
        return new Openings(availability.catalogue(), availability.diary(), Instant.now()).unusableMinutes(wish, slot);
    }

    @Test
    void an_hour_and_its_quarter_in_a_gap_of_that_size_leave_nothing() {
        take(0, 120);
        take(195, DAY);

        assertThat(unusable(120)).isZero();
    }

    @Test
    void what_is_too_short_for_any_session_is_lost() {
        take(0, 120);
        take(225, DAY);

        assertThat(unusable(120)).as("half an hour after it").isEqualTo(15);
        assertThat(unusable(150)).as("half an hour before it").isEqualTo(30);
    }

    @Test
    void what_nobody_could_book_before_is_not_lost_by_it() {
        take(0, 120);
        take(125, 240);
        take(315, DAY);

        assertThat(unusable(240)).isZero();
    }

    /** Minute by minute: a start is possible when its hour is at work and its hour and quarter are free. */
    @RepeatedTest(20)
    void every_start_costs_what_a_count_by_hand_says() {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        for (int from = 5 * random.nextInt(40); from < DAY - 60; ) {
            int to = Math.min(DAY, from + 5 * (1 + random.nextInt(24)));
            take(from, to);
            from = to + 5 * random.nextInt(50);
        }
        for (int start = 0; start <= DAY - 60; start += 15) {
            if (!isPossible(start, taken)) continue;
            var after = new HashSet<>(taken);
            for (int minute = start; minute < start + 75; minute += 5) after.add(minute);
            var lost = bookable(taken);
            lost.removeAll(bookable(after));
            for (int minute = start; minute < start + 75; minute += 5) lost.remove(minute);
            assertThat(unusable(start)).as("seed %s, start %s", seed, start).isEqualTo(lost.size() * 5);
        }
    }

    static boolean isPossible(int start, Set<Integer> taken) {
        for (int minute = start; minute < start + 75; minute += 5) {
            if (taken.contains(minute)) return false;
        }
        return true;
    }

    static Set<Integer> bookable(Set<Integer> taken) {
        var cells = new HashSet<Integer>();
        for (int start = 0; start <= DAY - 60; start += 15) {
            if (!isPossible(start, taken)) continue;
            for (int minute = start; minute < start + 60; minute += 5) cells.add(minute);
        }
        return cells;
    }
}
