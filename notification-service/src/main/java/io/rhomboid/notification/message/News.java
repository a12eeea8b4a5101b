package io.rhomboid.notification.message;

import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.rhomboid.contracts.Money;
import io.rhomboid.contracts.booking.BookingEvent;
import io.rhomboid.contracts.booking.BookingEvent.BookingArrived;
import io.rhomboid.contracts.booking.BookingEvent.BookingCancelled;
import io.rhomboid.contracts.booking.BookingEvent.BookingClaimed;
import io.rhomboid.contracts.booking.BookingEvent.BookingCompleted;
import io.rhomboid.contracts.booking.BookingEvent.BookingConfirmed;
import io.rhomboid.contracts.booking.BookingEvent.BookingCovered;
import io.rhomboid.contracts.booking.BookingEvent.BookingExpired;
import io.rhomboid.contracts.booking.BookingEvent.BookingHeld;
import io.rhomboid.contracts.booking.BookingEvent.BookingMissed;
import io.rhomboid.contracts.booking.BookingEvent.BookingNoted;
import io.rhomboid.contracts.booking.BookingEvent.BookingRescheduled;
import io.rhomboid.contracts.booking.BookingEvent.BookingReviewed;
import io.rhomboid.contracts.booking.BookingEvent.BookingRoomChanged;

/** What has become of a booking, as far as its client wants to hear of it. */
public sealed interface News {

    /** The session will take place. */
    record Confirmed() implements News {}

    /**
     * The session will take place, at another time or with somebody else than the client was told before.
     *
     * @param fee for moving it late; 0 when in time
     * @param therapist with whom it was, if with somebody else
     * @param price what it cost, if it was another
     */
    record Moved(
            Instant previousStart,
            Instant previousEnd,
            Money fee,
            @Nullable String therapist,
            @Nullable Money price) implements News {}

    /** The session will not take place. */
    record Cancelled(Money fee) implements News {}

    /**
     * Nothing has changed: its time has come to be told of something.
     *
     * @param until when that is over: the session begins, the hold lapses
     */
    record Ahead(MessageKind kind, Instant until) implements News {}

    /**
     * Empty for what is no news to the client: a hold comes and goes before anything was promised, whether they
     * came they know themselves, and the room they are shown to.
     */
    static Optional<News> of(BookingEvent event) {
        return switch (event) {
            // Of all visits of a series together SeriesConfirmed tells, and SeriesCancelled.
            case BookingConfirmed visit when visit.booking().seriesId() != null -> Optional.empty();
            case BookingCancelled visit when visit.withSeries() -> Optional.empty();
            // To whose it is now it is news that it will take place.
            case BookingConfirmed _, BookingClaimed _ -> Optional.of(new Confirmed());
            case BookingRescheduled moved ->
                Optional.of(new Moved(moved.previousStart(), moved.previousEnd(), moved.fee(), null, null));
            case BookingCancelled cancelled when cancelled.announced() -> Optional.of(new Cancelled(cancelled.fee()));
            case BookingCancelled _,
                    BookingHeld _,
                    BookingExpired _,
                    BookingRoomChanged _,
                    BookingNoted _,
                    BookingReviewed _,
                    BookingCovered _,
                    BookingArrived _,
                    BookingCompleted _,
                    BookingMissed _ -> Optional.empty();
        };
    }

    /** Which message tells it. */
    default MessageKind kind() {
        return switch (this) {
            case Confirmed _ -> MessageKind.CONFIRMATION;
            case Moved _ -> MessageKind.CHANGE;
            case Cancelled _ -> MessageKind.CANCELLATION;
            case Ahead ahead -> ahead.kind();
        };
    }
}
