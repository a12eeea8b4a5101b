package io.rhomboid.booking.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.rhomboid.booking.vault.SealedFields;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.plan.PlanId;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.treatment.TreatmentCode;

/**
 * What one client and one clinic have in mind: a technique, so long, as often as the pain asks for. Its visits are this
 * client's sessions of that technique there, from the day it was made on, however they were booked.
 *
 * @param version how many changes it has seen
 * @param therapistId who treats by it; null for whoever is free
 * @param content a {@link Content}, sealed
 * @param endedAt null as long as it holds
 * @param nudges how the client was reminded that a visit is overdue; null if they never were
 */
public record Plan(
        PlanId id,
        long version,
        ClientId clientId,
        ClinicId clinicId,
        @Nullable TherapistId therapistId,
        TreatmentCode treatment,
        int lengthMinutes,
        Instant since,
        SealedFields content,
        @Nullable Instant endedAt,
        @Nullable Nudges nudges) {

    /**
     * What of a plan is about somebody's body.
     *
     * @param pain 0 to 10, when it was made
     * @param turns what the therapist decided, whatever the pain says
     */
    public record Content(int pain, List<Course.Turn> turns, List<SelfCare> selfCare) {

        public Content {
            turns = List.copyOf(turns);
            selfCare = List.copyOf(selfCare);
        }

        /** What somebody says about their body is never written by accident. */
        @Override
        public String toString() {
            return "Content[…]";
        }
    }

    /**
     * What a client can do between sessions.
     *
     * @param source the article that it is from; null if the therapist says so
     */
    public record SelfCare(String says, @Nullable String source) {}

    /**
     * @param dueOn of the visit that is overdue
     * @param count how often, for this visit
     * @param lastAt when last
     */
    public record Nudges(LocalDate dueOn, int count, Instant lastAt) {

        private static final int MOST = 3;
        private static final int DAYS_BETWEEN = 7;
    }

    /** The next reminder, if one is due: at once when a visit is overdue, then weekly, three in all. */
    @Nullable
    Nudges nudge(Course course, Instant now) {
        if (endedAt != null || !course.overdue()) return null;
        if (nudges == null || !nudges.dueOn.equals(course.dueOn())) return new Nudges(course.dueOn(), 1, now);
        boolean soon = now.isBefore(nudges.lastAt.plus(Duration.ofDays(Nudges.DAYS_BETWEEN)));
        return soon || nudges.count == Nudges.MOST ? null : new Nudges(course.dueOn(), nudges.count + 1, now);
    }

    Plan with(SealedFields next) {
        return new Plan(
                id,
                version + 1,
                clientId,
                clinicId,
                therapistId,
                treatment,
                lengthMinutes,
                since,
                next,
                endedAt,
                nudges);
    }

    Plan with(Nudges next) {
        return new Plan(
                id,
                version + 1,
                clientId,
                clinicId,
                therapistId,
                treatment,
                lengthMinutes,
                since,
                content,
                endedAt,
                next);
    }

    Plan ended(Instant at) {
        return new Plan(
                id, version + 1, clientId, clinicId, therapistId, treatment, lengthMinutes, since, content, at, nudges);
    }
}
