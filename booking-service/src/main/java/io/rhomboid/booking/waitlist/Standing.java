package io.rhomboid.booking.waitlist;

import org.jspecify.annotations.Nullable;

import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.waitlist.LapseReason;
import io.rhomboid.contracts.waitlist.WaitlistEntryId;

/** Where somebody on the waitlist stands. What only one state knows lives in that state. */
public sealed interface Standing {

    record Waiting() implements Standing {}

    /**
     * It is their turn, and nobody has told them yet: whether the slot can be kept shows next.
     *
     * @param from whose hold it is until then; null when it is free
     */
    record Promised(Offer offer, @Nullable WaitlistEntryId from) implements Standing {}

    /** A slot is kept for them, and they have been told. */
    record Offered(Offer offer) implements Standing {}

    /** They have said yes. */
    record Taken(BookingId booking) implements Standing {}

    record Lapsed(LapseReason reason) implements Standing {}

    record Cancelled() implements Standing {}

    /** What it is called, on the wire and in the store. */
    default String word() {
        return switch (this) {
            case Waiting _ -> "WAITING";
            case Promised _ -> "PROMISED";
            case Offered _ -> "OFFERED";
            case Taken _ -> "TAKEN";
            case Lapsed _ -> "LAPSED";
            case Cancelled _ -> "CANCELLED";
        };
    }

    /** Whether they may still be offered something. */
    default boolean isOpen() {
        return switch (this) {
            case Waiting _, Promised _, Offered _ -> true;
            case Taken _, Lapsed _, Cancelled _ -> false;
        };
    }
}
