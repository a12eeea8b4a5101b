package io.rhomboid.booking.waitlist;

import java.time.Duration;

import io.rhomboid.booking.availability.FreeSlot;

/**
 * Somebody who waits, and a slot that they could take.
 *
 * @param unusableMinutes as {@link Openings} counts them; 0 where they don't matter
 */
record Candidate(Entry entry, FreeSlot slot, int unusableMinutes) {

    long minutes() {
        return Duration.between(slot.start(), slot.end()).toMinutes();
    }
}
