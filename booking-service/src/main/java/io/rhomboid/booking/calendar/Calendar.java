package io.rhomboid.booking.calendar;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.rhomboid.booking.reservation.TimeSlot;

/**
 * What a feed shows.
 *
 * @param name what a calendar program calls it
 * @param entries time off first, then sessions, each by start
 */
public record Calendar(String name, List<Entry> entries) {

    public Calendar {
        entries = List.copyOf(entries);
    }

    /**
     * One session, or time off.
     *
     * @param uid the same for ever, whatever happens to the session
     * @param version grows with each change
     * @param changedAt when it became what it is
     * @param zone the clinic's
     * @param cancelled it will not take place, and is shown for a while so that calendars learn of it
     */
    public record Entry(
            String uid,
            long version,
            Instant changedAt,
            TimeSlot slot,
            ZoneId zone,
            boolean cancelled,
            String summary,
            String location,
            @Nullable String description) {}
}
