package io.rhomboid.booking.disclosure;

import java.time.Duration;
import java.time.Instant;

import io.rhomboid.booking.reservation.Booking;
import io.rhomboid.booking.reservation.BookingStatus.Arrived;
import io.rhomboid.booking.reservation.BookingStatus.Completed;
import io.rhomboid.booking.reservation.BookingStatus.Confirmed;

/**
 * When who treats may read: long enough before to prepare, long enough afterwards to write it up. A hold gives no right,
 * for anybody can hold a slot; nor does what was called off.
 *
 * @param until the first instant when it is over
 */
public record ReadingTime(Instant from, Instant until) {

    private static final Duration BEFORE = Duration.ofDays(30);
    private static final Duration AFTERWARDS = Duration.ofDays(7);

    public static ReadingTime of(Booking booking) {
        var slot = booking.visit().slot();
        return new ReadingTime(slot.start().minus(BEFORE), slot.end().plus(AFTERWARDS));
    }

    public static boolean isNow(Booking booking, Instant now) {
        var time = of(booking);
        return switch (booking.status()) {
            case Confirmed _, Arrived _, Completed _ -> !now.isBefore(time.from) && now.isBefore(time.until);
            default -> false;
        };
    }
}
