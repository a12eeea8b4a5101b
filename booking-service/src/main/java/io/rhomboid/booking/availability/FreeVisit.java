package io.rhomboid.booking.availability;

import java.time.Instant;
import java.util.List;

import io.rhomboid.contracts.Money;
import io.rhomboid.contracts.clinic.ClinicId;

/**
 * A visit that could be booked: who, where, when and for how much.
 *
 * @param sessions in the order in which they were asked for
 * @param oneRoom whether both of a couple would be in one double room, as things are
 */
public record FreeVisit(ClinicId clinicId, Instant start, List<FreeSlot> sessions, boolean oneRoom) {

    public FreeVisit {
        sessions = List.copyOf(sessions);
    }

    /** When the last session ends. */
    public Instant end() {
        return sessions.stream().map(FreeSlot::end).max(Instant::compareTo).orElseThrow();
    }

    /** Of all sessions. */
    public Money price() {
        long cents = sessions.stream().mapToLong(slot -> slot.price().cents()).sum();
        return new Money(cents, sessions.getFirst().price().currency());
    }
}
