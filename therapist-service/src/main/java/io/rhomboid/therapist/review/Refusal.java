package io.rhomboid.therapist.review;

import java.util.Locale;

import org.springframework.http.HttpStatus;

import io.rhomboid.platform.web.Problem;

/** Why a review is not written or changed, and what the caller can do about it. */
enum Refusal {
    /** Not told apart, so that nobody can find out which bookings there are. */
    UNKNOWN_SESSION(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "No session that took place has this booking id and reference. The reference is in the mail that "
                    + "confirmed it; a session can be reviewed once the clinic has entered that it took place."),
    TOO_LATE_TO_REVIEW(HttpStatus.CONFLICT, "A session can be reviewed for 60 days after it."),
    TOO_LATE_TO_EDIT(HttpStatus.CONFLICT, "A review can be changed for 14 days after it was published."),
    ALREADY_ANSWERED(HttpStatus.CONFLICT, "The therapist has answered it; there is one answer to a review."),
    REVIEW_HIDDEN(HttpStatus.CONFLICT, "A moderator has hidden this review; nothing about it can be changed."),
    NOTHING_TO_DECIDE(HttpStatus.CONFLICT, "The review is so already: a hidden one can be kept, another one hidden.");

    private final HttpStatus status;
    private final String detail;

    Refusal(HttpStatus status, String detail) {
        this.status = status;
        this.detail = detail;
    }

    Problem problem() {
        var problem = Problem.of(status, name().toLowerCase(Locale.ROOT).replace('_', '-'), detail);
        return this == UNKNOWN_SESSION
                ? problem.field("reference", "must be that of the booking, as in the mail that confirmed it")
                : problem;
    }
}
