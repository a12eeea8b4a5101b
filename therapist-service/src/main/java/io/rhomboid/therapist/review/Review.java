package io.rhomboid.therapist.review;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.review.Marks;
import io.rhomboid.contracts.review.ReviewSnapshot;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.treatment.TreatmentCode;
import io.rhomboid.therapist.review.Decision.Accepted;
import io.rhomboid.therapist.review.Decision.Refused;

/**
 * What a client says about a session that took place.
 *
 * <p>Born published, within {@link #WRITING} of the session; its author may change it for {@link #EDITING}. Anybody may
 * report it, which puts it before a moderator, who hides it or keeps it. Only a hidden one does not count. When its
 * client is erased, the numbers stay, and neither the words nor a way back to the person.
 *
 * @param bookingId the session; null once the client is erased
 * @param clientId who wrote it, never shown; null once the client is erased
 * @param author the name they want to be shown by; null if none
 * @param editedAt when its author last changed it; null if never
 * @param reports since a moderator last looked at it, the oldest first
 * @param moderation what a moderator last decided
 */
record Review(
        TherapistId therapistId,
        ClinicId clinicId,
        TreatmentCode treatment,
        @Nullable BookingId bookingId,
        @Nullable ClientId clientId,
        Marks marks,
        @Nullable String text,
        @Nullable String author,
        Status status,
        Instant publishedAt,
        @Nullable Instant editedAt,
        @Nullable Reply answer,
        List<Report> reports,
        @Nullable Moderation moderation) {

    enum Status {
        PUBLISHED,
        /** Can be seen and counts, and waits for a moderator. */
        REPORTED,
        HIDDEN
    }

    /** What the therapist says to it. */
    record Reply(String text, Instant at) {}

    /** Why somebody thinks it should not be seen. */
    record Report(Reason reason, @Nullable String text, Instant at) {}

    enum Reason {
        OFFENSIVE,
        NAMES_SOMEBODY,
        NOT_ABOUT_THE_SESSION,
        ADVERTISING,
        OTHER
    }

    /** @param reason for those who look at it later; never shown */
    record Moderation(Verdict decision, String reason, Instant at) {}

    enum Verdict {
        HIDE,
        KEEP
    }

    /** How long after the session's end it can be reviewed. */
    static final Duration WRITING = Duration.ofDays(60);

    /** How long after it was published it can be changed. */
    static final Duration EDITING = Duration.ofDays(14);

    /** More would tell a moderator nothing new. */
    static final int REPORTS_KEPT = 50;

    Review {
        reports = List.copyOf(reports);
    }

    static Decision write(CompletedSession session, Marks marks, Words words, Instant now) {
        if (now.isAfter(session.end().plus(WRITING))) return new Refused(Refusal.TOO_LATE_TO_REVIEW);
        return new Accepted(new Review(
                session.therapistId(),
                session.clinicId(),
                session.treatment(),
                session.bookingId(),
                session.clientId(),
                marks,
                words.text(),
                words.author(),
                Status.PUBLISHED,
                now,
                null,
                null,
                List.of(),
                null));
    }

    /** The author thinks otherwise. What was reported stays reported: a moderator sees both. */
    Decision edit(Marks marks, Words words, Instant now) {
        if (status == Status.HIDDEN) return new Refused(Refusal.REVIEW_HIDDEN);
        if (now.isAfter(publishedAt.plus(EDITING))) return new Refused(Refusal.TOO_LATE_TO_EDIT);
        return new Accepted(with(
                bookingId, clientId, marks, words.text(), words.author(), status, now, answer, reports, moderation));
    }

    /** The therapist's one answer. */
    Decision answer(String text, Instant now) {
        if (status == Status.HIDDEN) return new Refused(Refusal.REVIEW_HIDDEN);
        if (answer != null) return new Refused(Refusal.ALREADY_ANSWERED);
        return new Accepted(with(
                bookingId,
                clientId,
                marks,
                this.text,
                author,
                status,
                editedAt,
                new Reply(text, now),
                reports,
                moderation));
    }

    Decision report(Report report) {
        if (status == Status.HIDDEN) return new Refused(Refusal.REVIEW_HIDDEN);
        var all = new ArrayList<>(reports);
        if (all.size() < REPORTS_KEPT) all.add(report);
        return new Accepted(
                with(bookingId, clientId, marks, text, author, Status.REPORTED, editedAt, answer, all, moderation));
    }

    /** A moderator's word: what is hidden can be shown again, what is kept can be reported again. */
    Decision moderate(Moderation moderation) {
        var next = switch (moderation.decision()) {
            case HIDE -> Status.HIDDEN;
            case KEEP -> Status.PUBLISHED;
        };
        if (status == next) return new Refused(Refusal.NOTHING_TO_DECIDE);
        return new Accepted(
                with(bookingId, clientId, marks, text, author, next, editedAt, answer, List.of(), moderation));
    }

    /** Without the client: the numbers alone. What others wrote about the words goes with them. */
    Review anonymised() {
        return with(
                null,
                null,
                marks,
                null,
                null,
                status == Status.REPORTED ? Status.PUBLISHED : status,
                editedAt,
                null,
                List.of(),
                null);
    }

    /** Whether it can be seen and counts. */
    boolean isVisible() {
        return status != Status.HIDDEN;
    }

    ReviewSnapshot snapshot() {
        return new ReviewSnapshot(therapistId, clinicId, treatment, marks, answer != null);
    }

    private Review with(
            @Nullable BookingId bookingId,
            @Nullable ClientId clientId,
            Marks marks,
            @Nullable String text,
            @Nullable String author,
            Status status,
            @Nullable Instant editedAt,
            @Nullable Reply answer,
            List<Report> reports,
            @Nullable Moderation moderation) {
        return new Review(
                therapistId,
                clinicId,
                treatment,
                bookingId,
                clientId,
                marks,
                text,
                author,
                status,
                publishedAt,
                editedAt,
                answer,
                reports,
                moderation);
    }
}
