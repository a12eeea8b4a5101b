package io.rhomboid.booking.reservation;

/** Why a booking does not do what it was told. */
public enum Refusal {
    UNKNOWN_BOOKING,
    HOLD_EXPIRED,
    /** A visit of a series that is only held: the series is confirmed, renewed or given up as a whole. */
    HELD_BY_SERIES,
    /** A visit of a series, which stays with the client of the series. */
    OF_SERIES,
    /** A series whose visits are still being won. */
    NOT_HELD_YET,
    /** A series without a visit that is still to come. */
    NOTHING_TO_CANCEL,
    /** Nobody holds more than a few slots at a time. */
    TOO_MANY_HOLDS,
    /** More time to decide is given once. */
    ALREADY_RENEWED,
    /** Only a hold can lapse, and only when its time is over. */
    NOT_LAPSED,
    /** Only a confirmed session can be moved. */
    NOT_CONFIRMED,
    ALREADY_CONFIRMED,
    ALREADY_CANCELLED,
    ALREADY_BEGUN,
    /** Too late for a client to move it by themselves; the clinic wants to be called. */
    CONTACT_CLINIC,
    /** It is in that room. */
    SAME_ROOM,
    /** A booking that was changed as often as a machine would; the clinic has to look at it. */
    CHANGED_TOO_OFTEN,
    ALREADY_ARRIVED,
    ALREADY_COMPLETED,
    ALREADY_MISSED,
    /** Nobody arrives hours before the session. */
    TOO_EARLY,
    /** Whether a session took place, or was missed, is known only once it has begun. */
    NOT_BEGUN,
    /** Who comes when the session is over has not arrived to it. */
    ALREADY_OVER,
    /** What the desk entered by mistake can be taken back for a day. */
    TOO_LATE_TO_CORRECT,
    /** There is no such voucher, or it is somebody else's. */
    UNKNOWN_VOUCHER,
    /** Bought for another treatment, length, therapist or clinic. */
    VOUCHER_NOT_FOR_THIS,
    /** Its last day is over, or before the session. */
    VOUCHER_EXPIRED,
    VOUCHER_VOIDED,
    /** Nothing is left on it. */
    VOUCHER_EMPTY,
    /** Somebody who comes has not said whether anything speaks against it. */
    NOT_SCREENED,
    /** No doctor had to be asked, so there is nothing to decide. */
    NOTHING_ASKED,
    /** Who treats has decided before. */
    ALREADY_REVIEWED,
    /** All that was known of the client was erased; nothing can be sealed for them. */
    CLIENT_FORGOTTEN,
    /** Nothing is left to pay. */
    ALREADY_COVERED,
    /** No voucher pays it. */
    NOT_COVERED
}
