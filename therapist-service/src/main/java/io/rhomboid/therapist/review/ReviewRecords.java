package io.rhomboid.therapist.review;

import java.time.Clock;
import java.time.Instant;

import com.mongodb.client.MongoDatabase;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.rhomboid.contracts.Topics;
import io.rhomboid.contracts.review.ReviewEvent;
import io.rhomboid.contracts.review.ReviewEvent.ReviewChanged;
import io.rhomboid.contracts.review.ReviewEvent.ReviewHidden;
import io.rhomboid.contracts.review.ReviewEvent.ReviewPublished;
import io.rhomboid.contracts.review.ReviewId;
import io.rhomboid.platform.erasure.ErasureReceipts;
import io.rhomboid.platform.events.TopicNeeds;
import io.rhomboid.platform.outbox.Outboxes;
import io.rhomboid.platform.store.JsonDocuments;
import io.rhomboid.therapist.store.Records;

@Configuration(proxyBeanMethods = false)
class ReviewRecords {

    @Bean
    Records<ReviewId, Review> writtenReviews(
            MongoDatabase database, Outboxes outboxes, JsonDocuments json, Clock clock) {
        return new Records<>(
                database,
                outboxes,
                json,
                clock,
                Topics.REVIEWS,
                Review.class,
                ReviewId::of,
                ReviewRecords::announcement);
    }

    static ReviewEvent announcement(ReviewId id, long version, Review review, Instant occurredAt) {
        var snapshot = review.snapshot();
        if (!review.isVisible()) return new ReviewHidden(id, version, snapshot, occurredAt);
        return version == 1
                ? new ReviewPublished(id, version, snapshot, occurredAt)
                : new ReviewChanged(id, version, snapshot, occurredAt);
    }

    @Bean
    ErasureReceipts erasureReceipts(
            MongoDatabase database,
            Outboxes outboxes,
            @Value("${spring.application.name}") String application,
            Clock clock) {
        return new ErasureReceipts(database, outboxes, application, clock);
    }

    @Bean
    NewTopic bookingsDeadLetters(@Value("${spring.application.name}") String application) {
        return TopicNeeds.deadLetters(Topics.BOOKINGS, application);
    }

    @Bean
    NewTopic clientsDeadLetters(@Value("${spring.application.name}") String application) {
        return TopicNeeds.deadLetters(Topics.CLIENTS, application);
    }

    @Bean
    NewTopic reviewsDeadLetters(@Value("${spring.application.name}") String application) {
        return TopicNeeds.deadLetters(Topics.REVIEWS, application);
    }
}
