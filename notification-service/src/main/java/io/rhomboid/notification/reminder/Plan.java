package io.rhomboid.notification.reminder;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.rhomboid.contracts.booking.BookingEvent;
import io.rhomboid.contracts.booking.BookingEvent.BookingArrived;
import io.rhomboid.contracts.booking.BookingEvent.BookingCancelled;
import io.rhomboid.contracts.booking.BookingEvent.BookingClaimed;
import io.rhomboid.contracts.booking.BookingEvent.BookingCompleted;
import io.rhomboid.contracts.booking.BookingEvent.BookingConfirmed;
import io.rhomboid.contracts.booking.BookingEvent.BookingExpired;
import io.rhomboid.contracts.booking.BookingEvent.BookingHeld;
import io.rhomboid.contracts.booking.BookingEvent.BookingMissed;
import io.rhomboid.contracts.booking.BookingEvent.BookingRescheduled;
import io.rhomboid.notification.message.MessageKind;

/**
 * What is to be told later because of what has become of a booking. Nothing that was past when it was decided: who books
 * at short notice has just been told all there is. What was still to come then is planned, however late we hear of it.
 */
public final class Plan {

    /** Before a hold ends; a shorter one than twice this is not worth a message. */
    private static final Duration LAPSING = Duration.ofMinutes(3);

    /** The confirmation has said it all so shortly before. */
    private static final Duration JUST_TOLD = Duration.ofMinutes(30);

    private static final Duration INTAKE = Duration.ofHours(48);
    private static final Duration THANKS = Duration.ofHours(2);
    private static final Duration THANKS_ARE_USEFUL = Duration.ofDays(5);
    private static final Duration A_DAY = Duration.ofDays(1);

    /** When somebody is told how to get there on the day, if the session leaves them time enough. */
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private static final LocalTime EVENING_BEFORE = LocalTime.of(18, 0);
    private static final Duration THE_WAY = Duration.ofMinutes(150);

    private Plan() {}

    /** Whether it makes another plan, if only an empty one; else the former stands. */
    public static boolean changes(BookingEvent event) {
        return switch (event) {
            case BookingHeld _,
                    BookingConfirmed _,
                    BookingRescheduled _,
                    BookingClaimed _,
                    BookingCancelled _,
                    BookingExpired _,
                    BookingArrived _,
                    BookingCompleted _,
                    BookingMissed _ -> true;
            default -> false;
        };
    }

    /** Whether the session is to take place after this. */
    public static boolean stands(BookingEvent event) {
        return switch (event) {
            case BookingCancelled _, BookingExpired _, BookingHeld _ -> false;
            default -> true;
        };
    }

    /** The earliest first. */
    public static List<Reminder> of(BookingEvent event, Habits habits) {
        return switch (event) {
            case BookingHeld held -> lapsing(held);
            case BookingConfirmed _, BookingRescheduled _, BookingClaimed _ -> ahead(event, habits);
            case BookingCompleted completed -> thanks(completed);
            default -> List.of();
        };
    }

    /** Of a series each visit is held, and one message says it all. */
    private static List<Reminder> lapsing(BookingHeld held) {
        var lasts = Duration.between(held.occurredAt(), held.expiresAt());
        if (held.booking().seriesId() != null || lasts.compareTo(LAPSING.multipliedBy(2)) < 0) return List.of();
        return List.of(new Reminder(
                held.bookingId(),
                held.version(),
                MessageKind.HOLD_LAPSING,
                held.expiresAt().minus(LAPSING),
                held.expiresAt()));
    }

    private static List<Reminder> thanks(BookingCompleted completed) {
        var end = completed.booking().visitEnd();
        var due = (completed.occurredAt().isAfter(end) ? completed.occurredAt() : end).plus(THANKS);
        return List.of(new Reminder(
                completed.bookingId(), completed.version(), MessageKind.THANKS, due, end.plus(THANKS_ARE_USEFUL)));
    }

    private static List<Reminder> ahead(BookingEvent event, Habits habits) {
        var booking = event.booking();
        var start = booking.start();
        var decided = event.occurredAt().plus(JUST_TOLD);
        var plan = new ArrayList<Reminder>();
        var times = new LinkedHashMap<Instant, Instant>();
        for (var before : habits.before()) times.put(awake(before(event, before), event, habits), start);
        for (var one : untilTheNext(times.keySet(), start).entrySet()) {
            if (one.getKey().isAfter(decided)) {
                plan.add(new Reminder(
                        event.bookingId(), event.version(), MessageKind.REMINDER, one.getKey(), one.getValue()));
            }
        }
        var arrival = awake(arrival(event), event, habits);
        if (arrival.isAfter(decided)) {
            plan.add(new Reminder(event.bookingId(), event.version(), MessageKind.ARRIVAL, arrival, start));
        }
        var intake = awake(start.minus(INTAKE), event, habits);
        if (intake.isAfter(decided)) {
            plan.add(new Reminder(
                    event.bookingId(),
                    event.version(),
                    MessageKind.INTAKE_DUE,
                    intake,
                    start.minus(Duration.ofHours(1))));
        }
        plan.sort((a, b) -> a.dueAt().compareTo(b.dueAt()));
        return plan;
    }

    /** A reminder that comes so late that the next one is due says nothing more than that. */
    private static Map<Instant, Instant> untilTheNext(Collection<Instant> times, Instant start) {
        var sorted = times.stream().sorted().toList();
        var until = new LinkedHashMap<Instant, Instant>();
        for (int i = 0; i < sorted.size(); i++) {
            until.put(sorted.get(i), i + 1 < sorted.size() ? sorted.get(i + 1) : start);
        }
        return until;
    }

    /** A day before is the same time on the day before, though a clock was changed in between. */
    private static Instant before(BookingEvent event, Duration before) {
        var days = before.toDays();
        return event.booking()
                .start()
                .atZone(event.booking().zone())
                .minusDays(days)
                .toInstant()
                .minus(before.minus(A_DAY.multipliedBy(days)));
    }

    private static Instant arrival(BookingEvent event) {
        var booking = event.booking();
        var day = booking.start().atZone(booking.zone()).toLocalDate();
        var morning = day.atTime(MORNING).atZone(booking.zone()).toInstant();
        return morning.isAfter(booking.start().minus(THE_WAY))
                ? day.minusDays(1).atTime(EVENING_BEFORE).atZone(booking.zone()).toInstant()
                : morning;
    }

    /**
     * Out of quiet hours: after them if there is time enough left then, else before them. A moment that was missed while
     * somebody slept is of no use.
     */
    private static Instant awake(Instant due, BookingEvent event, Habits habits) {
        var quiet = habits.quiet();
        if (quiet == null) return due;
        var zone = event.booking().zone();
        var after = quiet.notBefore(due, zone);
        return after.isBefore(event.booking().start().minus(JUST_TOLD)) ? after : quiet.notAfter(due, zone);
    }
}
