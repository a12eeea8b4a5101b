package io.rhomboid.booking.series;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.rhomboid.booking.availability.AskedStart;
import io.rhomboid.booking.availability.Availability;
import io.rhomboid.booking.availability.Claim;
import io.rhomboid.booking.availability.StartAnswer.BeyondHorizon;
import io.rhomboid.booking.availability.StartAnswer.Busy;
import io.rhomboid.booking.availability.StartAnswer.Fits;
import io.rhomboid.booking.availability.StartAnswer.OutsideHours;
import io.rhomboid.booking.availability.StartCheck;
import io.rhomboid.booking.reservation.mongo.Neighbourhood;
import io.rhomboid.booking.series.Phase.Rhythm.EveryWeeks;
import io.rhomboid.booking.series.Phase.Rhythm.TwiceAWeek;
import io.rhomboid.booking.series.Proposal.Alternative;
import io.rhomboid.booking.series.Proposal.Alternative.Kind;
import io.rhomboid.booking.series.Proposal.Visit;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.therapist.TherapistId;

import static org.assertj.core.api.Assertions.assertThat;

/** At a clinic in Berlin with three therapists who work from six to midnight, sixty days ahead. */
class ProposingASeriesTest {

    static final ZoneId BERLIN = Neighbourhood.BERLIN;
    static final Instant NOW = Instant.parse("2026-10-01T06:00:00Z");

    final List<TherapistId> therapists =
            IntStream.range(0, 3).mapToObj(n -> new TherapistId(new UUID(2, n))).toList();
    final Availability availability = new Availability();

    ProposingASeriesTest() {
        Neighbourhood.tell(availability, therapists, 6);
    }

    @Test
    void four_weeks_and_then_every_third_at_the_same_time_by_the_clock_on_the_wall() {
        // Clocks go back on 25 October.
        var proposal =
                propose(berlin("2026-10-06T18:00"), new Phase(4, new EveryWeeks(1)), new Phase(1, new EveryWeeks(3)));

        assertThat(proposal.visits())
                .extracting(ProposingASeriesTest::start)
                .containsExactly(
                        Instant.parse("2026-10-06T16:00:00Z"),
                        Instant.parse("2026-10-13T16:00:00Z"),
                        Instant.parse("2026-10-20T16:00:00Z"),
                        Instant.parse("2026-10-27T17:00:00Z"),
                        Instant.parse("2026-11-17T17:00:00Z"));
        assertThat(proposal.visits()).allMatch(Visit.Free.class::isInstance);
    }

    @Test
    void in_march_the_hour_on_the_wall_is_kept_too() {
        var proposal = propose(
                Instant.parse("2026-03-20T06:00:00Z"),
                berlin("2026-03-24T07:15"),
                null,
                new Phase(2, new EveryWeeks(1)));

        assertThat(proposal.visits())
                .extracting(ProposingASeriesTest::start)
                .containsExactly(Instant.parse("2026-03-24T06:15:00Z"), Instant.parse("2026-03-31T05:15:00Z"));
    }

    @Test
    void twice_a_week_at_first_and_weekly_after() {
        var proposal =
                propose(berlin("2026-10-05T09:00"), new Phase(4, new TwiceAWeek()), new Phase(2, new EveryWeeks(1)));

        assertThat(proposal.visits())
                .extracting(visit -> LocalDate.ofInstant(start(visit), BERLIN).getDayOfMonth())
                .containsExactly(5, 8, 12, 15, 22, 29);
    }

    @Test
    void a_date_beyond_the_horizon_or_outside_of_hours_says_so() {
        var far = propose(berlin("2026-11-24T09:00"), new Phase(3, new EveryWeeks(1)));
        assertThat(far.visits().getFirst()).isInstanceOf(Visit.Free.class);
        assertThat(far.visits().get(1)).isInstanceOfSatisfying(Visit.NotFree.class, visit -> {
            assertThat(visit.why()).hasOnlyElementsOfType(BeyondHorizon.class);
            assertThat(visit.alternatives()).extracting(Alternative::kind).doesNotContain(Kind.SAME_DAY);
        });

        var early = propose(berlin("2026-10-06T05:00"), new Phase(2, new EveryWeeks(1)));
        assertThat(early.visits())
                .allSatisfy(
                        visit -> assertThat(((Visit.NotFree) visit).why()).hasOnlyElementsOfType(OutsideHours.class));
    }

    @Test
    void with_any_therapist_it_is_the_one_who_has_most_of_the_dates() {
        take(therapists.get(0), berlin("2026-10-13T09:00"), 60);
        take(therapists.get(1), berlin("2026-10-06T09:00"), 60);

        var proposal = new Proposer(availability.catalogue(), availability.diary(), NOW)
                .propose(wish(null, berlin("2026-10-06T09:00"), new Phase(3, new EveryWeeks(1))))
                .orElseThrow();

        assertThat(proposal.therapistId()).isEqualTo(therapists.get(2));
        assertThat(proposal.visits()).allMatch(Visit.Free.class::isInstance);
    }

    @Test
    void a_taken_date_comes_with_the_same_day_first_then_days_near_it_then_others_at_that_time() {
        take(therapists.get(0), berlin("2026-10-13T09:00"), 60);

        var taken = (Visit.NotFree) propose(berlin("2026-10-06T09:00"), new Phase(3, new EveryWeeks(1)))
                .visits()
                .get(1);

        assertThat(taken.why()).hasOnlyElementsOfType(Busy.class);
        assertThat(taken.alternatives())
                .extracting(
                        it -> it.kind() + " " + it.slot().start().atZone(BERLIN).toLocalDateTime() + " "
                                + therapists.indexOf(it.slot().therapistId()))
                .containsExactly(
                        // A quarter of an hour is kept free after each session.
                        "SAME_DAY 2026-10-13T10:00 0",
                        "SAME_DAY 2026-10-13T07:45 0",
                        "SAME_DAY 2026-10-13T10:15 0",
                        "NEAR_DAY 2026-10-12T09:00 0",
                        "NEAR_DAY 2026-10-14T09:00 0",
                        "NEAR_DAY 2026-10-11T09:00 0",
                        "OTHER_THERAPIST 2026-10-13T09:00 1",
                        "OTHER_THERAPIST 2026-10-13T09:00 2");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void is_what_a_naive_look_at_every_start_says(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 120; i++) {
            var day = LocalDate.of(2026, 10, 1).plusDays(random.nextInt(60));
            var from = day.atTime(6 + random.nextInt(16), 15 * random.nextInt(4))
                    .atZone(BERLIN)
                    .toInstant();
            take(therapists.get(random.nextInt(3)), from, 15 * (1 + random.nextInt(40)));
        }
        var first = LocalDate.of(2026, 10, 1)
                .plusDays(random.nextInt(20))
                .atTime(6 + random.nextInt(17), 15 * random.nextInt(4))
                .atZone(BERLIN)
                .toInstant();
        var phases = new ArrayList<Phase>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            int count = 1 + random.nextInt(4);
            phases.add(new Phase(
                    count, random.nextInt(3) == 0 ? new TwiceAWeek() : new EveryWeeks(1 + random.nextInt(4))));
        }
        var proposal = propose(first, phases.toArray(Phase[]::new));

        var starts = proposal.visits().stream().map(ProposingASeriesTest::start).toList();
        frequencyIsKept(first, phases, starts);
        for (int i = 0; i < starts.size(); i++) {
            var asked = asked(therapists.getFirst(), starts.get(i));
            var fits = fits(asked);
            assertThat(proposal.visits().get(i) instanceof Visit.Free)
                    .as("%s of %s", i, proposal)
                    .isEqualTo(fits);
            if (proposal.visits().get(i) instanceof Visit.NotFree(var _, var why, var alternatives)) {
                assertThat(why).isNotEmpty();
                assertThat(alternatives.stream()
                                .map(it -> new Naive(
                                        it.kind(),
                                        it.slot().therapistId(),
                                        it.slot().start()))
                                .toList())
                        .as("instead of %s", asked)
                        .isEqualTo(naive(asked, starts, i));
            }
        }
    }

    /** Never more than a week's two, and otherwise just so many weeks apart; always at the same time on the wall. */
    private static void frequencyIsKept(Instant first, List<Phase> phases, List<Instant> starts) {
        var wall = first.atZone(BERLIN).toLocalTime();
        assertThat(starts)
                .allSatisfy(
                        start -> assertThat(start.atZone(BERLIN).toLocalTime()).isEqualTo(wall));
        int number = 0;
        for (var phase : phases) {
            for (int i = 0; i < phase.count(); i++, number++) {
                if (number == 0) continue;
                long days = ChronoUnit.DAYS.between(day(starts, number - 1), day(starts, number));
                switch (phase.rhythm()) {
                    case EveryWeeks(int weeks) -> assertThat(days).isEqualTo(7L * weeks);
                    case TwiceAWeek() -> {
                        assertThat(days).isBetween(3L, 4L);
                        if (number > 1) {
                            assertThat(ChronoUnit.DAYS.between(day(starts, number - 2), day(starts, number)))
                                    .isGreaterThanOrEqualTo(7);
                        }
                    }
                }
            }
        }
        assertThat(starts).hasSize(number);
    }

    private static LocalDate day(List<Instant> starts, int number) {
        return LocalDate.ofInstant(starts.get(number), BERLIN);
    }

    private record Naive(Kind kind, TherapistId therapist, Instant start) {}

    /** By asking for every five minutes of the days around. */
    private List<Naive> naive(AskedStart asked, List<Instant> starts, int number) {
        var all = new ArrayList<Naive>();
        var wanted = asked.start().atZone(BERLIN);
        freeOn(wanted.toLocalDate(), wanted.toLocalTime()).stream()
                .limit(3)
                .forEach(start -> all.add(new Naive(Kind.SAME_DAY, therapists.getFirst(), start)));
        int near = 0;
        for (int days = 1; days <= 3; days++) {
            if (number > 0 && tooFar(starts, number - 1, number, days)) break;
            if (number + 1 < starts.size() && tooFar(starts, number, number + 1, days)) break;
            for (int sign : new int[] {-1, 1}) {
                var free = freeOn(wanted.toLocalDate().plusDays((long) sign * days), wanted.toLocalTime());
                if (free.isEmpty() || near == 3) continue;
                all.add(new Naive(Kind.NEAR_DAY, therapists.getFirst(), free.getFirst()));
                near++;
            }
        }
        for (var other : therapists.subList(1, 3)) {
            if (fits(asked(other, asked.start()))) all.add(new Naive(Kind.OTHER_THERAPIST, other, asked.start()));
        }
        if (all.isEmpty()) {
            for (int days = 0; days <= 3; days++) {
                if (number > 0 && days > 0 && tooFar(starts, number - 1, number, days)) break;
                if (number + 1 < starts.size() && days > 0 && tooFar(starts, number, number + 1, days)) break;
                for (int sign : days == 0 ? new int[] {1} : new int[] {-1, 1}) {
                    var day = wanted.plusDays((long) sign * days);
                    therapists.subList(1, 3).stream()
                            .flatMap(other -> freeOn(day.toLocalDate(), day.toLocalTime(), other).stream()
                                    .map(start -> new Naive(Kind.OTHER_THERAPIST, other, start)))
                            .min(Comparator.comparing((Naive one) -> Duration.between(one.start(), day.toInstant())
                                            .abs())
                                    .thenComparing(Naive::start)
                                    .thenComparing(one -> one.therapist().toString()))
                            .filter(_ -> all.size() < 3)
                            .ifPresent(all::add);
                }
            }
        }
        return all;
    }

    /** Whether one that moves by so many days could meet, or pass, a neighbour that moves towards it by as many. */
    private static boolean tooFar(List<Instant> starts, int one, int next, int days) {
        return 2 * days >= ChronoUnit.DAYS.between(day(starts, one), day(starts, next));
    }

    private List<Instant> freeOn(LocalDate day, LocalTime time) {
        return freeOn(day, time, therapists.getFirst());
    }

    private List<Instant> freeOn(LocalDate day, LocalTime time, TherapistId therapist) {
        var wanted = day.atTime(time).atZone(BERLIN).toInstant();
        var free = new ArrayList<Instant>();
        var end = day.plusDays(1).atStartOfDay(BERLIN).toInstant();
        for (var start = day.atStartOfDay(BERLIN).toInstant(); start.isBefore(end); start = start.plusSeconds(300)) {
            if (fits(asked(therapist, start))) free.add(start);
        }
        free.sort(Comparator.comparing(start -> Duration.between(start, wanted).abs()));
        return free;
    }

    private boolean fits(AskedStart asked) {
        return new StartCheck(availability.catalogue(), availability.diary()).check(asked, NOW) instanceof Fits;
    }

    private static AskedStart asked(TherapistId therapist, Instant start) {
        return new AskedStart(therapist, Neighbourhood.CLINIC, Neighbourhood.SWEDISH, 60, start);
    }

    private Proposal propose(Instant first, Phase... phases) {
        return propose(NOW, first, therapists.getFirst(), phases);
    }

    private Proposal propose(Instant now, Instant first, TherapistId therapist, Phase... phases) {
        return new Proposer(availability.catalogue(), availability.diary(), now)
                .propose(wish(therapist, first, phases))
                .orElseThrow();
    }

    private static SeriesWish wish(TherapistId therapist, Instant first, Phase... phases) {
        return new SeriesWish(Neighbourhood.CLINIC, therapist, Neighbourhood.SWEDISH, 60, first, List.of(phases));
    }

    private void take(TherapistId therapist, Instant from, int minutes) {
        availability
                .diary()
                .claim(
                        new BookingId(UUID.randomUUID()),
                        1,
                        new Claim(Set.of(therapist), Set.of(), Set.of(), from, from.plusSeconds(60L * minutes)));
    }

    private static Instant start(Visit visit) {
        return switch (visit) {
            case Visit.Free(var slot) -> slot.start();
            case Visit.NotFree(var asked, var _, var _) -> asked.start();
        };
    }

    private static Instant berlin(String time) {
        return LocalDateTime.parse(time).atZone(BERLIN).toInstant();
    }
}
