package io.rhomboid.booking.session;

import java.time.Duration;
import java.time.Instant;

import io.rhomboid.booking.reservation.TimeSlot;

/** When a client says how much it hurts. */
public enum Moment {
    /** On the day, about, and until the session is over. */
    BEFORE,
    /** From its beginning on, as long as one remembers. */
    AFTER;

    private static final Duration A_DAY = Duration.ofHours(24);
    private static final Duration A_WEEK = Duration.ofDays(7);

    Instant from(TimeSlot session) {
        return this == BEFORE ? session.start().minus(A_DAY) : session.start();
    }

    /** The first instant when it is too late. */
    Instant until(TimeSlot session) {
        return this == BEFORE ? session.end() : session.end().plus(A_WEEK);
    }
}
