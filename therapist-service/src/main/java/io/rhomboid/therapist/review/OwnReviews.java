package io.rhomboid.therapist.review;

import com.mongodb.client.model.Filters;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.rhomboid.contracts.review.ReviewId;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.platform.identity.Belonging;
import io.rhomboid.therapist.store.Records;

/** A review belongs to the therapist whom it is about: they may answer it. */
@Configuration(proxyBeanMethods = false)
class OwnReviews {

    @Bean
    Belonging reviewsOfTherapists(Records<ReviewId, Review> reviews) {
        return Belonging.of(
                "review",
                (id, reach) -> reviews.isThere(
                        ReviewId.of(id),
                        Filters.in(
                                "state.therapistId",
                                reach.therapists().stream()
                                        .map(TherapistId::toString)
                                        .toList())));
    }
}
