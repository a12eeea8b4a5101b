package io.rhomboid.notification.webhook;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

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

/** What an endpoint can be told of. */
public enum EventType {
    HELD("booking.held"),
    CONFIRMED("booking.confirmed"),
    RESCHEDULED("booking.rescheduled"),
    ROOM_CHANGED("booking.room_changed"),
    CANCELLED("booking.cancelled"),
    EXPIRED("booking.expired"),
    ARRIVED("booking.arrived"),
    COMPLETED("booking.completed"),
    MISSED("booking.missed");

    private final String wire;

    EventType(String wire) {
        this.wire = wire;
    }

    /** As messages say it, for example {@code booking.confirmed}. */
    public String wire() {
        return wire;
    }

    /** @throws IllegalArgumentException if there is no such type, with those that there are */
    public static EventType of(String wire) {
        return Arrays.stream(values())
                .filter(type -> type.wire.equals(wire))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("must be one of "
                        + Arrays.stream(values()).map(EventType::wire).collect(Collectors.joining(", "))));
    }

    /** Empty for what is between the clinic and its client: notes, reviews, payments and whose account a booking is in. */
    public static Optional<EventType> of(BookingEvent event) {
        return switch (event) {
            case BookingHeld _ -> Optional.of(HELD);
            case BookingConfirmed _ -> Optional.of(CONFIRMED);
            case BookingRescheduled _ -> Optional.of(RESCHEDULED);
            case BookingRoomChanged _ -> Optional.of(ROOM_CHANGED);
            case BookingCancelled _ -> Optional.of(CANCELLED);
            case BookingExpired _ -> Optional.of(EXPIRED);
            case BookingArrived _ -> Optional.of(ARRIVED);
            case BookingCompleted _ -> Optional.of(COMPLETED);
            case BookingMissed _ -> Optional.of(MISSED);
            case BookingNoted _, BookingReviewed _, BookingCovered _, BookingClaimed _ -> Optional.empty();
        };
    }
}
