package io.rhomboid.therapist.therapist;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

import io.rhomboid.contracts.therapist.Therapist;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.therapist.review.RatingView;
import io.rhomboid.therapist.store.Kept;

/**
 * A therapist as answered over HTTP: all there is, with the version that the next change must name.
 *
 * @param rating what their reviews come to; missing if there are none, and in the answer to a change
 */
public record TherapistView(
        TherapistId id,
        long version,
        @JsonUnwrapped Therapist therapist,
        @Nullable RatingView rating) {

    public static TherapistView of(Kept<TherapistId, Therapist> kept) {
        return of(kept, null);
    }

    static TherapistView of(Kept<TherapistId, Therapist> kept, @Nullable RatingView rating) {
        return new TherapistView(kept.id(), kept.version(), kept.state(), rating);
    }
}
