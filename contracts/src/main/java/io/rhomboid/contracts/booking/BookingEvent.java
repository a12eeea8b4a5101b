package io.rhomboid.contracts.booking;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

import io.rhomboid.contracts.Event;
import io.rhomboid.contracts.Money;

/**
 * What booking-service tells the world, on topic {@code bookings}; Kafka key: {@link #bookingId()}, so the events
 * of one booking stay in order.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface BookingEvent extends Event {

    BookingId bookingId();

    /** The booking as it is after this event. */
    BookingSnapshot booking();

    @Override
    default String key() {
        return bookingId().toString();
    }

    /**
     * A slot is kept for a client who has not decided yet.
     *
     * @param expiresAt when it becomes free again unless confirmed
     */
    record BookingHeld(
            BookingId bookingId, long version, BookingSnapshot booking, Instant expiresAt, Instant occurredAt)
            implements BookingEvent {}

    /** The session will take place: booked at once, or after a hold. */
    record BookingConfirmed(BookingId bookingId, long version, BookingSnapshot booking, Instant occurredAt)
            implements BookingEvent {}

    /**
     * The session will take place at another time; the old slot is free.
     *
     * @param previousStart when it would have begun
     * @param previousEnd when it would have ended
     */
    record BookingRescheduled(
            BookingId bookingId,
            long version,
            BookingSnapshot booking,
            Instant previousStart,
            Instant previousEnd,
            Instant occurredAt)
            implements BookingEvent {}

    /**
     * The session will not take place; its slot is free.
     *
     * @param fee what the client owes for cancelling late; 0 when in time
     * @param announced whether the client had been told that the session would take place: false for a hold given up
     */
    record BookingCancelled(
            BookingId bookingId,
            long version,
            BookingSnapshot booking,
            Money fee,
            boolean announced,
            Instant occurredAt)
            implements BookingEvent {}

    /** A hold was not confirmed in time; its slot is free. */
    record BookingExpired(BookingId bookingId, long version, BookingSnapshot booking, Instant occurredAt)
            implements BookingEvent {}

    /** The client is there. Also takes back an earlier {@link BookingMissed}: its fee is no longer owed. */
    record BookingArrived(BookingId bookingId, long version, BookingSnapshot booking, Instant occurredAt)
            implements BookingEvent {}

    /** The session took place. Also takes back an earlier {@link BookingMissed}: its fee is no longer owed. */
    record BookingCompleted(BookingId bookingId, long version, BookingSnapshot booking, Instant occurredAt)
            implements BookingEvent {}

    /**
     * The client did not come. The slot stays theirs: its time has begun, and they may still come.
     *
     * @param fee what the client owes for that, as agreed when the session was booked
     */
    record BookingMissed(BookingId bookingId, long version, BookingSnapshot booking, Money fee, Instant occurredAt)
            implements BookingEvent {}
}
