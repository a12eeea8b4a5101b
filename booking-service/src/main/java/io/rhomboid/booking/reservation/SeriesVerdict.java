package io.rhomboid.booking.reservation;

import java.time.Instant;
import java.util.List;

import io.rhomboid.booking.screening.Screened;

/** What a series has decided for one of its visits. */
public sealed interface SeriesVerdict {

    /**
     * It will take place.
     *
     * @param answered by the client; nothing in one of old
     */
    record Confirmed(Instant at, List<Screened> answered) implements SeriesVerdict {

        public Confirmed {
            answered = List.copyOf(answered);
        }
    }

    /** It is held until then, its client having asked for more time. */
    record KeptUntil(Instant expiresAt) implements SeriesVerdict {}

    /** Its client does not want the series, or can't have it. */
    record LetGo() implements SeriesVerdict {}

    /** Its client has not decided in time. */
    record Expired() implements SeriesVerdict {}

    /**
     * It will not take place, if it has not begun.
     *
     * @param at when that was decided, which its fee goes by
     * @param mostCents what was shown and accepted for it: no more is owed, even if it has moved since
     */
    record Cancelled(Instant at, long mostCents) implements SeriesVerdict {}

    /** It is as its series has left it, and its own affair. */
    record AsItIs() implements SeriesVerdict {}
}
