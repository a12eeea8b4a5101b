package io.rhomboid.booking.reservation;

import java.time.Instant;
import java.util.function.Consumer;

/** Looks into the book for those who show it and decide nothing: calendars, day sheets, reports. */
public interface Timetable {

    /** @param changedAt when the booking became what it is */
    record Line(Booking booking, Instant changedAt) {}

    /**
     * Hands over every booking, whatever became of it, that starts from {@code from} to before {@code to}, or of which
     * a session of the therapist's does; by start, then id, and one at a time, for there may be many.
     */
    void read(Whose whose, Instant from, Instant to, Consumer<Line> reader);
}
