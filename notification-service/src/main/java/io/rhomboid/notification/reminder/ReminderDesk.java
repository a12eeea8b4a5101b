package io.rhomboid.notification.reminder;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import io.rhomboid.contracts.booking.BookingEvent;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.notification.delivery.Notice;
import io.rhomboid.notification.delivery.Teller;
import io.rhomboid.notification.message.MessageKind;
import io.rhomboid.notification.message.Occasion.OfReminder;
import io.rhomboid.notification.recipient.Answers;
import io.rhomboid.notification.recipient.Recipients;
import io.rhomboid.notification.recipient.Subject;

/**
 * Plans what is to be told later, and has it told when it is due.
 *
 * <ol>
 *   <li>An event is kept, unless a newer one is known, and its plan takes the place of the former.
 *   <li>A due reminder is taken by a lease, so that of several instances one tells it.
 *   <li>It is told as a notice of its own; killed before that was noted, it is told again, to no effect.
 * </ol>
 */
public final class ReminderDesk {

    private final Agenda agenda;
    private final Reminders reminders;
    private final Recipients recipients;
    private final Answers answers;
    private final Teller teller;
    private final Duration lease;
    private final Clock clock;

    public ReminderDesk(
            Agenda agenda,
            Reminders reminders,
            Recipients recipients,
            Answers answers,
            Teller teller,
            Duration lease,
            Clock clock) {
        this.agenda = agenda;
        this.reminders = reminders;
        this.recipients = recipients;
        this.answers = answers;
        this.teller = teller;
        this.lease = lease;
        this.clock = clock;
    }

    /** Told again, or after something newer, changes nothing. */
    public void take(BookingEvent event) {
        if (!agenda.keep(event) || !Plan.changes(event)) return;
        plan(event);
    }

    private void plan(BookingEvent event) {
        var now = clock.instant();
        reminders.replace(
                event.bookingId(),
                Plan.of(event, habits(event)).stream()
                        .filter(one -> one.until().isAfter(now))
                        .toList());
    }

    /** The client wants to be reminded otherwise from now on: also of what they have booked already. */
    public void replan(ClientId client) {
        replan(agenda.ahead(client, clock.instant()));
    }

    /** As for a client. */
    public void replan(ClinicId clinic) {
        replan(agenda.ahead(clinic, clock.instant()));
    }

    /** What would have been due by now is not told any more: nobody wanted it when it was. */
    private void replan(List<Agenda.Entry> entries) {
        for (var entry : entries) {
            var plan = Plan.of(entry.plan(), habits(entry.plan())).stream()
                    .filter(one -> one.dueAt().isAfter(clock.instant()))
                    .toList();
            reminders.replace(entry.plan().bookingId(), plan);
        }
    }

    /** The client's wishes, else the clinic's, else what is usual. */
    private Habits habits(BookingEvent event) {
        var client = recipients.wishes(Subject.of(event.booking().clientId()));
        var minutes = client.remindMinutes();
        if (minutes == null) {
            minutes = recipients.wishes(Subject.of(event.booking().clinicId())).remindMinutes();
        }
        return new Habits(
                minutes == null
                        ? Habits.USUAL
                        : minutes.stream().map(Duration::ofMinutes).toList(),
                client.quiet());
    }

    /** What is to be told by now, the longest due first. */
    public List<Reminder> due(int limit) {
        return reminders.due(clock.instant(), limit);
    }

    /** Has it told, unless somebody else has it in hand. */
    public void attend(Reminder reminder) {
        var now = clock.instant();
        var owner = UUID.randomUUID().toString();
        if (reminders.take(reminder, owner, now, now.plus(lease))) {
            reminders.settle(reminder, owner, tell(reminder));
        }
    }

    private Reminder.State tell(Reminder reminder) {
        var now = clock.instant();
        var known = agenda.find(reminder.booking());
        if (known.isEmpty() || known.get().plan().version() != reminder.version()) return Reminder.State.WITHDRAWN;
        if (!now.isBefore(reminder.until())) return Reminder.State.MISSED;
        var booking = known.get().last().booking();
        if (reminder.kind() == MessageKind.INTAKE_DUE && answers.hold(booking.clientId(), booking.start())) {
            return Reminder.State.WITHDRAWN;
        }
        var occasion = new OfReminder(known.get().last(), reminder.kind(), reminder.dueAt(), reminder.until());
        teller.tell(Notice.of(occasion, reminder.version(), now));
        return Reminder.State.TOLD;
    }
}
