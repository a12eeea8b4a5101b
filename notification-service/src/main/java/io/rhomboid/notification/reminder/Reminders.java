package io.rhomboid.notification.reminder;

import java.time.Instant;
import java.util.List;

import io.rhomboid.contracts.booking.BookingId;

/** The reminders that are written down. Many workers in many instances share them, each by a lease. */
public interface Reminders {

    /** Indexes and the like; safe to repeat. */
    void prepare();

    /** Withdraws what is planned for this booking and not among these, and plans these; what was told stays told. */
    void replace(BookingId booking, List<Reminder> plan);

    /** Plans these for a booking of which nothing is planned yet; again changes nothing. */
    void add(List<Reminder> plan);

    /** Withdraws what is planned for then or earlier. */
    void withdrawUntil(Instant dueAt);

    /** Planned, not before its time and in nobody's hands; the longest due first. */
    List<Reminder> due(Instant now, int limit);

    /** Those of them that are yours now. */
    List<Reminder> take(List<Reminder> reminders, String owner, Instant now, Instant until);

    /** Ends those of them that the owner still has in hand. */
    void settle(List<Reminder> reminders, String owner, Reminder.State state);
}
