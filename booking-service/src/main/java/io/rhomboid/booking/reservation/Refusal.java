package io.rhomboid.booking.reservation;

/** Why a booking does not do what it was told. */
public enum Refusal {
    UNKNOWN_BOOKING,
    HOLD_EXPIRED,
    /** Only a hold can lapse, and only when its time is over. */
    NOT_LAPSED,
    /** Only a confirmed session can be moved. */
    NOT_CONFIRMED,
    ALREADY_CONFIRMED,
    ALREADY_CANCELLED,
    ALREADY_BEGUN
}
