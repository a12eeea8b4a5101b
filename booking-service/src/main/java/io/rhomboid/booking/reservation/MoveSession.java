package io.rhomboid.booking.reservation;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.rhomboid.booking.screening.Screenings;
import io.rhomboid.contracts.therapist.TherapistId;

/**
 * Somebody wants a session, or a whole visit, to take place at another time.
 *
 * @param therapistIds others, one for each session in the order of the booking; none stays with the same
 * @param oneRoom whether both of a couple must be in one double room; else it is only preferred
 * @param acceptedFeeCents the most that may be charged for it
 * @param answered by those who come, as far as they were asked anew
 */
public record MoveSession(
        Instant start, List<TherapistId> therapistIds, boolean oneRoom, long acceptedFeeCents, Screenings answered) {

    public MoveSession {
        therapistIds = List.copyOf(therapistIds);
    }

    /** @param therapistId another one, for a session by itself; null stays with the same */
    public MoveSession(Instant start, @Nullable TherapistId therapistId, long acceptedFeeCents) {
        this(start, therapistId == null ? List.of() : List.of(therapistId), false, acceptedFeeCents, Screenings.NONE);
    }
}
