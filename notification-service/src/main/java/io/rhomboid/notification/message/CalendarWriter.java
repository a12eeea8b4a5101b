package io.rhomboid.notification.message;

import java.util.List;

/** Writes the calendar entry that goes with an announcement. */
public interface CalendarWriter {

    CalendarFile write(Announcement announcement, Language language);

    /** One file with an entry for each. */
    CalendarFile write(List<Announcement> announcements, Language language);
}
