package io.rhomboid.booking.intake;

import java.time.Instant;
import java.util.Optional;

import io.rhomboid.booking.vault.SealedFields;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.client.ClientId;

/** All intakes. */
public interface Intakes {

    Optional<Intake> find(ClientId client);

    /** @return false unless it is of version {@code expected}; 0 if there must be none */
    boolean keepDraft(ClientId client, long expected, SealedFields draft);

    /**
     * Keeps it, and has told that it was handed in by the same write.
     *
     * @return false unless it is of version {@code expected}; 0 if there must be none
     */
    boolean handIn(ClientId client, long expected, Intake.HandedIn handedIn);

    /** @return false unless it is of version {@code expected} */
    boolean confirm(ClientId client, long expected, BookingId visit, Instant at);
}
