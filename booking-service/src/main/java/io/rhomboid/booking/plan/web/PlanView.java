package io.rhomboid.booking.plan.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.rhomboid.booking.plan.Course;
import io.rhomboid.booking.plan.Plan.SelfCare;
import io.rhomboid.booking.plan.PlanAnswer;
import io.rhomboid.booking.plan.Rhythm;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.plan.PlanId;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.treatment.TreatmentCode;

/**
 * A plan, and where its client stands. Times are in the clinic's zone.
 *
 * @param version for {@code If-Match}
 * @param therapistId absent for whoever is free
 * @param rhythm how often, now
 * @param pain when the plan was made
 * @param steps what has led there, the first thing first; with the pain after each visit, for a chart
 * @param done how many visits took place
 * @param next the visit that is booked next
 * @param dueOn the last day on which the next visit is in time
 * @param overdue whether that day is over, and nothing is booked
 * @param endedAt absent as long as it holds
 */
record PlanView(
        PlanId id,
        long version,
        ClientId clientId,
        ClinicId clinicId,
        @Nullable TherapistId therapistId,
        TreatmentCode treatment,
        int lengthMinutes,
        ZoneId zone,
        OffsetDateTime since,
        RhythmView rhythm,
        int pain,
        List<StepView> steps,
        long done,
        @Nullable NextView next,
        LocalDate dueOn,
        boolean overdue,
        List<SelfCare> selfCare,
        @Nullable OffsetDateTime endedAt) {

    /**
     * @param fromDays fewest days from one visit to the next
     * @param toDays most days
     * @param source the articles that it is from
     */
    record RhythmView(Rhythm code, int fromDays, int toDays, String says, String source) {

        static RhythmView of(Rhythm rhythm) {
            return new RhythmView(rhythm, rhythm.leastDays(), rhythm.mostDays(), rhythm.says(), rhythm.source());
        }
    }

    /**
     * A visit that took place, or what the therapist decided.
     *
     * @param pain after the visit, or before it; absent if nothing was said
     * @param reason of the therapist
     * @param rhythm from then on
     */
    record StepView(
            OffsetDateTime at,
            @Nullable BookingId bookingId,
            @Nullable Integer pain,
            @Nullable String reason,
            Rhythm rhythm) {

        private static StepView of(Course.Step step, ZoneId zone) {
            var visit = step.visit();
            var turn = step.turn();
            return new StepView(
                    onTheWall(step.at(), zone),
                    visit == null ? null : visit.bookingId(),
                    visit == null ? null : visit.pain(),
                    turn == null ? null : turn.why(),
                    step.rhythm());
        }
    }

    record NextView(BookingId bookingId, OffsetDateTime start) {}

    static PlanView of(PlanAnswer.Shown shown) {
        var plan = shown.plan();
        var course = shown.course();
        var zone = shown.zone();
        var next = course.next();
        return new PlanView(
                plan.id(),
                plan.version(),
                plan.clientId(),
                plan.clinicId(),
                plan.therapistId(),
                plan.treatment(),
                plan.lengthMinutes(),
                zone,
                onTheWall(plan.since(), zone),
                RhythmView.of(course.rhythm()),
                shown.content().pain(),
                course.steps().stream().map(step -> StepView.of(step, zone)).toList(),
                course.steps().stream().filter(step -> step.visit() != null).count(),
                next == null ? null : new NextView(next.bookingId(), onTheWall(next.start(), zone)),
                course.dueOn(),
                course.overdue(),
                shown.content().selfCare(),
                plan.endedAt() == null ? null : onTheWall(plan.endedAt(), zone));
    }

    static OffsetDateTime onTheWall(Instant time, ZoneId zone) {
        return time.atZone(zone).toOffsetDateTime();
    }
}
