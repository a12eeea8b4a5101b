package io.rhomboid.notification.reminder;

import java.time.Instant;

import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.notification.message.MessageKind;

/**
 * One thing to tell a booking's client at one time.
 *
 * <p>Born planned; ends told, withdrawn (the booking has become another) or missed (nobody could tell it in time). There
 * is one for each booking, kind, due time and version, so that a plan made twice is kept once.
 *
 * @param version of the booking that it was planned for; of any other it says nothing
 * @param dueAt not before
 * @param until from then on it would be of no use
 */
public record Reminder(BookingId booking, long version, MessageKind kind, Instant dueAt, Instant until) {

    public enum State {
        PLANNED,
        TOLD,
        WITHDRAWN,
        MISSED
    }

    public String id() {
        return booking + ":" + version + ":" + kind.key() + "@" + dueAt.getEpochSecond();
    }
}
