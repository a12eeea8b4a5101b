package io.rhomboid.booking.availability;

/** Why a session can no longer take place as it was booked. */
public enum Misfit {
    /** Paused, or gone altogether. */
    THERAPIST_UNLISTED,
    /** The therapist no longer gives this treatment this long at this clinic. */
    NOT_OFFERED,
    OUTSIDE_HOURS,
    /** No verified licence for the clinic's jurisdiction covers the date any more. */
    LICENCE_MISSING,
    /** On that date, or at that time of day. */
    CLINIC_CLOSED,
    ROOM_GONE,
    EQUIPMENT_GONE
}
