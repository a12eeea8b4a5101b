package io.rhomboid.therapist.search;

/** What everybody's reviews come to, as the store has it. */
public interface KeptRatings {

    /** Tells the index of all who ever had a review. */
    void tell(TherapistIndex index);
}
