package io.rhomboid.booking.invariant;

/** A promise about what is stored; each is named after how it is broken. */
public enum Invariant {
    /** A therapist is in two places at once, buffers included. */
    THERAPIST_OVERLAP,
    /** A room has two sessions at once, or one while it is closed, buffers included. */
    ROOM_OVERLAP,
    /** A piece of equipment is used twice at once, buffers included. */
    EQUIPMENT_OVERLAP,
    /** A client is in two sessions at once. */
    CLIENT_OVERLAP,
    /** What stands does not claim exactly what its times say. */
    CLAIMS_WRONG,
    /** What has ended claims something still. */
    CLAIMS_LEFT,
    /** The unique index that keeps two from having the same claim is missing. */
    INDEX_MISSING,
    /** The untold events or the history leave out a version. */
    VERSION_GAP,
    /** An event waits to be told for longer than it should. */
    EVENT_STUCK,
    /** A hold is over for more than a minute and nobody has freed it. */
    HOLD_LAPSED,
    /** The visits of a series do not stand as it has decided for all of them, for more than a minute. */
    HALF_SERIES,
    /** A document that can't be understood. */
    UNREADABLE
}
