package io.rhomboid.contracts.booking;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

import io.rhomboid.contracts.Event;
import io.rhomboid.contracts.Money;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.clinic.RoomId;

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
     * @param fee what the client owes for moving it late; 0 when in time, or when it was not their doing
     */
    record BookingRescheduled(
            BookingId bookingId,
            long version,
            BookingSnapshot booking,
            Instant previousStart,
            Instant previousEnd,
            Money fee,
            Instant occurredAt)
            implements BookingEvent {

        public BookingRescheduled {
            // Not there in older events: moving used to cost nothing.
            if (fee == null) fee = new Money(0, booking.price().currency());
        }
    }

    /** The session will take place in another room of the same clinic. */
    record BookingRoomChanged(
            BookingId bookingId, long version, BookingSnapshot booking, RoomId previousRoomId, Instant occurredAt)
            implements BookingEvent {}

    /** The desk has written or removed a note about a booking that stands; what it says stays with the booking. */
    record BookingNoted(BookingId bookingId, long version, BookingSnapshot booking, Instant occurredAt)
            implements BookingEvent {}

    /** Who treats has looked at the booking of a client who asked for it, and it stands. */
    record BookingReviewed(BookingId bookingId, long version, BookingSnapshot booking, Instant occurredAt)
            implements BookingEvent {}

    /** What vouchers pay of it has changed, at the desk or by the client; as the booking has it now. */
    record BookingCovered(BookingId bookingId, long version, BookingSnapshot booking, Instant occurredAt)
            implements BookingEvent {}

    /**
     * The session is another client's from now on: its guest had it put into an account, with another mail address.
     *
     * @param previousClientId whose it was; the booking names whose it is
     */
    record BookingClaimed(
            BookingId bookingId, long version, BookingSnapshot booking, ClientId previousClientId, Instant occurredAt)
            implements BookingEvent {}

    /**
     * The session will not take place; its slot is free.
     *
     * @param fee what the client owes for all late changes, this one and earlier moves; 0 when in time
     * @param announced whether the client had been told that the session would take place: false for a hold given up
     * @param grace whether it was undone a moment after it was booked, and counts as nothing; false in older events
     * @param withSeries whether its whole series was cancelled, of which {@link SeriesEvent.SeriesCancelled} tells;
     *     false in older events
     */
    record BookingCancelled(
            BookingId bookingId,
            long version,
            BookingSnapshot booking,
            Money fee,
            boolean announced,
            boolean grace,
            boolean withSeries,
            Instant occurredAt)
            implements BookingEvent {

        /** By itself. */
        public BookingCancelled(
                BookingId bookingId,
                long version,
                BookingSnapshot booking,
                Money fee,
                boolean announced,
                boolean grace,
                Instant occurredAt) {
            this(bookingId, version, booking, fee, announced, grace, false, occurredAt);
        }
    }

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
