package io.rhomboid.booking.waitlist;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import io.rhomboid.booking.availability.FreeSlot;
import io.rhomboid.contracts.Money;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.clinic.WaitlistOrder;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.treatment.TreatmentCode;
import io.rhomboid.contracts.waitlist.WaitlistEntryId;

import static io.rhomboid.contracts.clinic.WaitlistOrder.BEST_FIT;
import static io.rhomboid.contracts.clinic.WaitlistOrder.FIRST_COME;
import static io.rhomboid.contracts.clinic.WaitlistOrder.LONGEST_SESSION;
import static org.assertj.core.api.Assertions.assertThat;

class TakingTurnsTest {

    static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");
    static final ClinicId CLINIC = new ClinicId(new UUID(1, 1));

    static Candidate candidate(int joined, int start, int minutes, int unusable) {
        var wish = new Wish(
                CLINIC,
                TreatmentCode.of("SWEDISH"),
                List.of(minutes),
                null,
                LocalDate.of(2026, 3, 2),
                LocalDate.of(2026, 3, 2),
                Set.of(),
                Set.of(),
                Duration.ZERO);
        var entry = Entry.join(
                        new WaitlistEntryId(new UUID(5, joined)),
                        new ClientId(new UUID(6, joined)),
                        wish,
                        1,
                        TEN.minusSeconds(1_000_000).plusSeconds(joined))
                .entry();
        var from = TEN.plusSeconds(start * 60L);
        var slot = new FreeSlot(
                new TherapistId(new UUID(2, 1)),
                CLINIC,
                from,
                from.plusSeconds(minutes * 60L),
                new Money(70_00, "EUR"));
        return new Candidate(entry, slot, unusable);
    }

    @Test
    void first_come_is_by_joining_then_ones_own_earliest_and_longest() {
        var later = candidate(2, 0, 90, 0);
        var own = candidate(1, 30, 60, 30);
        var ownEarlier = candidate(1, 15, 60, 60);
        var ownLonger = candidate(1, 15, 90, 60);

        assertThat(sorted(FIRST_COME, later, own, ownEarlier, ownLonger))
                .containsExactly(ownLonger, ownEarlier, own, later);
    }

    @Test
    void longest_session_is_by_length_then_joining() {
        var shorter = candidate(1, 0, 60, 0);
        var longer = candidate(3, 0, 90, 30);
        var longerFirst = candidate(2, 0, 90, 60);

        assertThat(sorted(LONGEST_SESSION, shorter, longer, longerFirst)).containsExactly(longerFirst, longer, shorter);
    }

    @Test
    void best_fit_is_by_what_is_lost_then_length_then_joining() {
        var lossless = candidate(4, 0, 60, 0);
        var losslessLonger = candidate(5, 0, 90, 0);
        var lossy = candidate(1, 0, 90, 5);

        assertThat(sorted(BEST_FIT, lossy, lossless, losslessLonger)).containsExactly(losslessLonger, lossless, lossy);
    }

    static List<Candidate> sorted(WaitlistOrder order, Candidate... candidates) {
        var all = new ArrayList<>(List.of(candidates));
        Collections.shuffle(all, new Random(1));
        all.sort(Turns.by(order));
        return all;
    }

    /** Against the rules said once more, number by number, by who is beaten by nobody. */
    @RepeatedTest(20)
    void whoever_is_first_is_beaten_by_nobody() {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        var all = new ArrayList<Candidate>();
        for (int i = 0; i < 40; i++) {
            all.add(candidate(
                    random.nextInt(12), 15 * random.nextInt(6), 30 * (1 + random.nextInt(3)), 15 * random.nextInt(4)));
        }
        for (var order : WaitlistOrder.values()) {
            var first = all.stream().min(Turns.by(order)).orElseThrow();
            assertThat(all).as("seed %s, %s", seed, order).noneMatch(other -> beats(order, other, first));
        }
    }

    static boolean beats(WaitlistOrder order, Candidate one, Candidate other) {
        long joined = one.entry().joinedAt().getEpochSecond()
                - other.entry().joinedAt().getEpochSecond();
        long start = one.slot().start().getEpochSecond() - other.slot().start().getEpochSecond();
        long length = other.minutes() - one.minutes();
        long lost = one.unusableMinutes() - other.unusableMinutes();
        long[] questions = switch (order) {
            case FIRST_COME -> new long[] {joined, start, length};
            case LONGEST_SESSION -> new long[] {length, joined, start};
            case BEST_FIT -> new long[] {lost, length, joined, start};
        };
        for (long difference : questions) {
            if (difference != 0) return difference < 0;
        }
        return false;
    }
}
