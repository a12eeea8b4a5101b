package io.rhomboid.booking.availability;

import java.util.List;

import io.rhomboid.contracts.therapist.TherapistId;

/**
 * A therapist's earliest starts, one of each part of the day that has one.
 *
 * @param slots at least one, the earliest first
 */
public record GoodTimes(TherapistId therapistId, List<FreeSlot> slots) {

    public GoodTimes {
        slots = List.copyOf(slots);
    }
}
