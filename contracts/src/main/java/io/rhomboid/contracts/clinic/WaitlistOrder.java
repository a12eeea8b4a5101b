package io.rhomboid.contracts.clinic;

/** Whom a clinic offers a freed slot first, of all who wait and could take it. */
public enum WaitlistOrder {
    /** Who joined first. */
    FIRST_COME,
    /** Whose session leaves the least of the therapist's time that nobody could book any more; then who joined first. */
    BEST_FIT,
    /** Whose session is the longest; then who joined first. */
    LONGEST_SESSION
}
