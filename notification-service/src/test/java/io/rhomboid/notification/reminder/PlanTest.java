package io.rhomboid.notification.reminder;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.rhomboid.contracts.booking.BookingEvent;
import io.rhomboid.contracts.booking.BookingEvent.BookingCompleted;
import io.rhomboid.contracts.booking.BookingEvent.BookingConfirmed;
import io.rhomboid.contracts.booking.BookingEvent.BookingHeld;
import io.rhomboid.contracts.booking.BookingEvent.BookingNoted;
import io.rhomboid.notification.Examples;
import io.rhomboid.notification.Examples.Cast;
import io.rhomboid.notification.message.MessageKind;
import io.rhomboid.notification.recipient.QuietHours;

import static io.rhomboid.notification.message.MessageKind.ARRIVAL;
import static io.rhomboid.notification.message.MessageKind.HOLD_LAPSING;
import static io.rhomboid.notification.message.MessageKind.INTAKE_DUE;
import static io.rhomboid.notification.message.MessageKind.REMINDER;
import static io.rhomboid.notification.message.MessageKind.THANKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class PlanTest {

    static final Habits USUAL = new Habits(Habits.USUAL, QuietHours.USUAL);
    static final Instant LONG_AGO = Instant.parse("2026-01-05T12:00:00Z");

    final Cast cast = cast("2026-11-24T15:00");

    static Cast cast(String start) {
        return Cast.at(LocalDateTime.parse(start), Examples.BERLIN);
    }

    static BookingEvent booked(Cast cast, Instant decided) {
        return new BookingConfirmed(cast.booking(), 2, cast.snapshot(cast.start()), decided);
    }

    @Test
    void a_session_is_reminded_of_a_day_and_two_hours_before_with_the_way_on_its_morning() {
        assertThat(Plan.of(booked(cast, LONG_AGO), USUAL))
                .extracting(Reminder::kind, Reminder::dueAt, Reminder::until)
                .containsExactly(
                        tuple(INTAKE_DUE, at("2026-11-22T14:00:00Z"), at("2026-11-24T13:00:00Z")),
                        tuple(REMINDER, at("2026-11-23T14:00:00Z"), at("2026-11-24T12:00:00Z")),
                        tuple(ARRIVAL, at("2026-11-24T07:00:00Z"), at("2026-11-24T14:00:00Z")),
                        tuple(REMINDER, at("2026-11-24T12:00:00Z"), at("2026-11-24T14:00:00Z")));
    }

    @Test
    void what_was_past_when_it_was_booked_is_never_told() {
        assertThat(Plan.of(booked(cast, at("2026-11-23T13:45:00Z")), USUAL))
                .extracting(Reminder::kind, Reminder::dueAt)
                .containsExactly(
                        tuple(ARRIVAL, at("2026-11-24T07:00:00Z")), tuple(REMINDER, at("2026-11-24T12:00:00Z")));
        assertThat(Plan.of(booked(cast, at("2026-11-24T11:45:00Z")), USUAL)).isEmpty();
    }

    @Test
    void the_day_before_is_the_same_time_on_the_wall_when_the_clocks_change_in_between() {
        var spring = cast("2026-03-29T15:00");
        var autumn = cast("2026-10-25T15:00");

        assertThat(reminders(spring)).contains(at("2026-03-28T14:00:00Z"), at("2026-03-29T11:00:00Z"));
        assertThat(reminders(autumn)).contains(at("2026-10-24T13:00:00Z"), at("2026-10-25T12:00:00Z"));
    }

    @Test
    void nobody_is_woken_up() {
        var early = Plan.of(booked(cast("2026-11-24T08:30"), LONG_AGO), USUAL);
        var veryEarly = Plan.of(booked(cast("2026-11-24T07:15"), LONG_AGO), USUAL);

        assertThat(early).extracting(Reminder::dueAt).contains(at("2026-11-24T06:00:00Z"));
        assertThat(veryEarly).extracting(Reminder::dueAt).contains(at("2026-11-23T21:00:00Z"));
        for (var hour = 0; hour < 24; hour++) {
            for (var one : Plan.of(booked(cast("2026-11-24T%02d:20".formatted(hour)), LONG_AGO), USUAL)) {
                assertThat(QuietHours.USUAL.notBefore(one.dueAt(), Examples.BERLIN))
                        .isIn(one.dueAt(), one.dueAt().plus(Duration.ofHours(9)));
                assertThat(one.dueAt()).isBefore(one.until());
            }
        }
    }

    @Test
    void each_time_that_is_wanted_is_planned_once() {
        var often = new Habits(List.of(Duration.ofHours(1), Duration.ofDays(3), Duration.ofHours(1)), null);

        assertThat(Plan.of(booked(cast, LONG_AGO), often).stream().filter(one -> one.kind() == REMINDER))
                .extracting(Reminder::dueAt)
                .containsExactly(at("2026-11-21T14:00:00Z"), at("2026-11-24T13:00:00Z"));
        assertThat(Plan.of(booked(cast, LONG_AGO), new Habits(List.of(), null)))
                .extracting(Reminder::kind)
                .containsExactly(INTAKE_DUE, ARRIVAL);
    }

    @Test
    void who_holds_a_time_is_told_before_it_lapses_if_that_leaves_time_to_answer() {
        var now = LONG_AGO;
        assertThat(Plan.of(held(now, 10), USUAL))
                .extracting(Reminder::kind, Reminder::dueAt, Reminder::until)
                .containsExactly(tuple(HOLD_LAPSING, now.plusSeconds(420), now.plusSeconds(600)));
        assertThat(Plan.of(held(now, 5), USUAL)).isEmpty();
    }

    private BookingEvent held(Instant now, int minutes) {
        return new BookingHeld(
                cast.booking(), 1, cast.snapshot(cast.start()), now.plus(Duration.ofMinutes(minutes)), now);
    }

    @Test
    void who_was_there_is_thanked_once_it_is_over() {
        var left = at("2026-11-24T15:05:00Z");
        var completed = new BookingCompleted(cast.booking(), 5, cast.snapshot(cast.start()), left);

        assertThat(Plan.of(completed, USUAL))
                .extracting(Reminder::kind, Reminder::dueAt)
                .containsExactly(tuple(THANKS, at("2026-11-24T17:05:00Z")));
    }

    @Test
    void what_is_cancelled_or_begun_leaves_nothing_to_remind_of_and_a_note_leaves_all() {
        assertThat(Plan.of(cast.cancelled(3, 0), USUAL)).isEmpty();
        assertThat(Plan.changes(cast.cancelled(3, 0))).isTrue();
        assertThat(Plan.stands(cast.cancelled(3, 0))).isFalse();
        var noted = new BookingNoted(cast.booking(), 3, cast.snapshot(cast.start()), LONG_AGO);
        assertThat(Plan.changes(noted)).isFalse();
        assertThat(Plan.stands(noted)).isTrue();
    }

    @Test
    void half_an_hour_of_daylight_saving_is_no_hour() {
        var howe = Cast.at(LocalDateTime.parse("2026-10-04T15:00"), ZoneId.of("Australia/Lord_Howe"));

        assertThat(reminders(howe)).contains(howe.start().minus(Duration.ofMinutes(24 * 60 - 30)));
    }

    private static List<Instant> reminders(Cast cast) {
        return Plan.of(booked(cast, LONG_AGO), USUAL).stream()
                .filter(one -> one.kind() == MessageKind.REMINDER)
                .map(Reminder::dueAt)
                .toList();
    }

    private static Instant at(String text) {
        return Instant.parse(text);
    }
}
