package io.rhomboid.notification.reminder;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.rhomboid.contracts.booking.BookingEvent;
import io.rhomboid.contracts.booking.BookingEvent.BookingConfirmed;
import io.rhomboid.contracts.booking.BookingEvent.BookingNoted;
import io.rhomboid.contracts.intake.AnswerEvent.IntakeAnswered;
import io.rhomboid.notification.Examples;
import io.rhomboid.notification.Examples.Cast;
import io.rhomboid.notification.HandClock;
import io.rhomboid.notification.delivery.Deliveries;
import io.rhomboid.notification.delivery.Delivery;
import io.rhomboid.notification.delivery.Handing;
import io.rhomboid.notification.delivery.KnownPeople;
import io.rhomboid.notification.delivery.Teller;
import io.rhomboid.notification.delivery.mongo.MongoDeliveries;
import io.rhomboid.notification.message.Channel;
import io.rhomboid.notification.message.MessageKind;
import io.rhomboid.notification.message.Occasion;
import io.rhomboid.notification.recipient.Answers;
import io.rhomboid.notification.recipient.Recipients;
import io.rhomboid.notification.recipient.Subject;
import io.rhomboid.notification.recipient.Wishes;
import io.rhomboid.notification.recipient.mongo.MongoAnswers;
import io.rhomboid.notification.recipient.mongo.MongoRecipients;
import io.rhomboid.notification.reminder.mongo.MongoAgenda;
import io.rhomboid.notification.reminder.mongo.MongoReminders;
import io.rhomboid.platform.events.EventJson;
import io.rhomboid.platform.store.JsonDocuments;
import io.rhomboid.testing.RealStore;

import static io.rhomboid.notification.message.MessageKind.ARRIVAL;
import static io.rhomboid.notification.message.MessageKind.INTAKE_DUE;
import static io.rhomboid.notification.message.MessageKind.REMINDER;
import static org.assertj.core.api.Assertions.assertThat;

/** From what becomes of bookings to the rows of the ledger, on a real store. */
@Tag("store")
class RemindingOnceTest {

    static final MongoClient STORE = MongoClients.create(RealStore.uri());
    static final Instant BOOKED = Instant.parse("2026-11-10T12:00:00Z");
    static final Duration LEASE = Duration.ofMinutes(1);

    final MongoDatabase database = STORE.getDatabase(RealStore.newDatabase());
    final JsonDocuments json = new JsonDocuments(EventJson.mapper());
    final Deliveries deliveries = new MongoDeliveries(database, json);
    final Recipients recipients = new MongoRecipients(database, json);
    final Answers answers = new MongoAnswers(database);
    final Agenda agenda = new MongoAgenda(database, json);
    final Reminders reminders = new MongoReminders(database);
    final HandClock clock = new HandClock(BOOKED);
    final ReminderDesk desk = desk(clock);
    final Cast cast = cast();

    ReminderDesk desk(Clock clock) {
        return new ReminderDesk(
                agenda, reminders, recipients, answers, new Teller(deliveries, recipients, Handing.NONE), LEASE, clock);
    }

    static Cast cast() {
        return Cast.at(LocalDateTime.parse("2026-11-24T15:00"), Examples.BERLIN);
    }

    static BookingEvent booked(Cast cast) {
        return new BookingConfirmed(cast.booking(), 2, cast.snapshot(cast.start()), BOOKED);
    }

    @BeforeEach
    void prepare() {
        agenda.prepare();
        reminders.prepare();
        deliveries.prepare();
    }

    @AfterAll
    static void close() {
        STORE.close();
    }

    @Test
    void each_is_told_when_it_is_due_and_only_once_however_often_the_booking_is_told_of() {
        for (int i = 0; i < 3; i++) desk.take(booked(cast));
        to("2026-11-23T13:59:59Z");
        assertThat(told(cast)).extracting(Delivery::kind).containsExactly(INTAKE_DUE);

        to("2026-11-23T14:00:00Z");
        desk.take(booked(cast));
        to("2026-11-24T13:00:00Z");
        desk.take(booked(cast));
        to("2026-11-24T13:30:00Z");

        assertThat(told(cast))
                .extracting(Delivery::kind)
                .containsExactlyInAnyOrder(INTAKE_DUE, REMINDER, ARRIVAL, REMINDER);
    }

    @Test
    void a_cancellation_withdraws_them_and_no_replay_brings_them_back() {
        desk.take(booked(cast));
        desk.take(cast.cancelled(3, 0));
        desk.take(booked(cast));
        to("2026-11-24T13:00:00Z");

        assertThat(told(cast)).isEmpty();
    }

    @Test
    void after_a_restore_only_those_are_told_that_are_due_later() {
        desk.take(booked(cast));
        to("2026-11-23T15:00:00Z");
        assertThat(told(cast)).extracting(Delivery::kind).containsExactly(INTAKE_DUE, REMINDER);

        // The backup had them all before them; the version is that of the next epoch, and so are the rows' names.
        database.getCollection("reminders").updateMany(new Document(), Updates.set("state", "PLANNED"));
        reminders.withdrawUntil(clock.instant());
        desk.takeAgain(new BookingConfirmed(cast.booking(), 1_000_002, cast.snapshot(cast.start()), clock.instant()));
        to("2026-11-24T13:30:00Z");

        assertThat(told(cast))
                .extracting(Delivery::kind)
                .containsExactlyInAnyOrder(INTAKE_DUE, REMINDER, ARRIVAL, REMINDER);
    }

    @Test
    void they_move_with_the_session() {
        desk.take(booked(cast));
        to("2026-11-23T10:00:00Z");
        desk.take(new BookingEvent.BookingRescheduled(
                cast.booking(),
                3,
                cast.snapshot(cast.start().plus(Duration.ofDays(7))),
                cast.start(),
                cast.start().plusSeconds(3600),
                new io.rhomboid.contracts.Money(0, "EUR"),
                clock.instant()));
        to("2026-11-24T14:00:00Z");
        assertThat(told(cast)).extracting(Delivery::kind).containsExactly(INTAKE_DUE);

        to("2026-11-30T14:00:00Z");
        assertThat(told(cast)).extracting(Delivery::kind).containsExactlyInAnyOrder(INTAKE_DUE, INTAKE_DUE, REMINDER);
    }

    @Test
    void a_note_changes_nothing_and_what_is_said_is_the_latest() {
        desk.take(booked(cast));
        desk.take(new BookingNoted(cast.booking(), 3, cast.snapshot(cast.start()), BOOKED.plusSeconds(9)));
        to("2026-11-23T14:00:00Z");

        assertThat(told(cast))
                .filteredOn(one -> one.kind() == REMINDER)
                .singleElement()
                .satisfies(one -> assertThat(one.occasion().event().version()).isEqualTo(3));
    }

    @Test
    void after_an_outage_only_what_is_still_of_use_is_told() {
        desk.take(booked(cast));
        clock.to(Instant.parse("2026-11-24T12:30:00Z"));
        work();

        // The reminder of the day before has given way to that of two hours before.
        assertThat(told(cast)).extracting(Delivery::kind).containsExactlyInAnyOrder(INTAKE_DUE, ARRIVAL, REMINDER);
        clock.to(cast.start());
        var other = cast();
        desk.take(booked(other));
        work();
        assertThat(told(other)).isEmpty();
    }

    @Test
    void who_wants_other_times_gets_them_for_what_is_booked_already_and_can_change_their_mind() {
        desk.take(booked(cast));
        say(cast, 1, List.of(180), Map.of());
        desk.replan(cast.client());
        say(cast, 2, List.of(24 * 60), Map.of());
        desk.replan(cast.client());
        to("2026-11-24T13:30:00Z");

        assertThat(told(cast).stream().filter(one -> one.kind() == REMINDER))
                .singleElement()
                .satisfies(one -> assertThat(((Occasion.OfReminder) one.occasion()).dueAt())
                        .isEqualTo("2026-11-23T14:00:00Z"));
    }

    @Test
    void a_clinic_says_when_for_those_who_have_not_said() {
        recipients.keep(Subject.of(cast.clinic()), new Wishes(1, null, null, Map.of(), List.of(60), true, null, null));
        desk.take(booked(cast));
        to("2026-11-24T12:59:59Z");
        assertThat(told(cast)).extracting(Delivery::kind).doesNotContain(REMINDER);
        to("2026-11-24T13:00:00Z");
        assertThat(told(cast)).extracting(Delivery::kind).contains(REMINDER);
    }

    @Test
    void what_somebody_does_not_want_is_not_told_and_what_they_want_by_text_goes_by_text() {
        say(cast, 1, null, Map.of(REMINDER, Set.of(Channel.SMS, Channel.MAIL), ARRIVAL, Set.of()));
        recipients.end(Subject.of(cast.client()), INTAKE_DUE, false);
        recipients.end(Subject.of(cast.client()), INTAKE_DUE, false);
        desk.take(booked(cast));
        to("2026-11-24T11:00:00Z");

        assertThat(told(cast))
                .filteredOn(Delivery::isOpen)
                .extracting(Delivery::kind, Delivery::channel)
                .containsExactlyInAnyOrder(
                        org.assertj.core.api.Assertions.tuple(REMINDER, Channel.SMS),
                        org.assertj.core.api.Assertions.tuple(REMINDER, Channel.MAIL));
        assertThat(told(cast))
                .filteredOn(one -> !one.isOpen())
                .extracting(Delivery::kind, Delivery::reason)
                .contains(org.assertj.core.api.Assertions.tuple(ARRIVAL, "opted out of this kind"));
    }

    @Test
    void what_was_agreed_goes_by_mail_whatever_they_say() {
        say(cast, 1, null, Map.of(MessageKind.CANCELLATION, Set.of(Channel.SMS)));

        assertThat(recipients.channels(Subject.of(cast.client()), MessageKind.CANCELLATION))
                .isEqualTo(EnumSet.of(Channel.MAIL, Channel.SMS));
    }

    @Test
    void two_who_say_something_at_once_do_not_undo_each_other() {
        say(cast, 1, List.of(60), Map.of());

        assertThat(say(cast, 1, List.of(90), Map.of())).isFalse();
        assertThat(say(cast, 3, List.of(90), Map.of())).isFalse();
        assertThat(say(cast, 2, List.of(90), Map.of())).isTrue();
    }

    @Test
    void of_many_who_take_one_only_one_has_it_and_a_dead_ones_is_taken_up() {
        desk.take(booked(cast));
        clock.to(Instant.parse("2026-11-22T14:00:00Z"));
        var due = desk.due(10);

        assertThat(reminders.take(due, "dead", clock.instant(), clock.instant().plus(LEASE)))
                .isEqualTo(due);
        assertThat(reminders.take(due, "other", clock.instant(), clock.instant().plus(LEASE)))
                .isEmpty();
        work();
        assertThat(told(cast)).isEmpty();

        clock.forward(LEASE);
        work();
        assertThat(told(cast)).hasSize(1);
    }

    @Test
    void two_instances_share_the_work_and_each_is_told_once() throws Exception {
        var casts = new ArrayList<Cast>();
        for (int i = 0; i < 50; i++) casts.add(cast());
        for (var one : casts) desk.take(booked(one));
        clock.to(Instant.parse("2026-11-24T12:30:00Z"));
        var instances = new ArrayList<Thread>();
        for (int i = 0; i < 2; i++) {
            var worker = new ReminderWorker(agenda, reminders, desk(clock), 5, 4);
            instances.add(Thread.ofVirtual().start(() -> {
                try {
                    worker.round();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }));
        }
        for (var instance : instances) instance.join();
        work();

        for (var one : casts) assertThat(told(one)).hasSize(3);
    }

    @Test
    void a_reminder_that_fails_holds_up_no_other() {
        var broken = cast();
        desk.take(booked(broken));
        desk.take(booked(cast));
        database.getCollection("agenda")
                .updateOne(
                        com.mongodb.client.model.Filters.eq(
                                "_id", broken.booking().toString()),
                        com.mongodb.client.model.Updates.set("last", new org.bson.Document("type", "Nonsense")));
        clock.to(Instant.parse("2026-11-23T15:00:00Z"));
        work();

        assertThat(told(cast)).hasSize(2);
        assertThat(told(broken)).isEmpty();
    }

    @Test
    void who_has_handed_in_their_intake_is_asked_for_none_as_long_as_it_holds() {
        var expiring = cast();
        desk.take(booked(cast));
        desk.take(booked(expiring));
        answers.keep(new IntakeAnswered(cast.client(), 1, cast.start().plusSeconds(1), BOOKED));
        answers.keep(new IntakeAnswered(expiring.client(), 1, expiring.start(), BOOKED));
        to("2026-11-22T14:30:00Z");

        assertThat(told(cast)).extracting(Delivery::kind).doesNotContain(MessageKind.INTAKE_DUE);
        assertThat(told(expiring)).extracting(Delivery::kind).contains(MessageKind.INTAKE_DUE);
    }

    @Test
    void a_therapist_reads_their_day_in_the_morning_once_whoever_looks() {
        var people = new KnownPeople();
        people.clinics.put(cast.clinic(), Examples.MITTE);
        var cancelled = cast();
        desk.take(booked(cast));
        desk.take(new BookingConfirmed(
                cancelled.booking(), 2, cast.snapshot(cast.start().plusSeconds(7200)), BOOKED));
        desk.take(new BookingEvent.BookingCancelled(
                cancelled.booking(),
                3,
                cast.snapshot(cast.start().plusSeconds(7200)),
                new io.rhomboid.contracts.Money(0, "EUR"),
                true,
                false,
                BOOKED));
        var teller = new Teller(deliveries, recipients, Handing.NONE);
        for (var instance = 0; instance < 2; instance++) {
            var sheets = new DaySheets(
                    people, agenda, _ -> Map.of("mira", cast.therapist(), "noa", cast().therapist()), teller, clock);
            clock.to(Instant.parse("2026-11-24T04:59:00Z"));
            sheets.look();
            assertThat(sheet()).hasSize(instance);
            clock.to(Instant.parse("2026-11-24T05:00:00Z"));
            sheets.look();
            sheets.look();
        }

        assertThat(sheet()).singleElement().satisfies(one -> {
            assertThat(one.recipient()).isEqualTo(Subject.ofPerson("mira"));
            assertThat(((Occasion.OfDaySheet) one.occasion()).event().sessions())
                    .singleElement()
                    .satisfies(session -> assertThat(session.start()).isEqualTo(cast.start()));
        });
    }

    private List<Delivery> sheet() {
        return deliveries.along(Occasion.DAY_SHEET + cast.clinic() + "/" + cast.therapist() + "/2026-11-24");
    }

    private boolean say(
            Cast cast,
            long version,
            @org.jspecify.annotations.Nullable List<Integer> minutes,
            Map<MessageKind, Set<Channel>> channels) {
        return recipients.keep(
                Subject.of(cast.client()), new Wishes(version, null, null, channels, minutes, true, null, null));
    }

    private void to(String instant) {
        clock.to(Instant.parse(instant));
        work();
    }

    private void work() {
        try {
            new ReminderWorker(agenda, reminders, desk, 25, 4).round();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Delivery> told(Cast cast) {
        return deliveries.along(Occasion.line(cast.booking()));
    }
}
