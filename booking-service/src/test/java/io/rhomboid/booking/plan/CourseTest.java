package io.rhomboid.booking.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.rhomboid.booking.plan.Course.Turn;
import io.rhomboid.booking.plan.Course.Visit;
import io.rhomboid.booking.plan.Plan.Nudges;
import io.rhomboid.booking.vault.SealedFields;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.plan.PlanId;
import io.rhomboid.contracts.treatment.TreatmentCode;

import static io.rhomboid.booking.plan.Rhythm.EVERY_TWO_WEEKS;
import static io.rhomboid.booking.plan.Rhythm.MONTHLY;
import static io.rhomboid.booking.plan.Rhythm.TWICE_A_WEEK;
import static io.rhomboid.booking.plan.Rhythm.WEEKLY;
import static org.assertj.core.api.Assertions.assertThat;

class CourseTest {

    static final ZoneId AUCKLAND = ZoneId.of("Pacific/Auckland");
    static final Instant SINCE = Instant.parse("2026-03-01T10:00:00Z");

    @Test
    void begins_as_the_pain_asks_for_and_is_due_by_the_clinics_calendar() {
        var course = course(SINCE, List.of(), List.of(), List.of());

        assertThat(course.rhythm()).isEqualTo(WEEKLY);
        // It is already 1 March 23:00 in Auckland.
        assertThat(course.dueOn()).isEqualTo(LocalDate.of(2026, 3, 10));
        assertThat(course.overdue()).isFalse();
        assertThat(course.steps()).isEmpty();
    }

    @Test
    void follows_the_pain_after_each_visit_in_their_order_and_what_the_therapist_decides() {
        var course = course(
                day(40),
                List.of(new Turn(day(20), TWICE_A_WEEK, "worse than it looks")),
                // In any order; of the second nothing was said.
                List.of(visit(14, null), visit(7, 3), visit(21, 8), visit(25, 2)),
                List.of());

        assertThat(course.steps())
                .extracting(Course.Step::rhythm)
                .containsExactly(EVERY_TWO_WEEKS, EVERY_TWO_WEEKS, TWICE_A_WEEK, TWICE_A_WEEK, WEEKLY);
        assertThat(course.rhythm()).isEqualTo(WEEKLY);
        assertThat(course.dueOn()).isEqualTo(LocalDate.of(2026, 4, 4));
    }

    @Test
    void is_overdue_when_the_last_day_is_over_and_nothing_is_booked() {
        var done = List.of(visit(7, 4));
        var last = Instant.parse("2026-03-17T10:59:59Z");

        assertThat(course(last, List.of(), done, List.of()).overdue()).isFalse();
        assertThat(course(last.plusSeconds(1), List.of(), done, List.of()).overdue())
                .isTrue();
        var booked = course(last.plusSeconds(1), List.of(), done, List.of(visit(60, null), visit(30, null)));
        assertThat(booked.overdue()).isFalse();
        assertThat(booked.next()).isEqualTo(visit(30, null));
    }

    @Test
    void is_reminded_of_at_once_then_weekly_and_three_times_at_most() {
        var plan = plan(null);
        var course = course(day(30), List.of(), List.of(visit(7, 4)), List.of());
        assertThat(course.overdue()).isTrue();

        var first = plan.nudge(course, day(30));
        assertThat(first).isEqualTo(new Nudges(course.dueOn(), 1, day(30)));
        assertThat(plan(first).nudge(course, day(37).minusSeconds(1))).isNull();
        var second = plan(first).nudge(course, day(37));
        assertThat(second).isEqualTo(new Nudges(course.dueOn(), 2, day(37)));
        var third = plan(second).nudge(course, day(50));
        assertThat(third).isEqualTo(new Nudges(course.dueOn(), 3, day(50)));
        assertThat(plan(third).nudge(course, day(90))).isNull();

        var later = course(day(90), List.of(), List.of(visit(7, 4), visit(55, 0)), List.of());
        assertThat(plan(third).nudge(later, day(90))).isEqualTo(new Nudges(later.dueOn(), 1, day(90)));
        assertThat(plan(null).ended(day(20)).nudge(course, day(30))).isNull();
        var inTime = course(day(8), List.of(), List.of(visit(7, 4)), List.of());
        assertThat(plan.nudge(inTime, day(8))).isNull();
    }

    @Test
    void gets_to_once_a_month_from_the_worst_in_four_good_visits() {
        var course = Course.of(
                Rhythm.fitting(9),
                SINCE,
                List.of(),
                List.of(visit(3, 0), visit(7, 0), visit(14, 0), visit(28, 0)),
                List.of(),
                AUCKLAND,
                day(29));

        assertThat(course.rhythm()).isEqualTo(MONTHLY);
    }

    private static Course course(Instant now, List<Turn> turns, List<Visit> done, List<Visit> toCome) {
        return Course.of(Rhythm.fitting(5), SINCE, turns, done, toCome, AUCKLAND, now);
    }

    private static Instant day(int day) {
        return SINCE.plus(Duration.ofDays(day));
    }

    private static Visit visit(int day, @Nullable Integer pain) {
        return new Visit(new BookingId(new UUID(0, day)), day(day), pain);
    }

    private static Plan plan(@Nullable Nudges nudges) {
        return new Plan(
                new PlanId(new UUID(0, 1)),
                1,
                new ClientId(new UUID(0, 2)),
                new ClinicId(new UUID(0, 3)),
                null,
                TreatmentCode.of("SWEDISH"),
                60,
                SINCE,
                new SealedFields(1, Map.of()),
                null,
                nudges);
    }
}
