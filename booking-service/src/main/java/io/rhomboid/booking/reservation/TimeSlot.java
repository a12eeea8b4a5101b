package io.rhomboid.booking.reservation;

import java.time.Duration;
import java.time.Instant;

/** From when to when a session lasts, buffers not counted. */
public record TimeSlot(Instant start, Instant end) {

    public TimeSlot {
        if (!start.isBefore(end)) throw new IllegalArgumentException("a session must end after it starts");
    }

    public static TimeSlot starting(Instant start, Duration length) {
        return new TimeSlot(start, start.plus(length));
    }

    public boolean hasBegun(Instant now) {
        return !now.isBefore(start);
    }

    public boolean isOver(Instant now) {
        return !now.isBefore(end);
    }
}
