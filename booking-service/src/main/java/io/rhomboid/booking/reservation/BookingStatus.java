package io.rhomboid.booking.reservation;

import java.time.Instant;

import io.rhomboid.contracts.Money;

/** Where a booking stands. What only one state knows lives in that state. */
public sealed interface BookingStatus {

    /** Kept for a client who has not decided yet; free again at {@code expiresAt}. */
    record Held(Instant expiresAt) implements BookingStatus {}

    record Confirmed() implements BookingStatus {}

    record Cancelled(Instant at, Money fee) implements BookingStatus {}

    /** A hold that nobody confirmed in time. */
    record Expired(Instant at) implements BookingStatus {}

    /** The client is there. */
    record Arrived(Instant at) implements BookingStatus {}

    /** The session took place. */
    record Completed(Instant at) implements BookingStatus {}

    /** The client did not come. */
    record Missed(Instant at, Money fee) implements BookingStatus {}
}
