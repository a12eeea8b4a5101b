package io.rhomboid.notification.reminder;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

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
import io.rhomboid.notification.reminder.Agenda.Kept;

import static java.lang.System.Logger.Level.WARNING;

/**
 * Plans what is to be told later, and has it told when it is due.
 *
 * <ol>
 *   <li>An event is kept, unless a newer one is known, and its plan takes the place of the former.
 *   <li>Due reminders are taken by a lease, so that of several instances one tells each.
 *   <li>Each is told as a notice of its own; killed before that was noted, it is told again, to no effect.
 * </ol>
 */
public final class ReminderDesk {

    private static final System.Logger log = System.getLogger(ReminderDesk.class.getName());

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
        var now = clock.instant();
        take(event, one -> one.until().isAfter(now));
    }

    /** After a restore: what was due by now may have been told, and is not told twice. */
    public void takeAgain(BookingEvent event) {
        var now = clock.instant();
        take(event, one -> one.dueAt().isAfter(now));
    }

    private void take(BookingEvent event, Predicate<Reminder> stillOfUse) {
        var kept = agenda.keep(event);
        if (kept == Kept.OLD || !Plan.changes(event)) return;
        var plan = Plan.of(event, habits(event)).stream().filter(stillOfUse).toList();
        if (kept == Kept.FIRST) reminders.add(plan);
        else reminders.replace(event.bookingId(), plan);
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
        var client = recipients.lately(Subject.of(event.booking().clientId()));
        var minutes = client.remindMinutes();
        if (minutes == null) {
            minutes = recipients.lately(Subject.of(event.booking().clinicId())).remindMinutes();
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

    /**
     * Has those told that nobody else has in hand, all by a few writes. One of which nobody can read what it is about is left
     * to whoever comes after its lease, and holds up no other.
     */
    public void attend(List<Reminder> due) {
        var now = clock.instant();
        var owner = UUID.randomUUID().toString();
        var mine = reminders.take(due, owner, now, now.plus(lease));
        var known = agenda.find(mine.stream().map(Reminder::booking).distinct().toList());
        var notices = new LinkedHashMap<Reminder, Notice>();
        var ended = new EnumMap<Reminder.State, List<Reminder>>(Reminder.State.class);
        for (var reminder : mine) {
            try {
                var entry =
                        Optional.ofNullable(known.get(reminder.booking())).or(() -> agenda.find(reminder.booking()));
                var state = state(reminder, entry, now);
                if (state == Reminder.State.TOLD) {
                    var last = entry.orElseThrow().last();
                    var occasion = new OfReminder(last, reminder.kind(), reminder.dueAt(), reminder.until());
                    notices.put(reminder, Notice.of(occasion, reminder.version(), now));
                } else {
                    ended.computeIfAbsent(state, _ -> new ArrayList<>()).add(reminder);
                }
            } catch (RuntimeException e) {
                leave(reminder, e);
            }
        }
        ended.put(Reminder.State.TOLD, told(notices));
        ended.forEach((state, those) -> {
            if (!those.isEmpty()) reminders.settle(those, owner, state);
        });
    }

    /** Those that are told: all by the same writes, or each by its own if one of them can't be. */
    private List<Reminder> told(Map<Reminder, Notice> notices) {
        try {
            teller.tell(List.copyOf(notices.values()));
            return List.copyOf(notices.keySet());
        } catch (RuntimeException all) {
            var told = new ArrayList<Reminder>();
            notices.forEach((reminder, notice) -> {
                try {
                    teller.tell(notice);
                    told.add(reminder);
                } catch (RuntimeException e) {
                    leave(reminder, e);
                }
            });
            return told;
        }
    }

    private static void leave(Reminder reminder, RuntimeException why) {
        log.log(WARNING, "Reminder {0} is left to whoever comes after its lease: {1}", reminder.id(), why.toString());
    }

    private Reminder.State state(Reminder reminder, Optional<Agenda.Entry> known, Instant now) {
        if (known.isEmpty() || known.get().plan().version() != reminder.version()) return Reminder.State.WITHDRAWN;
        if (!now.isBefore(reminder.until())) return Reminder.State.MISSED;
        var booking = known.get().last().booking();
        if (reminder.kind() == MessageKind.INTAKE_DUE && answers.hold(booking.clientId(), booking.start())) {
            return Reminder.State.WITHDRAWN;
        }
        return Reminder.State.TOLD;
    }
}
