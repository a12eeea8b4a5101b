package io.rhomboid.therapist.therapist;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import io.rhomboid.contracts.therapist.Therapist;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.therapist.store.Kept;

/** A therapist as answered over HTTP: all there is, with the version that the next change must name. */
public record TherapistView(
        TherapistId id, long version, @JsonUnwrapped Therapist therapist) {

    public static TherapistView of(Kept<TherapistId, Therapist> kept) {
        return new TherapistView(kept.id(), kept.version(), kept.state());
    }
}
