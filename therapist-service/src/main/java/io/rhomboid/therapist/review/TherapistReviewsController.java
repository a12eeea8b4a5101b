package io.rhomboid.therapist.review;

import java.util.List;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.rhomboid.contracts.therapist.Therapist;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.platform.identity.Allowed;
import io.rhomboid.platform.web.CanRefuse;
import io.rhomboid.therapist.http.Answers;
import io.rhomboid.therapist.store.Records;

import static io.rhomboid.platform.identity.Who.ANYONE;

/** What is said about one therapist. */
@Allowed(ANYONE)
@RestController
@RequestMapping("/api/v1/therapists/{id}/reviews")
class TherapistReviewsController {

    private static final Answers THERAPIST = new Answers("therapist");

    private final Records<TherapistId, Therapist> therapists;
    private final Reviews reviews;
    private final Ratings ratings;

    TherapistReviewsController(Records<TherapistId, Therapist> therapists, Reviews reviews, Ratings ratings) {
        this.therapists = therapists;
        this.reviews = reviews;
        this.ratings = ratings;
    }

    enum Sort {
        newest(ReviewOrder.NEWEST),
        best(ReviewOrder.BEST),
        worst(ReviewOrder.WORST);

        private final ReviewOrder order;

        Sort(ReviewOrder order) {
            this.order = order;
        }
    }

    /**
     * @param rating of all reviews, not of this page; missing if there are none
     * @param next to be sent as {@code after} for the next page; missing after the last
     */
    record TherapistReviews(
            @Nullable RatingView rating,
            List<ReviewView> reviews,
            @Nullable String next) {}

    /**
     * A page of the reviews of one therapist, and what all of them come to.
     *
     * @param sort by default the newest first; equal ones the newest first
     * @param after the {@code next} of the page before
     * @param limit reviews of a page, 1 to 100
     */
    @GetMapping
    @CanRefuse({
        "400 invalid-parameter: id, sort or limit is not of its form",
        "400 invalid-field: after is not the next of an earlier page",
        "404 unknown-therapist: there is no such therapist"
    })
    @ApiResponse(
            responseCode = "200",
            description = "A page of reviews, and what all of them come to",
            content = @Content(schema = @Schema(implementation = TherapistReviews.class)))
    ResponseEntity<?> list(
            @PathVariable TherapistId id,
            @RequestParam(defaultValue = "newest") Sort sort,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "20") @Min(1) @Max(100) int limit) {
        if (therapists.find(id).isEmpty()) return THERAPIST.unknown();
        var page = sort.order.page(reviews.visible(id), after, limit);
        return ResponseEntity.ok(new TherapistReviews(
                ratings.rating(id), page.reviews().stream().map(ReviewView::of).toList(), page.next()));
    }
}
