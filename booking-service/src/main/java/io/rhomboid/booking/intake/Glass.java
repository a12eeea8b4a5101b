package io.rhomboid.booking.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import io.rhomboid.contracts.alert.AlertEvent.GlassBroken;
import io.rhomboid.contracts.booking.BookingId;

/**
 * The right of one person to read for one hour what they otherwise may not, because they said why they must.
 *
 * @param subject of their account
 * @param words why
 */
public record Glass(BookingId booking, String subject, String words, Instant brokenAt) {

    public static final Duration LASTS = Duration.ofHours(1);

    public Instant until() {
        return brokenAt.plus(LASTS);
    }

    /** All that was broken. */
    public interface Panes {

        /** Keeps it, and has the clinic told by the same write. */
        void add(Glass glass, GlassBroken alert);

        /** The last one that this person broke for this booking. */
        Optional<Glass> last(BookingId booking, String subject);
    }
}
