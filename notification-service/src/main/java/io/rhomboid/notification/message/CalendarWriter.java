package io.rhomboid.notification.message;

/** Writes the calendar entry that goes with an announcement. */
@FunctionalInterface
public interface CalendarWriter {

    CalendarFile write(Announcement announcement, Language language);
}
