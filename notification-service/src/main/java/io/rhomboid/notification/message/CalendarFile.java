package io.rhomboid.notification.message;

/**
 * An entry for the client's calendar.
 *
 * @param text iCalendar (RFC 5545), lines ended by CRLF
 */
public record CalendarFile(Method method, String text) {

    /** What the calendar shall do with it (RFC 5546). */
    public enum Method {
        REQUEST,
        /** Several sessions at once: a request is about one. */
        PUBLISH,
        CANCEL
    }
}
