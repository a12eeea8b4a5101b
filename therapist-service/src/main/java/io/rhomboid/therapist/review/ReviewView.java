package io.rhomboid.therapist.review;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.review.Marks;
import io.rhomboid.contracts.review.ReviewId;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.treatment.TreatmentCode;
import io.rhomboid.therapist.store.Kept;

/**
 * A review as everybody may see it.
 *
 * @param version that the next change must name
 * @param shownName nobody's if missing
 * @param editedAt when its author last changed it
 * @param answer what the therapist says to it
 */
record ReviewView(
        ReviewId id,
        long version,
        TherapistId therapistId,
        ClinicId clinicId,
        TreatmentCode treatment,
        @JsonUnwrapped Marks marks,
        @Nullable String text,
        @Nullable String shownName,
        Instant publishedAt,
        @Nullable Instant editedAt,
        Review.@Nullable Reply answer) {

    static ReviewView of(Kept<ReviewId, Review> kept) {
        var review = kept.state();
        return new ReviewView(
                kept.id(),
                kept.version(),
                review.therapistId(),
                review.clinicId(),
                review.treatment(),
                review.marks(),
                review.text(),
                review.author(),
                review.publishedAt(),
                review.editedAt(),
                review.answer());
    }
}
