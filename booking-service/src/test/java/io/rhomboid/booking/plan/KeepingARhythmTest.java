package io.rhomboid.booking.plan;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.rhomboid.booking.availability.AskedStart;
import io.rhomboid.booking.availability.Availability;
import io.rhomboid.booking.availability.Claim;
import io.rhomboid.booking.availability.StartAnswer.Fits;
import io.rhomboid.booking.availability.StartCheck;
import io.rhomboid.booking.plan.PlanDates.Date;
import io.rhomboid.booking.reservation.mongo.Neighbourhood;
import io.rhomboid.booking.series.SeriesDesk;
import io.rhomboid.booking.series.SeriesWish;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.therapist.TherapistId;

import static org.assertj.core.api.Assertions.assertThat;

/** At a clinic in Berlin with three therapists, some days full and some half full, sixty days ahead. */
class KeepingARhythmTest {

    static final ZoneId BERLIN = Neighbourhood.BERLIN;
    static final Instant NOW = Instant.parse("2026-10-01T04:00:00Z");
    static final LocalDate TODAY = LocalDate.of(2026, 10, 1);

    @Test
    void a_hundred_random_plans_keep_their_frequency_under_real_availability() {
        int free = 0;
        int none = 0;
        int moved = 0;
        for (int seed = 1; seed <= 100; seed++) {
            var random = new Random(seed);
            var world = new World(random);
            var from = Rhythm.values()[random.nextInt(Rhythm.values().length)];

            var dates = world.propose(from, random).visits();

            var chosen = new ArrayList<LocalDate>();
            for (int i = 0; i < dates.size(); i++) {
                var date = dates.get(i);
                var as = "seed " + seed + ", visit " + (i + 1) + " of " + dates;
                if (!(date instanceof Date.Free(var rhythm, var wanted, var slot))) {
                    none += date instanceof Date.NoneFree ? 1 : 0;
                    // A hole: what comes after it counts anew.
                    chosen.clear();
                    continue;
                }
                free++;
                moved += slot.start().equals(wanted) ? 0 : 1;
                assertThat(world.isFree(slot.therapistId(), slot.start()))
                        .as(as)
                        .isTrue();
                var day = LocalDate.ofInstant(slot.start(), BERLIN);
                if (!chosen.isEmpty()) {
                    assertThat(ChronoUnit.DAYS.between(chosen.getLast(), day))
                            .as(as)
                            .isBetween(least(rhythm), most(rhythm));
                }
                chosen.add(day);
                int week = (int) chosen.stream()
                        .filter(other -> other.isAfter(day.minusDays(7)))
                        .count();
                assertThat(week).as(as).isLessThanOrEqualTo(rhythm == Rhythm.TWICE_A_WEEK ? 2 : 3);
            }
        }
        // All three happen, the first two often.
        assertThat(free).isGreaterThan(400);
        assertThat(moved).isGreaterThan(100);
        assertThat(none).isPositive();
    }

    /** As domain.md says; not as the code does. */
    private static long least(Rhythm rhythm) {
        return switch (rhythm) {
            case TWICE_A_WEEK -> 2;
            case WEEKLY -> 5;
            case EVERY_TWO_WEEKS -> 11;
            case EVERY_THREE_WEEKS -> 18;
            case MONTHLY -> 25;
        };
    }

    private static long most(Rhythm rhythm) {
        return switch (rhythm) {
            case TWICE_A_WEEK -> 5;
            case WEEKLY -> 9;
            case EVERY_TWO_WEEKS -> 17;
            case EVERY_THREE_WEEKS -> 24;
            case MONTHLY -> 31;
        };
    }

    private static final class World {

        private final Availability availability = new Availability();
        private final List<TherapistId> therapists = IntStream.range(0, 3)
                .mapToObj(n -> new TherapistId(new UUID(2, n)))
                .toList();

        World(Random random) {
            Neighbourhood.tell(availability, therapists, 6);
            for (var therapist : therapists) {
                for (int day = 0; day < 70; day++) {
                    switch (random.nextInt(3)) {
                        case 0 -> take(therapist, day, 6, 18 * 60);
                        case 1 -> take(therapist, day, 6 + random.nextInt(9), 9 * 60);
                        default -> {}
                    }
                }
            }
        }

        private void take(TherapistId therapist, int day, int hour, int minutes) {
            var from = TODAY.plusDays(day)
                    .atTime(LocalTime.of(hour, 0))
                    .atZone(BERLIN)
                    .toInstant();
            var claim = new Claim(Set.of(therapist), Set.of(), Set.of(), from, from.plus(Duration.ofMinutes(minutes)));
            availability.diary().claim(new BookingId(UUID.randomUUID()), 1, claim);
        }

        PlanDates propose(Rhythm from, Random random) {
            var first = TODAY.plusDays(1 + random.nextInt(7))
                    .atTime(7 + random.nextInt(14), 0)
                    .atZone(BERLIN)
                    .toInstant();
            var therapist = random.nextBoolean() ? therapists.get(random.nextInt(3)) : null;
            var wish = new SeriesWish(
                    Neighbourhood.CLINIC, therapist, Neighbourhood.SWEDISH, 60, first, PlanDates.phases(from));
            // Proposing asks nobody but the memory.
            var desk = new SeriesDesk(null, null, null, availability, Duration.ofMinutes(10), Clock.fixed(NOW, BERLIN));
            return PlanDates.of(from, desk.propose(wish).orElseThrow(), BERLIN);
        }

        boolean isFree(TherapistId therapist, Instant start) {
            var asked = new AskedStart(therapist, Neighbourhood.CLINIC, Neighbourhood.SWEDISH, 60, start);
            return new StartCheck(availability.catalogue(), availability.diary()).check(asked, NOW) instanceof Fits;
        }
    }
}
