package io.rhomboid.contracts.waitlist;

/** Why somebody's waiting has ended by itself. */
public enum LapseReason {
    /** No session on their days can be booked any more. */
    DATES_OVER,
    /** They have booked what they were waiting for. */
    BOOKED,
    /** They left several offers unanswered. */
    UNANSWERED
}
