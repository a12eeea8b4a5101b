package io.rhomboid.therapist.review;

/** The answer to a command: the review as it shall be, or a refusal. */
sealed interface Decision {

    record Accepted(Review review) implements Decision {}

    record Refused(Refusal reason) implements Decision {}
}
