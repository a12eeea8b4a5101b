package io.rhomboid.booking.subscription;

import java.time.Instant;
import java.time.ZoneId;

/** Finds out when the owner of a calendar is busy. */
public interface CalendarReader {

    /**
     * @param text as it was fetched
     * @param zone for times that name none
     * @param from what ends before is left out
     * @param to what begins then or later is left out
     */
    Reading read(String text, ZoneId zone, Instant from, Instant to);
}
