package io.rhomboid.booking.subscription.ical;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * A time as a file has it: {@code 20260309}, {@code 20260309T090000} or {@code 20260309T090000Z}.
 *
 * @param time midnight of a day
 */
record When(LocalDateTime time, boolean isDay, boolean isUtc) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

    /** @throws IllegalArgumentException if it is none of the three */
    static When of(String value) {
        var text = value.strip();
        try {
            if (text.length() == 8) {
                return new When(
                        LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE).atStartOfDay(), true, false);
            }
            boolean utc = text.endsWith("Z");
            return new When(LocalDateTime.parse(utc ? text.substring(0, text.length() - 1) : text, TIME), false, utc);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a time: " + text, e);
        }
    }

    /** What that clock shows then. A time without a zone is meant on it, or it would not be on the same line. */
    LocalDateTime on(WallClock clock) {
        return isUtc ? clock.shown(time.toInstant(ZoneOffset.UTC)) : time;
    }
}
