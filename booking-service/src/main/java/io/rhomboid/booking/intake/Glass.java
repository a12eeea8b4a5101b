package io.rhomboid.booking.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import io.rhomboid.booking.vault.SealedFields;
import io.rhomboid.contracts.alert.AlertEvent.GlassBroken;
import io.rhomboid.contracts.alert.AlertId;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.client.ClientId;

/**
 * The right of one person to read for one hour what they otherwise may not, because they said why they must.
 *
 * @param subject of their account
 * @param words why, sealed for each client of the booking; it opens what belongs to these and to nobody else
 */
public record Glass(BookingId booking, String subject, Map<ClientId, SealedFields> words, Instant brokenAt) {

    public Glass {
        words = Map.copyOf(words);
    }

    public static final Duration LASTS = Duration.ofHours(1);

    public Instant until() {
        return brokenAt.plus(LASTS);
    }

    /** All that was broken. */
    public interface Panes {

        /** Keeps it, and has the clinic told by the same write; false if there is one with this alert already. */
        boolean add(Glass glass, GlassBroken alert);

        /** The one of which this alert tells. */
        Optional<Glass> find(AlertId alert);

        /** The last one that this person broke for this booking. */
        Optional<Glass> last(BookingId booking, String subject);
    }
}
