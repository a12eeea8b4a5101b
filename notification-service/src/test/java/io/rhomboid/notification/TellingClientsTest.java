package io.rhomboid.notification;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

import biweekly.Biweekly;
import biweekly.ICalendar;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

import io.rhomboid.contracts.Money;
import io.rhomboid.contracts.Topics;
import io.rhomboid.contracts.alert.AlertEvent.GlassBroken;
import io.rhomboid.contracts.alert.AlertId;
import io.rhomboid.contracts.booking.BookingEvent.BookingArrived;
import io.rhomboid.contracts.booking.BookingEvent.BookingCancelled;
import io.rhomboid.contracts.booking.BookingEvent.BookingCompleted;
import io.rhomboid.contracts.booking.BookingEvent.BookingConfirmed;
import io.rhomboid.contracts.booking.BookingEvent.BookingExpired;
import io.rhomboid.contracts.booking.BookingEvent.BookingHeld;
import io.rhomboid.contracts.booking.BookingEvent.BookingMissed;
import io.rhomboid.contracts.booking.VoucherId;
import io.rhomboid.contracts.client.ClientEvent.ClientChanged;
import io.rhomboid.contracts.client.FarewellEvent.ErasureCompleted;
import io.rhomboid.contracts.plan.PlanEvent.PlanNudged;
import io.rhomboid.contracts.plan.PlanId;
import io.rhomboid.contracts.staff.InvitationEvent.PersonInvited;
import io.rhomboid.contracts.staff.StaffRole;
import io.rhomboid.contracts.therapist.LicenceEvent.LicenceExpiring;
import io.rhomboid.contracts.therapist.LicenceId;
import io.rhomboid.contracts.voucher.GiftCardEvent.GiftCardSent;
import io.rhomboid.contracts.waitlist.WaitlistEvent.EntryJoined;
import io.rhomboid.contracts.waitlist.WaitlistEvent.OfferLapsed;
import io.rhomboid.notification.Examples.Cast;
import io.rhomboid.notification.delivery.Deliveries;
import io.rhomboid.notification.delivery.Delivery;
import io.rhomboid.notification.delivery.Delivery.State;
import io.rhomboid.notification.message.Channel;
import io.rhomboid.notification.message.Occasion;
import io.rhomboid.notification.provider.Provider;
import io.rhomboid.notification.recipient.Recipients;
import io.rhomboid.notification.recipient.Subject;
import io.rhomboid.notification.recipient.Wishes;
import io.rhomboid.platform.link.GiftCardCodes;
import io.rhomboid.platform.link.InvitationTokens;
import io.rhomboid.testing.RealBroker;
import io.rhomboid.testing.identity.Issuer;

import static io.rhomboid.notification.NotificationUnderTest.PATIENCE;
import static io.rhomboid.notification.NotificationUnderTest.address;
import static io.rhomboid.notification.NotificationUnderTest.awaitAllRead;
import static io.rhomboid.notification.NotificationUnderTest.client;
import static io.rhomboid.notification.NotificationUnderTest.newName;
import static io.rhomboid.notification.NotificationUnderTest.parts;
import static io.rhomboid.notification.NotificationUnderTest.send;
import static io.rhomboid.notification.NotificationUnderTest.tell;
import static io.rhomboid.notification.NotificationUnderTest.tellWhere;
import static io.rhomboid.notification.NotificationUnderTest.tellWho;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

/** From the facts on the topics to the mails in the mailbox. */
@Tag("store")
class TellingClientsTest {

    static final String NAME = newName();
    static final NotificationUnderTest SERVICE = new NotificationUnderTest();

    final Cast cast = nextWeek();

    static Cast nextWeek() {
        return Cast.at(LocalDate.now(Examples.BERLIN).plusDays(7).atTime(LocalTime.of(9, 15)), Examples.BERLIN);
    }

    @BeforeAll
    static void start() {
        SERVICE.startMails();
        SERVICE.start(NAME);
    }

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    @Test
    void who_waits_is_told_of_an_offer_once_and_never_of_one_that_is_over() throws Exception {
        tellWhere(cast);
        tellWho(cast);
        var now = Instant.now();
        var over = Examples.offerMade(cast, 2, now.minusSeconds(1));
        var made = Examples.offerMade(cast, 4, now.plusSeconds(1_800));
        tell(Topics.WAITLIST, new EntryJoined(made.entryId(), 1, made.wish(), Examples.DECIDED));
        tell(Topics.WAITLIST, over);
        tell(Topics.WAITLIST, new OfferLapsed(over.entryId(), 3, over.wish(), over.offer(), Examples.DECIDED));
        tell(Topics.WAITLIST, made);
        tell(Topics.WAITLIST, made);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(SERVICE.mailsTo(cast)).hasSize(1));
        awaitAllRead(NAME);

        assertThat(SERVICE.mailsTo(cast))
                .singleElement()
                .satisfies(mail -> assertThat(mail.getSubject()).startsWith("Kept for you: "));
        assertThat(SERVICE.part(Deliveries.class).along(Occasion.line(made.entryId())))
                .extracting(Delivery::state, Delivery::reason)
                .containsExactly(tuple(State.SKIPPED, "the offer is over"), tuple(State.SENT, null));
    }

    @Test
    void whose_plan_is_overdue_is_told_once() throws Exception {
        tellWhere(cast);
        tellWho(cast);
        // At whatever hour this runs: they may be disturbed.
        SERVICE.part(Recipients.class)
                .keep(Subject.of(cast.client()), new Wishes(1, null, null, Map.of(), null, true, null, null));
        var nudged = new PlanNudged(
                new PlanId(UUID.randomUUID()),
                3,
                cast.client(),
                cast.clinic(),
                null,
                Examples.TRIGGER_POINT,
                60,
                LocalDate.of(2026, 11, 20),
                1,
                Instant.now());
        tell(Topics.PLANS, nudged);
        tell(Topics.PLANS, nudged);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(SERVICE.mailsTo(cast)).hasSize(1));
        awaitAllRead(NAME);

        assertThat(SERVICE.mailsTo(cast)).singleElement().satisfies(mail -> {
            assertThat(mail.getSubject()).isEqualTo("Your next session at Rhomboid Mitte");
            assertThat(parts(mail).get("text/plain"))
                    .contains("the next Trigger point therapy was due until Friday 20 November 2026");
        });
    }

    @Test
    void who_is_invited_or_given_a_card_is_told_the_secret_by_mail_and_then_forgotten() throws Exception {
        tellWhere(cast);
        var invitation = UUID.randomUUID();
        var card = new VoucherId(UUID.randomUUID());
        var now = Instant.now();
        tell(
                Topics.INVITATIONS,
                new PersonInvited(
                        invitation,
                        1,
                        cast.clinic(),
                        address(cast),
                        Set.of(StaffRole.DESK),
                        now.plusSeconds(600),
                        now));
        tell(
                Topics.GIFT_CARDS,
                new GiftCardSent(
                        card,
                        1,
                        cast.clinic(),
                        client(cast),
                        "Happy birthday!",
                        new Money(50_00, "EUR"),
                        LocalDate.now().plusYears(1),
                        now));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(SERVICE.mailsTo(cast)).hasSize(2));

        var text = new StringBuilder();
        for (var mail : SERVICE.mailsTo(cast)) text.append(GreenMailUtil.getWholeMessage(mail));
        assertThat(text)
                .contains(
                        SERVICE.part(InvitationTokens.class).token(invitation).substring(0, 40),
                        SERVICE.part(GiftCardCodes.class).code(card, 1),
                        "Happy birthday!");
        var deliveries = SERVICE.part(Deliveries.class);
        for (var line : List.of(Occasion.INVITATION + invitation, Occasion.GIFT_CARD + card)) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(deliveries.along(line))
                            .singleElement()
                            .satisfies(it -> {
                                assertThat(it.state()).isEqualTo(State.SENT);
                                assertThat(it.occasion().event().toString())
                                        .doesNotContain(address(cast), "Weber", "birthday");
                            }));
        }
    }

    @Test
    void a_booking_is_confirmed_moved_and_cancelled_by_mail_each_once_and_in_order() throws Exception {
        tellWhere(cast);
        tellWho(cast);
        tell(
                Topics.BOOKINGS,
                new BookingHeld(cast.booking(), 1, cast.snapshot(cast.start()), cast.start(), Examples.DECIDED));
        tell(Topics.BOOKINGS, cast.confirmed(2));
        tell(Topics.BOOKINGS, cast.moved(3, cast.start().plusSeconds(7200)));
        tell(Topics.BOOKINGS, cast.cancelled(4, 44_50));

        var mails = SERVICE.awaitMails(cast, 3);

        assertThat(mails)
                .extracting(MimeMessage::getSubject)
                .satisfiesExactly(
                        subject -> assertThat(subject).startsWith("Confirmed: "),
                        subject -> assertThat(subject).startsWith("Moved to "),
                        subject -> assertThat(subject).startsWith("Cancelled: "));
        assertThat(mails.stream().map(mail -> calendar(mail).getMethod().getValue()))
                .containsExactly("REQUEST", "REQUEST", "CANCEL");
        assertThat(mails.stream()
                        .map(mail -> calendar(mail)
                                .getEvents()
                                .getFirst()
                                .getSequence()
                                .getValue()))
                .containsExactly(2, 3, 4);
        assertThat(mails.stream()
                        .map(mail ->
                                calendar(mail).getEvents().getFirst().getUid().getValue())
                        .distinct())
                .containsExactly(cast.booking() + "@rhomboid.example");
        assertThat(calendar(mails.get(1))
                        .getEvents()
                        .getFirst()
                        .getDateStart()
                        .getValue()
                        .toInstant())
                .isEqualTo(cast.start().plusSeconds(7200));

        var confirmation = mails.getFirst();
        assertThat(parts(confirmation)).containsOnlyKeys("text/plain", "text/html", "text/calendar", "application/ics");
        assertThat(parts(confirmation).get("text/plain")).contains("Mira Vogel", "Trigger point therapy", "€89.00");
        assertThat((InternetAddress) confirmation.getFrom()[0])
                .isEqualTo(new InternetAddress("bookings@rhomboid.example"));
        assertThat(((InternetAddress) confirmation.getFrom()[0]).getPersonal()).isEqualTo("Rhomboid Mitte");
        assertThat((InternetAddress) confirmation.getReplyTo()[0])
                .isEqualTo(new InternetAddress("mitte@rhomboid.example"));
        assertThat(mails).extracting(MimeMessage::getMessageID).doesNotHaveDuplicates();
    }

    @Test
    void a_series_is_told_once_for_all_its_visits_and_a_moved_visit_by_itself() {
        tellWhere(cast);
        tellWho(cast);
        for (var visit : cast.visits(2, 0)) {
            tell(Topics.BOOKINGS, new BookingConfirmed(visit.bookingId(), 2, visit.booking(), Examples.DECIDED));
        }
        tell(Topics.SERIES, cast.seriesConfirmed(3));
        SERVICE.awaitMails(cast, 1);
        tell(Topics.BOOKINGS, cast.moved(3, cast.start().plusSeconds(7200)));
        SERVICE.awaitMails(cast, 2);
        for (var visit : cast.visits(4, 0)) {
            tell(
                    Topics.BOOKINGS,
                    new BookingCancelled(
                            visit.bookingId(), 4, visit.booking(), visit.fee(), true, false, true, Examples.DECIDED));
        }
        tell(Topics.SERIES, cast.seriesCancelled(4, 0));
        awaitAllRead(NAME);

        var mails = SERVICE.awaitMails(cast, 3);
        assertThat(mails)
                .extracting(MimeMessage::getSubject)
                .satisfiesExactly(
                        subject -> assertThat(subject).startsWith("Confirmed: 2 visits from "),
                        subject -> assertThat(subject).startsWith("Moved to "),
                        subject -> assertThat(subject).startsWith("Cancelled: 2 visits from "));
        // Of the visit by itself only that it moved.
        assertThat(ledger(cast)).hasSize(1);
    }

    @Test
    void what_was_never_promised_is_not_taken_back() {
        tellWhere(cast);
        tellWho(cast);
        var snapshot = cast.snapshot(cast.start());
        tell(Topics.BOOKINGS, new BookingHeld(cast.booking(), 1, snapshot, cast.start(), Examples.DECIDED));
        tell(
                Topics.BOOKINGS,
                new BookingCancelled(cast.booking(), 2, snapshot, snapshot.price(), false, false, Examples.DECIDED));
        tell(Topics.BOOKINGS, new BookingExpired(cast.booking(), 3, snapshot, Examples.DECIDED));
        tell(Topics.BOOKINGS, cast.confirmed(4));

        SERVICE.awaitMails(cast, 1);

        assertThat(ledger(cast)).hasSize(1);
    }

    @Test
    void whether_they_came_clients_know_themselves() {
        tellWhere(cast);
        tellWho(cast);
        var snapshot = cast.snapshot(cast.start());
        tell(Topics.BOOKINGS, cast.confirmed(1));
        tell(Topics.BOOKINGS, new BookingMissed(cast.booking(), 2, snapshot, snapshot.price(), cast.start()));
        tell(Topics.BOOKINGS, new BookingArrived(cast.booking(), 3, snapshot, cast.start()));
        tell(Topics.BOOKINGS, new BookingCompleted(cast.booking(), 4, snapshot, cast.start()));
        awaitAllRead(NAME);

        SERVICE.awaitMails(cast, 1);
        // The desk hears that they were missed; they do not.
        assertThat(ledger(cast)).filteredOn(one -> one.recipient().isClient()).hasSize(1);
    }

    @Test
    void a_fact_that_comes_twice_is_told_once() {
        tellWhere(cast);
        tellWho(cast);
        for (int i = 0; i < 5; i++) tell(Topics.BOOKINGS, cast.confirmed(2));
        tell(Topics.BOOKINGS, cast.cancelled(3, 0));
        for (int i = 0; i < 5; i++) tell(Topics.BOOKINGS, cast.confirmed(2));
        awaitAllRead(NAME);

        SERVICE.awaitMails(cast, 2);
        assertThat(ledger(cast)).hasSize(2);
    }

    @Test
    void old_news_that_comes_late_is_not_told_any_more() {
        tellWhere(cast);
        tellWho(cast);
        tell(Topics.BOOKINGS, cast.cancelled(4, 0));
        SERVICE.awaitMails(cast, 1);
        tell(Topics.BOOKINGS, cast.confirmed(2));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(ledger(cast))
                        .extracting(Delivery::state)
                        .containsExactly(State.SKIPPED, State.SENT));
        assertThat(SERVICE.awaitMails(cast, 1).getFirst())
                .satisfies(mail -> assertThat(mail.getSubject()).startsWith("Cancelled"));
    }

    @Test
    void a_booking_whose_client_clinic_or_therapist_is_not_known_yet_waits_for_them() {
        tell(Topics.BOOKINGS, cast.confirmed(2));
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(ledger(cast)).extracting(Delivery::state).containsExactly(State.WAITING));
        tell(Topics.BOOKINGS, cast.moved(3, cast.start().plusSeconds(900)));
        tellWho(cast);
        assertThat(SERVICE.mailsTo(cast)).isEmpty();

        tellWhere(cast);

        assertThat(SERVICE.awaitMails(cast, 2))
                .extracting(MimeMessage::getSubject)
                .satisfiesExactly(
                        subject -> assertThat(subject).startsWith("Confirmed"),
                        subject -> assertThat(subject).startsWith("Moved"));
    }

    @Test
    void the_latest_address_counts_and_an_older_one_that_comes_late_does_not() {
        tellWhere(cast);
        tell(Topics.CLIENTS, new ClientChanged(cast.client(), 2, NotificationUnderTest.client(cast), Examples.DECIDED));
        tell(
                Topics.CLIENTS,
                new ClientChanged(
                        cast.client(),
                        1,
                        new io.rhomboid.contracts.client.Client("Old", "old@client.example", null, "en"),
                        Examples.DECIDED));
        tell(Topics.BOOKINGS, cast.confirmed(2));

        SERVICE.awaitMails(cast, 1);
    }

    @Test
    void a_client_who_is_erased_leaves_no_address_and_hears_no_more() {
        tellWhere(cast);
        tellWho(cast);
        tell(Topics.BOOKINGS, cast.confirmed(2));
        SERVICE.awaitMails(cast, 1);
        await().atMost(PATIENCE).until(() -> ledger(cast).getFirst().sentTo() != null);

        send(Topics.CLIENTS, cast.client().toString(), null);

        await().atMost(PATIENCE).until(() -> ledger(cast).getFirst().sentTo() == null);
        tell(Topics.BOOKINGS, cast.cancelled(3, 0));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(ledger(cast))
                        .extracting(Delivery::state)
                        .containsExactly(State.SENT, State.WAITING));
        SERVICE.awaitMails(cast, 1);
    }

    @Test
    void poison_is_set_aside_and_the_next_ones_are_told() {
        var poisoned = nextWeek();
        tellWhere(cast);
        tellWho(cast);
        var key = cast.booking().toString();
        send(Topics.BOOKINGS, key, "{\"type\":\"BookingConfirmed\",\"nonsense".getBytes(UTF_8));
        send(Topics.BOOKINGS, key, "{\"type\":\"BookingForgotten\"}".getBytes(UTF_8));
        send(Topics.BOOKINGS, key, "null".getBytes(UTF_8));
        send(Topics.CLIENTS, poisoned.client().toString(), "[]".getBytes(UTF_8));
        send(Topics.CLIENTS, "nobody-in-particular", null);
        tell(Topics.BOOKINGS, cast.confirmed(2));

        SERVICE.awaitMails(cast, 1);

        awaitDeadLetters(Topics.BOOKINGS, key, 3);
        awaitDeadLetters(Topics.CLIENTS, poisoned.client().toString(), 1);
        awaitDeadLetters(Topics.CLIENTS, "nobody-in-particular", 1);
    }

    @Test
    void a_client_is_reminded_until_one_click_in_the_mail_ends_it() throws Exception {
        var soon = Cast.at(LocalDateTime.now(Examples.BERLIN).plusMinutes(100), Examples.BERLIN);
        tellWhere(soon);
        tellWho(soon);
        var token = Issuer.token("jo-" + soon.client(), address(soon));
        await().atMost(PATIENCE)
                .until(() -> ask("GET", "/me", token, null, null).statusCode() == 200);
        // At whatever hour this runs: they may be disturbed.
        var said = ask(
                "PUT",
                "/me",
                token,
                "\"0\"",
                "{\"language\":\"de\",\"remindMinutes\":[120],\"channels\":{\"ARRIVAL\":[],\"INTAKE_DUE\":[]}}");
        assertThat(said.statusCode()).as(said.body()).isEqualTo(200);
        assertThat(said.headers().firstValue("ETag")).contains("\"1\"");
        tell(
                Topics.BOOKINGS,
                new BookingConfirmed(
                        soon.booking(),
                        2,
                        soon.snapshot(soon.start()),
                        soon.start().minus(Duration.ofDays(3))));

        var mails = SERVICE.awaitMails(soon, 2);
        var reminder = mails.stream()
                .filter(mail -> subject(mail).startsWith("Bald: "))
                .findFirst()
                .orElseThrow();
        assertThat(mails).extracting(TellingClientsTest::subject).anyMatch(one -> one.startsWith("Bestätigt: "));

        var address = java.net.URI.create(reminder.getHeader("List-Unsubscribe")[0].replaceAll("[<>]", ""));
        var page = SERVICE.send("GET", address.getPath(), token, Map.of("Accept-Language", "es"), null);
        assertThat(page.body()).contains("<form method=\"post\">", "lang=\"es\"");
        assertThat(channels(token, "REMINDER")).contains("MAIL");
        for (int i = 0; i < 2; i++) {
            var ended = SERVICE.send(
                    "POST",
                    address.getPath(),
                    "",
                    Map.of("Content-Type", "application/x-www-form-urlencoded", "Authorization", ""),
                    "List-Unsubscribe=One-Click");
            assertThat(ended.statusCode()).as(ended.body()).isEqualTo(200);
        }
        assertThat(channels(token, "REMINDER")).doesNotContain("MAIL");
        var cut = SERVICE.send("POST", address.getPath().substring(0, 80), token, Map.of(), null);
        assertThat(cut.statusCode()).isEqualTo(404);
        assertThat(cut.body()).contains("unknown-opt-out");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'language':'tlh'}                                    | language",
                "{'quietHours':{'from':'22:00','until':'22:00'}}       | quietHours.until",
                "{'quietHours':{'from':'late','until':'07:00'}}        | quietHours.from",
                "{'quietHours':{'from':'22:00'}}                       | quietHours.until",
                "{'quietHours':{'from':'22:00','until':'07:00','zone':'Mars/Base'}} | quietHours.zone",
                "{'remindMinutes':[1]}                                 | remindMinutes",
                "{'remindMinutes':[10,20,30,40,50]}                    | remindMinutes",
                "{'remindMinutes':[null]}                              | remindMinutes[0]",
                "{'channels':{'GOSSIP':['MAIL']}}                      | channels",
                "{'channels':{'THANKS':['PIGEON']}}                    | channels.THANKS[0]",
                "{'channels':{'THANKS':null}}                         | channels",
                "{'channels':{'THANKS':[null]}}                       | channels",
                "{'onlyWithinADay':'perhaps'}                          | onlyWithinADay",
                "{'version':7}                                         | version"
            })
    void what_is_wrong_about_a_wish_is_said_with_its_field(String body, String field) {
        var answer =
                ask("PUT", "/me/staff", Issuer.token("dana", "dana@staff.example"), "\"0\"", body.replace('\'', '"'));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("\"field\":\"" + field);
    }

    @Test
    void staff_are_told_at_their_verified_address_and_change_only_what_they_have_seen() {
        var dana = Issuer.token("dana-" + cast.client(), "dana@staff.example");

        assertThat(ask("PUT", "/me/staff", dana, null, "{}").statusCode()).isEqualTo(428);
        assertThat(ask("PUT", "/me/staff", dana, "\"4\"", "{}").statusCode()).isEqualTo(412);
        assertThat(ask("PUT", "/me/staff", dana, "\"0\"", "{\"onlyWithinADay\":false}")
                        .body())
                .contains("\"onlyWithinADay\":false", "\"version\":1");
        assertThat(ask("PUT", "/me/staff", dana, "\"0\"", "{}").body()).contains("version-changed");
        assertThat(ask("PUT", "/me/staff", Issuer.token("nobody", null), "\"0\"", "{}")
                        .body())
                .contains("mail-not-verified");
        assertThat(ask("GET", "/me", Issuer.token("new", "never-" + cast.client() + "@client.example"), null, null)
                        .body())
                .contains("nothing-booked");
    }

    private static java.net.http.HttpResponse<String> ask(
            String method,
            String path,
            String token,
            @org.jspecify.annotations.Nullable String ifMatch,
            @org.jspecify.annotations.Nullable String body) {
        return SERVICE.send(
                method,
                "/api/v1/recipients" + path,
                token,
                ifMatch == null ? Map.of() : Map.of("If-Match", ifMatch),
                body);
    }

    private static String channels(String token, String kind) {
        return JsonMapper.shared()
                .readTree(ask("GET", "/me", token, null, null).body())
                .get("channels")
                .get(kind)
                .toString();
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_replay_of_everything_sends_nothing() {
        tellWhere(cast);
        tellWho(cast);
        tell(Topics.BOOKINGS, cast.confirmed(2));
        tell(Topics.BOOKINGS, cast.cancelled(3, 0));
        awaitAllRead(NAME);
        SERVICE.awaitMails(cast, 2);
        // What other tests have left on its way.
        await().atMost(PATIENCE)
                .until(() ->
                        SERVICE
                                .part(Deliveries.class)
                                .due(Channel.MAIL, Instant.now().plus(Duration.ofSeconds(10)), 1_000)
                                .stream()
                                .noneMatch(delivery -> delivery.state() == State.DUE));
        var before = ids(SERVICE.mails.getReceivedMessages());

        SERVICE.stop();
        // A new name is a new consumer group: it reads every topic from its beginning.
        var again = newName();
        SERVICE.start(again);
        awaitAllRead(again);
        SERVICE.awaitMails(marker(), 1);
        SERVICE.stop();
        SERVICE.start(NAME);

        var after = ids(SERVICE.mails.getReceivedMessages());
        before.forEach(after::remove);
        assertThat(after).as("the marker's alone").singleElement();
    }

    private static List<String> ids(MimeMessage... mails) {
        var ids = new ArrayList<String>();
        try {
            for (var mail : mails) {
                ids.add(mail.getMessageID() + " " + mail.getSubject() + " " + mail.getAllRecipients()[0]);
            }
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
        return ids;
    }

    @Test
    void a_mail_server_that_is_away_costs_patience_and_no_mail() {
        try (var late = new NotificationUnderTest()) {
            late.start(newName(), "--rhomboid.notification.smtp.pause=500ms");
            var casts = List.of(nextWeek(), nextWeek(), nextWeek(), nextWeek(), nextWeek(), nextWeek(), nextWeek());
            tellWhere(cast);
            for (var one : casts) {
                tellWhere(one);
                tellWho(one);
                tell(Topics.BOOKINGS, one.confirmed(2));
            }
            var breaker = late.part(Provider.class).breaker();
            await().atMost(PATIENCE).until(() -> breaker.getState() == CircuitBreaker.State.OPEN);
            var ledger = late.part(Deliveries.class);
            for (var one : casts) {
                await().atMost(PATIENCE)
                        .until(() -> !ledger.along(Occasion.line(one.booking())).isEmpty());
                assertThat(ledger.along(Occasion.line(one.booking())).getFirst().isOpen())
                        .isTrue();
            }
            assertThat(late.getManagement("/actuator/health/readiness").body()).endsWith("\"status\":\"UP\"}");

            late.startMails();

            for (var one : casts) late.awaitMails(one, 1);
            assertThat(breaker.getState()).isNotEqualTo(CircuitBreaker.State.OPEN);
        }
    }

    @Test
    void a_clinic_hears_that_a_licence_ends() {
        tellWhere(cast);
        var licence = new LicenceId(UUID.randomUUID());
        var lastDay = LocalDate.now().plusDays(30);
        tell(
                Topics.LICENCES,
                new LicenceExpiring(
                        licence,
                        2,
                        cast.therapist(),
                        "BE-4711",
                        "DE",
                        lastDay,
                        30,
                        List.of(cast.clinic()),
                        Instant.now()));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(SERVICE.get("/api/v1/deliveries?licenceId=" + licence)
                                .body())
                        .contains(
                                "\"kind\":\"LICENCE\"",
                                "\"state\":\"SENT\"",
                                "\"recipient\":\"clinic/" + cast.clinic()));
    }

    @Test
    void a_clinic_hears_once_that_somebody_has_broken_the_glass() {
        tellWhere(cast);
        var alert = new AlertId(UUID.randomUUID());
        var broken = new GlassBroken(
                alert,
                1,
                cast.clinic(),
                cast.booking(),
                "RH-7K2M9Q",
                "mira",
                null,
                cast.therapist(),
                Instant.now().plusSeconds(3_600),
                Instant.now());
        tell(Topics.ALERTS, broken);
        tell(Topics.ALERTS, broken);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(SERVICE.part(Deliveries.class).along(Occasion.ALERT + alert))
                        .extracting(Delivery::state, one -> one.recipient().key())
                        .containsExactly(tuple(State.SENT, "clinic/" + cast.clinic())));
        awaitAllRead(NAME);
        assertThat(SERVICE.part(Deliveries.class).along(Occasion.ALERT + alert)).hasSize(1);
    }

    @Test
    void who_was_forgotten_hears_it_once_and_nobody_keeps_where() {
        var completed = new ErasureCompleted(cast.client(), 1, address(cast), "de", Instant.now());
        tell(Topics.FAREWELLS, completed);

        var mail = SERVICE.awaitMails(cast, 1).getFirst();
        tell(Topics.FAREWELLS, completed);
        awaitAllRead(NAME);

        assertThat(parts(mail).get("text/plain")).contains("gelöscht");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(SERVICE.part(Deliveries.class).along(Occasion.FAREWELL + cast.client()))
                        .extracting(Delivery::state, Delivery::sentTo)
                        .containsExactly(tuple(State.SENT, "…")));
        var stored = SERVICE.part(MongoDatabase.class).getCollection("deliveries");
        assertThat(stored.find(Filters.eq("line", Occasion.FAREWELL + cast.client()))
                        .first()
                        .toJson())
                .doesNotContain(address(cast));
        assertThat(SERVICE.mailsTo(cast)).hasSize(1);
    }

    @Test
    void answers_what_was_sent_without_telling_to_whom() {
        tellWhere(cast);
        tellWho(cast);
        tell(Topics.BOOKINGS, cast.confirmed(2));
        SERVICE.awaitMails(cast, 1);
        await().atMost(PATIENCE).until(() -> ledger(cast).getFirst().state() == State.SENT);

        var answer = SERVICE.get("/api/v1/deliveries?bookingId=" + cast.booking());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains(
                        "\"kind\":\"CONFIRMATION\"",
                        "\"state\":\"SENT\"",
                        "\"sentTo\":\"j…@c….example\"",
                        "\"about\":\"booking/" + cast.booking() + "\"",
                        "\"providerId\":\"<")
                .doesNotContain(address(cast), cast.client().toString());
        assertThat(SERVICE.get("/api/v1/deliveries?bookingId=" + nextWeek().booking())
                        .body())
                .isEqualTo("{\"deliveries\":[]}");
        assertThat(SERVICE.get("/api/v1/deliveries").statusCode()).isEqualTo(400);
        assertThat(SERVICE.get("/api/v1/deliveries?bookingId=1").statusCode()).isEqualTo(400);
        assertThat(SERVICE.get("/v3/api-docs").body()).contains("/api/v1/deliveries", "\"openapi\":\"3.1");
    }

    @Test
    void is_ready_with_its_store_and_counts_what_it_sends() {
        tellWhere(cast);
        tellWho(cast);
        tell(Topics.BOOKINGS, cast.confirmed(2));
        SERVICE.awaitMails(cast, 1);

        assertThat(SERVICE.getManagement("/actuator/health/readiness").body())
                .isEqualTo("{\"components\":{\"ledger\":{\"status\":\"UP\"},\"readinessState\":{\"status\":\"UP\"}},"
                        + "\"status\":\"UP\"}");
        assertThat(SERVICE.getManagement("/actuator/health").body()).doesNotContain("DOWN", "mail", "mongo");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                SERVICE.getManagement("/actuator/prometheus").body())
                        .contains(
                                "rhomboid_deliveries_total{",
                                "outcome=\"sent\"",
                                "rhomboid_delivery_latency_seconds_count",
                                "rhomboid_smtp_breaker_open"));
    }

    /** A booking told last: when its mail is there, what was due before it has been worked on. */
    private static Cast marker() {
        var marker = nextWeek();
        tellWhere(marker);
        tellWho(marker);
        tell(Topics.BOOKINGS, marker.confirmed(1));
        return marker;
    }

    private static List<Delivery> ledger(Cast cast) {
        return SERVICE.part(Deliveries.class).along(Occasion.line(cast.booking()));
    }

    private static ICalendar calendar(MimeMessage mail) {
        return Biweekly.parse(parts(mail).get("text/calendar")).first();
    }

    /** Other tests leave theirs on the same topic. */
    private static void awaitDeadLetters(String topic, String key, int count) {
        try (var consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        RealBroker.bootstrapServers(),
                        "group.id",
                        "looking-" + newName(),
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(Topics.deadLetters(topic, NAME)));
            var keys = new java.util.ArrayList<String>();
            await().atMost(PATIENCE).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> keys.add(record.key()));
                return Collections.frequency(keys, key) >= count;
            });
        }
    }
}
