package io.rhomboid.therapist.review;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.rhomboid.contracts.review.Marks;
import io.rhomboid.therapist.review.Decision.Accepted;
import io.rhomboid.therapist.review.Decision.Refused;
import io.rhomboid.therapist.review.Review.Moderation;
import io.rhomboid.therapist.review.Review.Reason;
import io.rhomboid.therapist.review.Review.Reply;
import io.rhomboid.therapist.review.Review.Report;
import io.rhomboid.therapist.review.Review.Status;
import io.rhomboid.therapist.review.Review.Verdict;

import static io.rhomboid.therapist.review.Samples.ELEVEN_O_CLOCK;
import static io.rhomboid.therapist.review.Samples.GOOD;
import static io.rhomboid.therapist.review.Samples.MIRA;
import static io.rhomboid.therapist.review.Samples.WORDS;
import static io.rhomboid.therapist.review.Samples.accepted;
import static io.rhomboid.therapist.review.Samples.review;
import static io.rhomboid.therapist.review.Samples.session;
import static org.assertj.core.api.Assertions.assertThat;

class LifeOfAReviewTest {

    static final Instant LATER = ELEVEN_O_CLOCK.plusSeconds(3600);
    static final Report REPORT = new Report(Reason.OFFENSIVE, null, LATER);

    @Test
    void begins_within_sixty_days_of_the_session() {
        var session = session(MIRA, ELEVEN_O_CLOCK);
        var last = ELEVEN_O_CLOCK.plus(Review.WRITING);

        assertThat(accepted(Review.write(session, GOOD, WORDS, last)))
                .returns(Status.PUBLISHED, Review::status)
                .returns(session.clientId(), Review::clientId)
                .returns("Jo", Review::author)
                .returns(last, Review::publishedAt);
        assertThat(Review.write(session, GOOD, WORDS, last.plusMillis(1)))
                .isEqualTo(new Refused(Refusal.TOO_LATE_TO_REVIEW));
    }

    @Test
    void is_in_its_authors_hands_for_fourteen_days() {
        var review = review(MIRA, GOOD);
        var last = ELEVEN_O_CLOCK.plus(Review.EDITING);
        var other = new Marks(1, 1, 1, 1, 1);

        assertThat(accepted(review.edit(other, new Words(null, null), last)))
                .returns(other, Review::marks)
                .returns(null, Review::text)
                .returns(last, Review::editedAt)
                .returns(ELEVEN_O_CLOCK, Review::publishedAt);
        assertThat(review.edit(other, WORDS, last.plusMillis(1))).isEqualTo(new Refused(Refusal.TOO_LATE_TO_EDIT));
    }

    @Test
    void is_answered_once() {
        var answered = accepted(review(MIRA, GOOD).answer("Thank you.", LATER));

        assertThat(answered.answer()).isEqualTo(new Reply("Thank you.", LATER));
        assertThat(answered.answer("Again.", LATER)).isEqualTo(new Refused(Refusal.ALREADY_ANSWERED));
    }

    @Test
    void is_seen_and_counts_until_a_moderator_hides_it() {
        var reported = accepted(review(MIRA, GOOD).report(REPORT));
        assertThat(reported.isVisible()).isTrue();

        var hidden = accepted(reported.moderate(decision(Verdict.HIDE)));
        assertThat(hidden.isVisible()).isFalse();
        assertThat(hidden.reports()).isEmpty();

        assertThat(accepted(hidden.moderate(decision(Verdict.KEEP))).isVisible())
                .isTrue();
    }

    @Test
    void keeps_no_more_reports_than_a_moderator_would_read() {
        var review = review(MIRA, GOOD);
        for (int i = 0; i < Review.REPORTS_KEPT + 5; i++) review = accepted(review.report(REPORT));

        assertThat(review.reports()).hasSize(Review.REPORTS_KEPT);
    }

    /** From each status each step; the last column is the reason, or nothing where the step is made. */
    @ParameterizedTest
    @CsvSource({
        "PUBLISHED, edit,",
        "REPORTED, edit,",
        "HIDDEN, edit, REVIEW_HIDDEN",
        "PUBLISHED, answer,",
        "REPORTED, answer,",
        "HIDDEN, answer, REVIEW_HIDDEN",
        "PUBLISHED, report,",
        "REPORTED, report,",
        "HIDDEN, report, REVIEW_HIDDEN",
        "PUBLISHED, hide,",
        "REPORTED, hide,",
        "HIDDEN, hide, NOTHING_TO_DECIDE",
        "PUBLISHED, keep, NOTHING_TO_DECIDE",
        "REPORTED, keep,",
        "HIDDEN, keep,"
    })
    void a_step_is_made_or_refused_with_its_reason(Status status, String step, @Nullable Refusal reason) {
        var review = in(status);

        var decision = switch (step) {
            case "edit" -> review.edit(GOOD, WORDS, LATER);
            case "answer" -> review.answer("Thank you.", LATER);
            case "report" -> review.report(REPORT);
            case "hide" -> review.moderate(decision(Verdict.HIDE));
            case "keep" -> review.moderate(decision(Verdict.KEEP));
            default -> throw new IllegalArgumentException(step);
        };

        if (reason == null) assertThat(decision).isInstanceOf(Accepted.class);
        else assertThat(decision).isEqualTo(new Refused(reason));
    }

    @ParameterizedTest
    @CsvSource({"PUBLISHED, PUBLISHED", "REPORTED, PUBLISHED", "HIDDEN, HIDDEN"})
    void leaves_the_numbers_alone_when_its_client_is_erased(Status before, Status after) {
        var review = in(before);

        var anonymous = review.anonymised();

        assertThat(anonymous)
                .returns(GOOD, Review::marks)
                .returns(after, Review::status)
                .returns(null, Review::clientId)
                .returns(null, Review::bookingId)
                .returns(null, Review::author)
                .returns(null, Review::text)
                .returns(null, Review::moderation);
        assertThat(anonymous.reports()).isEmpty();
        assertThat(anonymous.anonymised()).isEqualTo(anonymous);
    }

    private static Review in(Status status) {
        var review = review(MIRA, GOOD);
        return switch (status) {
            case PUBLISHED -> review;
            case REPORTED -> accepted(review.report(REPORT));
            case HIDDEN -> accepted(review.moderate(decision(Verdict.HIDE)));
        };
    }

    private static Moderation decision(Verdict verdict) {
        return new Moderation(verdict, "Seen.", LATER);
    }
}
