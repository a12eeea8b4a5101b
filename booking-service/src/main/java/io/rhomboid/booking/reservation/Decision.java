package io.rhomboid.booking.reservation;

import io.rhomboid.contracts.booking.BookingEvent;

/** The answer to a command: the changed booking and the fact to publish, or a refusal. */
public sealed interface Decision {

    record Accepted(Booking booking, BookingEvent event) implements Decision {}

    record Refused(Refusal reason) implements Decision {}
}
