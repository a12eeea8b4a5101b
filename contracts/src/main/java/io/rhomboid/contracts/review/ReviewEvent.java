package io.rhomboid.contracts.review;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

import io.rhomboid.contracts.Event;

/**
 * What therapist-service tells the world about reviews, on topic {@code reviews}; Kafka key: {@link #reviewId()}.
 * Each carries the whole review as it then is.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface ReviewEvent extends Event {

    ReviewId reviewId();

    ReviewSnapshot review();

    @Override
    default String key() {
        return reviewId().toString();
    }

    /** A client has said what a session was like. */
    record ReviewPublished(ReviewId reviewId, long version, ReviewSnapshot review, Instant occurredAt)
            implements ReviewEvent {}

    /** Something about a review that can be seen is another than before, or it can be seen again. */
    record ReviewChanged(ReviewId reviewId, long version, ReviewSnapshot review, Instant occurredAt)
            implements ReviewEvent {}

    /** A review can't be seen and does not count. */
    record ReviewHidden(ReviewId reviewId, long version, ReviewSnapshot review, Instant occurredAt)
            implements ReviewEvent {}
}
