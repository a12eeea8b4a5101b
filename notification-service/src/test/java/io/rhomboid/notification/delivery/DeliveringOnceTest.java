package io.rhomboid.notification.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.rhomboid.contracts.Money;
import io.rhomboid.contracts.booking.BookingEvent;
import io.rhomboid.contracts.booking.BookingEvent.BookingRescheduled;
import io.rhomboid.contracts.booking.BookingSnapshot;
import io.rhomboid.contracts.client.Client;
import io.rhomboid.contracts.client.ClientEvent.ClientChanged;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.intake.AnswerEvent.IntakeAnswered;
import io.rhomboid.contracts.plan.PlanEvent.PlanNudged;
import io.rhomboid.contracts.plan.PlanId;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.notification.Examples;
import io.rhomboid.notification.Examples.Cast;
import io.rhomboid.notification.HandClock;
import io.rhomboid.notification.delivery.Deliveries.Choice;
import io.rhomboid.notification.delivery.Delivery.State;
import io.rhomboid.notification.delivery.mongo.MongoDeliveries;
import io.rhomboid.notification.message.Channel;
import io.rhomboid.notification.message.Mail;
import io.rhomboid.notification.message.Message;
import io.rhomboid.notification.message.MessageKind;
import io.rhomboid.notification.message.MessageWriter;
import io.rhomboid.notification.message.Occasion;
import io.rhomboid.notification.message.Occasion.OfAlert;
import io.rhomboid.notification.message.Occasion.OfReminder;
import io.rhomboid.notification.message.Sender;
import io.rhomboid.notification.message.ical.Ical4jCalendars;
import io.rhomboid.notification.recipient.Answers;
import io.rhomboid.notification.recipient.Bounces;
import io.rhomboid.notification.recipient.Contact;
import io.rhomboid.notification.recipient.Preferences;
import io.rhomboid.notification.recipient.Subject;
import io.rhomboid.notification.recipient.mongo.MongoAnswers;
import io.rhomboid.notification.recipient.mongo.MongoBounces;
import io.rhomboid.platform.events.EventJson;
import io.rhomboid.platform.store.JsonDocuments;
import io.rhomboid.testing.RealStore;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

/** The ledger on a real store, with a post that does as it is told. */
@Tag("store")
class DeliveringOnceTest {

    static final MongoClient STORE = MongoClients.create(RealStore.uri());
    static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    static final Duration LEASE = ofMinutes(2);
    static final Duration LIMIT = ofSeconds(30);

    final MongoDatabase database = STORE.getDatabase(RealStore.newDatabase());
    final Deliveries deliveries = new MongoDeliveries(database, new JsonDocuments(EventJson.mapper()));
    final Bounces bounces = new MongoBounces(database);
    final Set<Channel> wanted = EnumSet.of(Channel.MAIL);
    final Teller teller = new Teller(deliveries, (_, _) -> EnumSet.copyOf(wanted), Handing.NONE);
    final KnownPeople directory = new KnownPeople();
    final Answers answers = new MongoAnswers(database);
    final Map<Subject, Map<Channel, String>> verified = new HashMap<>();

    /** Until when everybody sleeps. */
    Instant quietUntil = Instant.MIN;

    final Preferences preferences = new Preferences() {
        @Override
        public Set<Channel> channels(Subject person, MessageKind kind) {
            return Set.of();
        }

        @Override
        public Instant notBefore(Subject person, MessageKind kind, ZoneId clinic, Instant now) {
            return now.isBefore(quietUntil) ? quietUntil : now;
        }
    };
    final RecordingTexts texts = new RecordingTexts();
    final RecordingPost post = new RecordingPost();
    final List<Verdict> verdicts = new CopyOnWriteArrayList<>();
    final HandClock clock = new HandClock(NOON);
    final Cast cast = cast();

    static Cast cast() {
        return Cast.at(LocalDateTime.parse("2026-11-24T09:15"), Examples.BERLIN);
    }

    @BeforeEach
    void prepare() {
        deliveries.prepare();
        know(cast);
    }

    @AfterAll
    static void close() {
        STORE.close();
    }

    @Test
    void what_can_wait_waits_for_the_end_of_quiet_hours_and_what_was_agreed_does_not() throws Exception {
        quietUntil = NOON.plus(ofHours(3));
        teller.tell(Notice.of(
                new OfReminder(cast.confirmed(2), MessageKind.REMINDER, NOON, cast.start()), 2, clock.instant()));
        teller.tell(nudge());
        work();
        // What the desk is asked about patience, it is asked of the kind.
        assertThat(post.accepted).isEmpty();
        assertThat(deliveries.along(Occasion.PLAN + PLAN))
                .singleElement()
                .satisfies(one -> assertThat(one.nextAttemptAt()).isEqualTo(quietUntil));

        clock.to(quietUntil);
        work();
        assertThat(post.subjects())
                .anyMatch(one -> one.startsWith("Soon: "))
                .contains("Your next session at Rhomboid Mitte");
        assertThat(post.accepted)
                .anySatisfy(mail ->
                        assertThat(mail.text()).contains("https://clinic.example/therapists?treatment=TRIGGER_POINT"));
    }

    @Test
    void a_reminder_that_would_be_too_late_after_the_night_is_told_at_night() throws Exception {
        quietUntil = NOON.plus(ofHours(3));
        teller.tell(Notice.of(
                new OfReminder(cast.confirmed(2), MessageKind.REMINDER, NOON, NOON.plus(ofHours(2))),
                2,
                clock.instant()));
        work();

        assertThat(post.accepted).hasSize(1);
    }

    @Test
    void a_plans_reminder_of_two_weeks_ago_is_told_to_nobody() throws Exception {
        teller.tell(nudge());
        clock.to(NOON.plus(Duration.ofDays(15)));
        work();

        assertThat(post.accepted).isEmpty();
        assertThat(deliveries.along(Occasion.PLAN + PLAN))
                .singleElement()
                .satisfies(one -> assertThat(one.reason()).isEqualTo("it was due long ago"));
    }

    private static final PlanId PLAN = new PlanId(UUID.randomUUID());

    private Notice nudge() {
        return Notice.of(
                        new PlanNudged(
                                PLAN,
                                3,
                                cast.client(),
                                cast.clinic(),
                                null,
                                Examples.TRIGGER_POINT,
                                60,
                                LocalDate.parse("2026-11-20"),
                                1,
                                NOON),
                        clock.instant())
                .getFirst();
    }

    @Test
    void who_has_answered_meanwhile_is_not_asked_for_answers() throws Exception {
        teller.tell(Notice.of(
                new OfReminder(cast.confirmed(2), MessageKind.INTAKE_DUE, NOON, cast.start()), 2, clock.instant()));
        answers.keep(new IntakeAnswered(cast.client(), 1, cast.start().plusSeconds(1), NOON));
        work();

        assertThat(post.accepted).isEmpty();
        assertThat(only()).satisfies(one -> {
            assertThat(one.state()).isEqualTo(State.SKIPPED);
            assertThat(one.reason()).isEqualTo("it was answered");
        });
    }

    @Test
    void what_exactly_has_changed_is_said_against_what_was_told_before() throws Exception {
        tell(cast.confirmed(2));
        work();
        var now = cast.snapshot(cast.start());
        tell(new BookingRescheduled(
                cast.booking(),
                3,
                new BookingSnapshot(
                        now.reference(),
                        now.clinicId(),
                        new TherapistId(UUID.randomUUID()),
                        now.roomId(),
                        List.of(),
                        now.clientId(),
                        now.treatment(),
                        now.start(),
                        now.end(),
                        0,
                        15,
                        now.zone(),
                        new Money(99_00, "EUR")),
                now.start(),
                now.end(),
                new Money(0, "EUR"),
                NOON));
        work();

        assertThat(post.accepted.getLast().text())
                .contains("before, it was with Mira Vogel", "The price is now €99.00; before, it was €89.00")
                .doesNotContain("no longer yours", "has moved");
    }

    @Test
    void an_address_that_was_proved_takes_the_place_of_the_one_that_was_booked_with() throws Exception {
        verified.put(Subject.of(cast.client()), Map.of(Channel.MAIL, "other@client.example"));
        tell(cast.confirmed(2));
        work();

        assertThat(post.recipients()).containsExactly("other@client.example");
    }

    @Test
    void who_of_the_staff_hears_of_a_fact_is_decided_once() {
        var fact = new OfAlert(cast.confirmed(2));
        var stem = Alert.stem(fact.event());
        var desk = Subject.of(cast.clinic());
        var later = Subject.ofPerson("later");

        assertThat(teller.tell(List.of(), new Choice(stem, List.of(new Notice(stem, desk.key(), fact, desk, NOON)))))
                .isTrue();
        // A replay, after somebody has come to the clinic.
        assertThat(teller.tell(
                        List.of(),
                        new Choice(
                                stem,
                                List.of(
                                        new Notice(stem, desk.key(), fact, desk, NOON),
                                        new Notice(stem, later.key(), fact, later, NOON)))))
                .isFalse();
        assertThat(deliveries.along(Occasion.line(cast.booking())))
                .extracting(Delivery::recipient)
                .containsExactly(desk);
    }

    @Test
    void a_fact_is_written_down_once_and_sent_once() throws Exception {
        assertThat(tell(cast.confirmed(2))).isTrue();
        assertThat(tell(cast.confirmed(2))).isFalse();
        work();
        assertThat(tell(cast.confirmed(2))).isFalse();
        work();

        assertThat(post.accepted).hasSize(1);
        assertThat(only()).satisfies(delivery -> {
            assertThat(delivery.state()).isEqualTo(State.SENT);
            assertThat(delivery.sentAt()).isEqualTo(NOON);
            assertThat(delivery.sentTo()).isEqualTo("j…@c….example");
            assertThat(delivery.providerId()).isEqualTo(post.accepted.getFirst().messageId());
        });
    }

    @Test
    void two_workers_share_a_ledger_and_send_each_mail_once_and_in_order() {
        var casts = new ArrayList<Cast>();
        for (int i = 0; i < 40; i++) {
            var one = cast();
            know(one);
            casts.add(one);
        }
        for (var one : casts) tell(one.confirmed(2));
        for (var one : casts) tell(one.moved(3, one.start().plusSeconds(900)));
        for (var one : casts) tell(one.cancelled(4, 0));
        var system = Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), NOON));
        var one = new DeliveryWorker(deliveries, desk(system), mails(), ofMillis(50), 4, Trail.NONE, system);
        var other = new DeliveryWorker(deliveries, desk(system), mails(), ofMillis(50), 4, Trail.NONE, system);

        one.start();
        other.start();
        try {
            await().atMost(LIMIT).until(() -> post.accepted.size() >= 120);
            await().atMost(LIMIT)
                    .until(() -> deliveries
                            .due(Channel.MAIL, system.instant().plus(ofHours(1)), 1)
                            .isEmpty());
        } finally {
            one.stop(LIMIT);
            other.stop(LIMIT);
        }

        assertThat(post.accepted)
                .hasSize(120)
                .extracting(mail -> mail.messageId())
                .doesNotHaveDuplicates();
        for (var booking : casts) {
            var told = post.accepted.stream()
                    .filter(mail -> mail.to().address().equals(address(booking)))
                    .map(mail -> mail.subject().split("[: ]")[0]);
            assertThat(told).containsExactly("Confirmed", "Moved", "Cancelled");
        }
    }

    @Test
    void what_a_dead_worker_had_in_hand_is_taken_up_after_its_lease() throws Exception {
        tell(cast.confirmed(2));
        assertThat(deliveries.take(only(), "dead", NOON, NOON.plus(LEASE))).isTrue();

        work();
        clock.forward(LEASE.minusMillis(1));
        work();
        assertThat(post.accepted).isEmpty();

        clock.forward(ofMillis(1));
        work();
        assertThat(post.accepted).hasSize(1);
    }

    @Test
    void who_lost_the_lease_settles_nothing_unless_it_is_that_the_mail_is_sent() {
        tell(cast.confirmed(2));
        var delivery = only();
        assertThat(deliveries.take(delivery, "slow", NOON, NOON.plus(LEASE))).isTrue();
        var after = NOON.plus(LEASE);
        assertThat(deliveries.take(delivery, "next", after, after.plus(LEASE))).isTrue();

        assertThat(deliveries.settle(delivery, "slow", new Verdict.Failed("late")))
                .isFalse();
        assertThat(only().state()).isEqualTo(State.DUE);
        assertThat(deliveries.settle(delivery, "slow", new Verdict.Sent(after, "…", "<1@x>")))
                .isTrue();
        assertThat(deliveries.settle(delivery, "next", new Verdict.TryAgain(after, "away")))
                .isFalse();
        assertThat(only().state()).isEqualTo(State.SENT);
    }

    @Test
    void only_one_of_many_takes_it() throws Exception {
        tell(cast.confirmed(2));
        var delivery = only();
        var winners = new CopyOnWriteArrayList<String>();
        var rivals = new ArrayList<Thread>();
        for (int i = 0; i < 50; i++) {
            rivals.add(Thread.ofVirtual().start(() -> {
                var name = UUID.randomUUID().toString();
                if (deliveries.take(delivery, name, NOON, NOON.plus(LEASE))) winners.add(name);
            }));
        }
        for (var rival : rivals) rival.join();

        assertThat(winners).hasSize(1);
    }

    @Test
    void a_crash_after_the_server_took_it_sends_the_same_mail_again() throws Exception {
        tell(cast.confirmed(2));
        post.answer = mail -> {
            post.accepted.add(mail);
            throw new OutOfMemoryError("the process dies here");
        };
        try {
            work();
        } catch (OutOfMemoryError e) {
            post.answer = RecordingPost::takes;
        }
        clock.forward(LEASE);
        work();

        assertThat(post.accepted).hasSize(2);
        assertThat(post.accepted.get(0).messageId())
                .isEqualTo(post.accepted.get(1).messageId());
    }

    @Test
    void an_older_one_that_is_still_open_goes_first() throws Exception {
        tell(cast.confirmed(2));
        tell(cast.cancelled(3, 0));
        post.answer = mail -> mail.subject().startsWith("Confirmed")
                ? new Receipt.Deferred("recipient not now: 450")
                : RecordingPost.takes(mail);
        work();
        assertThat(post.accepted).isEmpty();

        post.answer = RecordingPost::takes;
        clock.forward(ofMinutes(1));
        work();

        assertThat(post.subjects())
                .satisfiesExactly(
                        subject -> assertThat(subject).startsWith("Confirmed"),
                        subject -> assertThat(subject).startsWith("Cancelled"));
    }

    @Test
    void one_recipient_who_cannot_be_reached_holds_up_nobody_else() throws Exception {
        var other = cast();
        know(other);
        tell(cast.confirmed(2));
        tell(other.confirmed(2));
        post.answer = mail -> mail.to().address().equals(address(cast))
                ? new Receipt.Refused("recipient refused: 550 5.1.1")
                : RecordingPost.takes(mail);

        work();

        assertThat(post.recipients()).containsExactly(address(other));
        assertThat(only().state()).isEqualTo(State.FAILED);
        assertThat(only().reason()).isEqualTo("recipient refused: 550 5.1.1");
        assertThat(only().sentTo()).isNull();
    }

    @Test
    void a_failure_puts_it_off_longer_each_time_until_it_is_given_up() throws Exception {
        tell(cast.confirmed(2));
        post.answer = _ -> new Receipt.Deferred("no connection to the mail server");
        var pauses = new ArrayList<Duration>();
        while (only().isOpen()) {
            work();
            pauses.add(Duration.between(clock.instant(), only().nextAttemptAt()));
            clock.to(only().nextAttemptAt());
        }

        assertThat(pauses.subList(0, 4)).containsExactly(ofSeconds(5), ofSeconds(10), ofSeconds(20), ofSeconds(40));
        assertThat(only().attempts()).isEqualTo(5);
        assertThat(only().state()).isEqualTo(State.FAILED);
        assertThat(only().reason()).isEqualTo("given up: no connection to the mail server");
    }

    @Test
    void a_fault_of_ours_holds_up_nobody_else_and_is_tried_again() throws Exception {
        var other = cast();
        know(other);
        tell(cast.confirmed(2));
        tell(other.confirmed(2));
        post.answer = mail -> {
            if (mail.to().address().equals(address(cast))) throw new IllegalStateException("a fault of ours");
            return RecordingPost.takes(mail);
        };
        work();

        assertThat(post.recipients()).containsExactly(address(other));
        assertThat(only().isOpen()).isTrue();
        assertThat(only().attempts()).isEqualTo(1);
        assertThat(only().reason()).isEqualTo("could not be put together");
    }

    @Test
    void an_open_breaker_costs_no_attempt() throws Exception {
        tell(cast.confirmed(2));
        post.answer = _ -> new Receipt.Closed(ofSeconds(10));
        for (int i = 0; i < 20; i++) {
            work();
            clock.forward(ofSeconds(10));
        }
        assertThat(only().attempts()).isZero();

        post.answer = RecordingPost::takes;
        work();
        assertThat(post.accepted).hasSize(1);
    }

    @Test
    void nothing_is_told_about_a_session_that_is_over() throws Exception {
        tell(cast.confirmed(2));
        clock.to(cast.start().plusSeconds(3600));
        work();

        assertThat(post.accepted).isEmpty();
        assertThat(only().state()).isEqualTo(State.SKIPPED);
        assertThat(only().reason()).isEqualTo("the session is over");
    }

    @Test
    void after_a_long_outage_only_the_newest_is_told() throws Exception {
        tell(cast.confirmed(2));
        tell(cast.moved(3, cast.start().plusSeconds(900)));
        tell(cast.cancelled(4, 0));
        clock.forward(ofHours(1));
        work();

        assertThat(post.subjects())
                .singleElement()
                .satisfies(subject -> assertThat(subject).startsWith("Cancelled"));
        assertThat(deliveries.along(Occasion.line(cast.booking())))
                .extracting(Delivery::state)
                .containsExactly(State.SKIPPED, State.SKIPPED, State.SENT);
    }

    @Test
    void waits_for_who_is_not_known_yet_and_goes_at_once_when_they_are() throws Exception {
        var stranger = cast();
        tell(stranger.confirmed(2));
        work();
        assertThat(deliveries
                        .along(Occasion.line(stranger.booking()))
                        .getFirst()
                        .state())
                .isEqualTo(State.WAITING);

        know(stranger);
        deliveries.arrived(Subject.of(stranger.client()), clock.instant());
        work();

        assertThat(post.recipients()).containsExactly(address(stranger));
        assertThat(deliveries
                        .along(Occasion.line(stranger.booking()))
                        .getFirst()
                        .attempts())
                .isZero();
    }

    @Test
    void finds_who_has_become_known_even_when_nobody_told() throws Exception {
        var stranger = cast();
        tell(stranger.confirmed(2));
        work();
        know(stranger);
        work();
        assertThat(post.accepted).isEmpty();

        clock.forward(ofMinutes(1));
        work();
        assertThat(post.accepted).hasSize(1);
    }

    @Test
    void an_erased_person_leaves_no_address_and_gets_no_mail() throws Exception {
        tell(cast.confirmed(2));
        work();
        tell(cast.cancelled(3, 0));
        deliveries.erase(cast.client());
        work();

        assertThat(post.accepted).hasSize(1);
        assertThat(deliveries.along(Occasion.line(cast.booking())))
                .satisfiesExactly(
                        sent -> assertThat(sent.sentTo()).isNull(),
                        skipped -> assertThat(skipped.reason()).isEqualTo("the recipient was erased"));
    }

    @Test
    void who_left_no_address_gets_no_mail() throws Exception {
        var walkedIn = cast();
        directory.keep(new ClientChanged(walkedIn.client(), 1, new Client("Kim", null, null, "en"), Examples.DECIDED));
        tell(walkedIn.confirmed(2));
        work();

        assertThat(post.accepted).isEmpty();
        assertThat(deliveries
                        .along(Occasion.line(walkedIn.booking()))
                        .getFirst()
                        .reason())
                .isEqualTo("the recipient has no mail address");
    }

    @Test
    void a_closed_post_leaves_the_ledger_alone() {
        post.open = false;
        tell(cast.confirmed(2));
        var worker = new DeliveryWorker(deliveries, desk(clock), mails(), ofMillis(20), 4, Trail.NONE, clock);
        worker.start();
        try {
            worker.wake();
            await().during(ofMillis(300)).atMost(ofSeconds(2)).until(() -> only().attempts() == 0 && only().isOpen());
            post.open = true;
            await().atMost(LIMIT).until(() -> post.accepted.size() == 1);
        } finally {
            worker.stop(LIMIT);
        }
    }

    @Test
    void a_licence_that_ends_is_told_to_each_clinic_once_and_in_order() throws Exception {
        var mitte = new ClinicId(UUID.randomUUID());
        var wedding = new ClinicId(UUID.randomUUID());
        var month = Examples.licenceEnds(2, LocalDate.parse("2026-12-21"), 30, List.of(mitte, wedding));
        var week = Examples.licenceEnds(3, LocalDate.parse("2026-12-21"), 7, List.of(mitte, wedding));
        for (var event : List.of(month, week, month)) Notice.of(event, NOON).forEach(teller::tell);
        work();

        var told = deliveries.along(Occasion.line(month.licenceId()));
        assertThat(told).hasSize(4).allMatch(delivery -> delivery.state() == State.SENT);
        assertThat(told.stream().filter(one -> one.recipient().equals(Subject.of(mitte))))
                .hasSize(2);
        assertThat(post.accepted.stream().map(Mail::text).map(text -> text.contains(" 30 days,") ? 30 : 7))
                .containsExactlyInAnyOrder(30, 30, 7, 7);
        assertThat(post.recipients()).containsOnly("mitte@rhomboid.example");
    }

    @Test
    void a_licence_that_ended_long_ago_is_no_news() throws Exception {
        var ended =
                Examples.licenceEnds(4, LocalDate.parse("2026-10-01"), -1, List.of(new ClinicId(UUID.randomUUID())));
        Notice.of(ended, NOON).forEach(teller::tell);
        work();

        assertThat(deliveries.along(Occasion.line(ended.licenceId())).getFirst().reason())
                .isEqualTo("the licence ended long ago");
        assertThat(post.accepted).isEmpty();
    }

    @Test
    void each_channel_that_was_wanted_has_a_row_of_its_own() throws Exception {
        wanted.add(Channel.SMS);
        tell(cast.confirmed(2));
        post.answer = _ -> new Receipt.Deferred("no connection to the mail server");
        work();

        assertThat(texts.carried).hasSize(1);
        assertThat(deliveries.along(Occasion.line(cast.booking())))
                .extracting(Delivery::channel, Delivery::state)
                .containsExactlyInAnyOrder(tuple(Channel.MAIL, State.DUE), tuple(Channel.SMS, State.SENT));
    }

    @Test
    void a_channel_that_is_wanted_later_does_not_tell_again_what_was_told_before() throws Exception {
        tell(cast.confirmed(2));
        work();
        wanted.add(Channel.SMS);

        assertThat(tell(cast.confirmed(2))).isFalse();
        work();

        assertThat(texts.carried).isEmpty();
        assertThat(post.accepted).hasSize(1);
    }

    @Test
    void a_notice_that_was_half_written_down_is_completed() {
        wanted.add(Channel.SMS);
        var notice = Notice.of(cast.confirmed(2), NOON).getFirst();
        deliveries.decide(Map.of(notice, EnumSet.copyOf(wanted)));
        deliveries.add(Delivery.of(notice, Channel.MAIL));
        wanted.remove(Channel.SMS);

        assertThat(teller.tell(notice)).isTrue();
        assertThat(deliveries.along(Occasion.line(cast.booking())))
                .extracting(Delivery::channel)
                .containsExactlyInAnyOrder(Channel.MAIL, Channel.SMS);
    }

    @Test
    void an_address_that_sends_mail_back_gets_only_what_was_agreed_until_it_takes_some() throws Exception {
        tell(cast.confirmed(2));
        post.answer = _ -> new Receipt.Refused("recipient refused: 550 5.1.1");
        work();
        assertThat(bounces.has(address(cast).toUpperCase(java.util.Locale.ROOT)))
                .isTrue();

        post.answer = RecordingPost::takes;
        remind(NOON);
        work();
        assertThat(post.accepted).isEmpty();
        assertThat(deliveries.along(Occasion.line(cast.booking())))
                .extracting(Delivery::reason)
                .contains("this address has sent our mail back");

        tell(cast.cancelled(3, 0));
        work();
        remind(NOON.plusSeconds(1));
        work();
        assertThat(post.accepted).hasSize(1);
        assertThat(bounces.has(address(cast))).isFalse();
    }

    private void remind(Instant due) {
        teller.tell(Notice.of(
                new Occasion.OfReminder(
                        cast.confirmed(2), io.rhomboid.notification.message.MessageKind.REMINDER, due, cast.start()),
                2,
                due));
    }

    @Test
    void what_would_do_harm_twice_is_given_up_when_nobody_knows_whether_it_was_sent() throws Exception {
        wanted.clear();
        wanted.add(Channel.SMS);
        tell(cast.confirmed(2));
        assertThat(deliveries.take(only(), "dead", NOON, NOON.plus(LEASE))).isTrue();
        clock.forward(LEASE);
        work();

        assertThat(texts.carried).isEmpty();
        assertThat(only().state()).isEqualTo(State.FAILED);
        assertThat(only().reason()).isEqualTo("nobody knows whether it was sent");
    }

    private void know(Cast cast) {
        directory.keep(new ClientChanged(
                cast.client(), 1, new Client("Jo Weber", address(cast), null, "en"), Examples.DECIDED));
    }

    private static String address(Cast cast) {
        return "jo-" + cast.client() + "@client.example";
    }

    private boolean tell(BookingEvent event) {
        return teller.tell(Notice.of(event, clock.instant()).getFirst());
    }

    private Delivery only() {
        return deliveries.along(Occasion.line(cast.booking())).getFirst();
    }

    /** Works until nothing is due any more, one after the other. */
    private void work() throws InterruptedException {
        var desk = desk(clock);
        while (true) {
            var due = new ArrayList<Delivery>();
            for (var channel : wanted) due.addAll(deliveries.due(channel, clock.instant(), 100));
            if (due.isEmpty()) return;
            for (var delivery : due) desk.attend(delivery, UUID.randomUUID().toString());
        }
    }

    private Carrier mails() {
        return new MailCarrier(post, new Sender("bookings@rhomboid.example", "rhomboid.example"), bounces, clock);
    }

    private DeliveryDesk desk(Clock clock) {
        var sender = new Sender("bookings@rhomboid.example", "rhomboid.example");
        RandomGenerator longest = new RandomGenerator() {
            @Override
            public long nextLong() {
                return Long.MAX_VALUE;
            }

            @Override
            public long nextLong(long bound) {
                return bound - 1;
            }
        };
        return new DeliveryDesk(
                deliveries,
                new Scribe(
                        directory,
                        answers,
                        person -> verified.getOrDefault(person, Map.of()),
                        preferences,
                        new MessageWriter((_, _, _) -> Optional.empty(), new Ical4jCalendars(sender), Examples.LINKS)),
                List.of(mails(), texts),
                new Patience(ofSeconds(5), ofMinutes(1), 5, ofHours(48), ofMinutes(1), ofMinutes(10)),
                LEASE,
                (_, verdict) -> verdicts.add(verdict),
                clock,
                longest);
    }

    /** Text messages, each of which costs money and is read aloud by a telephone. */
    static final class RecordingTexts implements Carrier {

        final List<String> carried = new CopyOnWriteArrayList<>();

        @Override
        public Channel channel() {
            return Channel.SMS;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public boolean isRepeatable() {
            return false;
        }

        @Override
        public Receipt carry(Delivery delivery, Contact to, Message message) {
            carried.add(message.brief());
            return new Receipt.Accepted("…", "SM-" + carried.size());
        }
    }
}
