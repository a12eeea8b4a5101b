package io.rhomboid.booking.intake;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.rhomboid.booking.vault.SealedFields;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.client.ClientId;

/**
 * One client's intake, sealed.
 *
 * @param version how many changes it has seen; 0 while there is none
 * @param draft what is not handed in yet; null if there is nothing
 * @param handedIn what counts; null if nothing was handed in yet
 * @param confirmed for which visits the client said that nothing has changed, and when
 */
public record Intake(
        ClientId client,
        long version,
        @Nullable SealedFields draft,
        @Nullable HandedIn handedIn,
        Map<BookingId, Instant> confirmed) {

    public Intake {
        confirmed = Map.copyOf(confirmed);
    }

    /**
     * @param validUntil after that it must be handed in again
     * @param consent version of the words that the client agreed to
     */
    public record HandedIn(SealedFields fields, Instant at, Instant validUntil, String consent) {

        boolean isValid(Instant now) {
            return now.isBefore(validUntil);
        }
    }

    static Intake none(ClientId client) {
        return new Intake(client, 0, null, null, Map.of());
    }
}
