package io.rhomboid.booking.series;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.rhomboid.booking.screening.Screened;
import io.rhomboid.contracts.booking.BookingId;

/** Where a series stands. */
public sealed interface SeriesStatus {

    /**
     * Its visits are being won, one after the other; nobody has been told yet that it is held.
     *
     * @param expiresAt when it will expire, once it is held
     */
    record Holding(Instant since, Instant expiresAt) implements SeriesStatus {}

    /** All its visits are kept for a client who has not decided yet. */
    record Held(Instant expiresAt, boolean renewed) implements SeriesStatus {

        boolean hasLapsed(Instant now) {
            return !now.isBefore(expiresAt);
        }
    }

    /**
     * All its visits will take place; from then on each goes its own way.
     *
     * @param answered by the client; nothing in one of old
     */
    record Confirmed(Instant at, List<Screened> answered) implements SeriesStatus {

        public Confirmed {
            answered = List.copyOf(answered);
        }
    }

    /**
     * None of the visits that were to come will take place.
     *
     * @param feeCents what was accepted for each of these
     */
    record Cancelled(Instant at, Map<BookingId, Long> feeCents) implements SeriesStatus {

        public Cancelled {
            feeCents = Map.copyOf(feeCents);
        }
    }

    /** Its client does not want it. */
    record LetGo(Instant at) implements SeriesStatus {}

    /** Its client has not decided in time. */
    record Expired(Instant at) implements SeriesStatus {}

    /** Not all of its visits could be had, so it has none. */
    record Lost(Instant at) implements SeriesStatus {}

    /** What it is called, on the wire and in the store. */
    default String word() {
        return switch (this) {
            case Holding _ -> "HOLDING";
            case Held _ -> "HELD";
            case Confirmed _ -> "CONFIRMED";
            case Cancelled _ -> "CANCELLED";
            case LetGo _ -> "RELEASED";
            case Expired _ -> "EXPIRED";
            case Lost _ -> "LOST";
        };
    }
}
