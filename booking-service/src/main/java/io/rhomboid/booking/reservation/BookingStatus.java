package io.rhomboid.booking.reservation;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.rhomboid.contracts.Money;
import io.rhomboid.contracts.waitlist.WaitlistEntryId;

/** Where a booking stands. What only one state knows lives in that state. */
public sealed interface BookingStatus {

    /**
     * Kept for a client who has not decided yet; free again at {@code expiresAt}.
     *
     * @param place which of the client's {@link #PLACES} this hold fills, from 1; {@link #NO_PLACE} for a visit of a
     *     series whose first visit fills one for all, and for what is {@link #offeredTo} somebody
     * @param renewed whether the client has asked for more time, which they may once
     * @param offeredTo whose turn on the waitlist it is to have this slot; null when the client asked for it
     */
    record Held(
            Instant expiresAt,
            int place,
            boolean renewed,
            @Nullable WaitlistEntryId offeredTo) implements BookingStatus {

        /** How many a client can have at a time. */
        public static final int PLACES = 2;

        public static final int NO_PLACE = 0;

        /** What a client asked for. */
        public Held(Instant expiresAt, int place, boolean renewed) {
            this(expiresAt, place, renewed, null);
        }

        /** Kept for somebody on the waitlist: it fills no place and is not renewed. Each client has one at a time. */
        static Held offer(WaitlistEntryId to, Instant expiresAt) {
            return new Held(expiresAt, NO_PLACE, true, to);
        }

        public boolean hasLapsed(Instant now) {
            return !now.isBefore(expiresAt);
        }
    }

    /** @param since when it was booked, or its hold confirmed */
    record Confirmed(Instant since) implements BookingStatus {}

    /**
     * @param fee what is owed for all late changes
     * @param grace whether it was undone a moment after it was booked, and counts as nothing
     */
    record Cancelled(Instant at, Money fee, boolean grace) implements BookingStatus {}

    /** A hold that nobody confirmed in time. */
    record Expired(Instant at) implements BookingStatus {}

    /** The client is there. */
    record Arrived(Instant at) implements BookingStatus {}

    /** The session took place. */
    record Completed(Instant at) implements BookingStatus {}

    /** The client did not come. */
    record Missed(Instant at, Money fee) implements BookingStatus {}

    /** What it is called, on the wire and in the store. */
    default String word() {
        return switch (this) {
            case Held _ -> "HELD";
            case Confirmed _ -> "CONFIRMED";
            case Cancelled _ -> "CANCELLED";
            case Expired _ -> "EXPIRED";
            case Arrived _ -> "ARRIVED";
            case Completed _ -> "COMPLETED";
            case Missed _ -> "NO_SHOW";
        };
    }
}
