package io.rhomboid.notification.webhook;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.notification.HandClock;
import io.rhomboid.notification.delivery.Delivery;
import io.rhomboid.notification.delivery.Handing;
import io.rhomboid.notification.delivery.Teller;
import io.rhomboid.notification.delivery.mongo.MongoDeliveries;
import io.rhomboid.notification.message.Channel;
import io.rhomboid.notification.message.MessageKind;
import io.rhomboid.notification.provider.ProviderSettings;
import io.rhomboid.notification.recipient.Subject;
import io.rhomboid.notification.webhook.Message.State;
import io.rhomboid.notification.webhook.Messages.Outcome;
import io.rhomboid.notification.webhook.Receiver.Reply;
import io.rhomboid.notification.webhook.WebhookAnswer.Done;
import io.rhomboid.notification.webhook.http.HttpReceiver;
import io.rhomboid.notification.webhook.mongo.MongoEndpoints;
import io.rhomboid.notification.webhook.mongo.MongoMessages;
import io.rhomboid.platform.events.EventJson;
import io.rhomboid.platform.store.JsonDocuments;
import io.rhomboid.testing.RealStore;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** From a fact to a receiver that is built on the standard's own library, over real HTTP, on a clock that is moved by hand. */
@Tag("store")
class TellingOtherSystemsTest {

    static final MongoClient STORE = MongoClients.create(RealStore.uri());
    /** Of today: the standard's library believes no timestamp that is five minutes off its own clock. */
    static final Instant NOW = Instant.now().truncatedTo(java.time.temporal.ChronoUnit.SECONDS);

    static final ClinicId CLINIC = new ClinicId(UUID.randomUUID());
    static final ProviderSettings SETTINGS =
            new ProviderSettings(2, ofSeconds(45), 5, 60, ofSeconds(10), ofMinutes(10));

    final HandClock clock = new HandClock(NOW);
    final StandardReceiver other = new StandardReceiver();
    final String database = RealStore.newDatabase();
    final MongoEndpoints endpoints = new MongoEndpoints(STORE.getDatabase(database));
    final MongoMessages messages = new MongoMessages(STORE.getDatabase(database));
    final HttpReceiver receiver = new HttpReceiver(SETTINGS, true, clock);
    final List<Endpoint> disabled = new ArrayList<>();
    final WebhookDesk desk = desk(receiver);

    WebhookDesk desk(Receiver asking) {
        return new WebhookDesk(
                endpoints,
                messages,
                asking,
                (endpoint, number) -> (endpoint + "/" + number).getBytes(),
                new EndpointWatch() {
                    @Override
                    public void disabled(Endpoint endpoint) {
                        disabled.add(endpoint);
                    }

                    @Override
                    public void attempted(Message message, Outcome outcome) {}
                },
                ofMinutes(2),
                clock,
                new Random(7));
    }

    @BeforeEach
    void prepare() {
        messages.prepare();
    }

    @AfterEach
    void close() throws Exception {
        receiver.close();
        other.close();
    }

    @AfterAll
    static void closeStore() {
        STORE.close();
    }

    @Test
    void a_fact_is_told_once_however_often_it_is_heard_and_the_standards_library_lets_it_in() {
        var endpoint = endpoint();
        var fact = fact(1);
        desk.record(CLINIC, EventType.CONFIRMED, fact);
        desk.record(CLINIC, EventType.CONFIRMED, fact);
        work();
        desk.record(CLINIC, EventType.CONFIRMED, fact);
        work();

        assertThat(other.heard).containsExactly(new StandardReceiver.Heard(fact.webhookId(), fact.body(), true));
        assertThat(desk.told(endpoint.id(), 10)).singleElement().satisfies(message -> {
            assertThat(message.state()).isEqualTo(State.SENT);
            assertThat(message.status()).isEqualTo(204);
        });
    }

    @Test
    void who_knows_another_key_lets_nothing_in() {
        endpoint();
        other.knows("whsec_c29tZXRoaW5nIGVsc2U=");
        desk.record(CLINIC, EventType.CONFIRMED, fact(1));
        work();

        assertThat(other.heard).hasSize(1);
        assertThat(other.taken()).isEmpty();
    }

    @Test
    void for_a_day_after_a_rotation_both_keys_open_what_is_sent_and_then_the_new_one_alone() {
        var endpoint = endpoint();
        var former = desk.secret(endpoint);
        var rotated = ((Done) desk.rotate(endpoint.id(), 1)).endpoint();
        var current = desk.secret(rotated);
        assertThat(current).isNotEqualTo(former);

        for (var secret : List.of(former, current)) {
            other.knows(secret);
            assertThat(desk.test(rotated)).isEqualTo(new Reply.Taken(204));
        }
        assertThat(other.taken()).hasSize(2);

        assertThat(rotated.keys(NOW.plus(ofHours(24)).minusMillis(1))).containsExactly(2L, 1L);
        assertThat(rotated.keys(NOW.plus(ofHours(24)))).containsExactly(2L);
        assertThat(desk.rotate(endpoint.id(), 1)).isEqualTo(new WebhookAnswer.Changed());
    }

    @Test
    void only_what_happens_from_then_on_and_what_was_asked_for_is_told() {
        clock.forward(ofSeconds(10));
        var endpoint = endpoint();
        desk.record(CLINIC, EventType.CONFIRMED, fact(1, NOW.plusSeconds(9)));
        desk.record(CLINIC, EventType.ARRIVED, fact(2, NOW.plusSeconds(11)));
        desk.record(new ClinicId(UUID.randomUUID()), EventType.CONFIRMED, fact(3, NOW.plusSeconds(11)));
        assertThat(desk.told(endpoint.id(), 10)).isEmpty();

        desk.record(CLINIC, EventType.CANCELLED, fact(4, NOW.plusSeconds(11)));
        assertThat(desk.told(endpoint.id(), 10)).hasSize(1);
    }

    @Test
    void a_replay_tells_nothing_of_what_is_older_than_a_message_may_get() {
        var endpoint = endpoint();
        clock.forward(Schedule.GIVE_UP_AFTER.plusSeconds(1));
        desk.record(CLINIC, EventType.CONFIRMED, fact(1, NOW));

        assertThat(desk.told(endpoint.id(), 10)).isEmpty();
    }

    @Test
    void what_fails_is_tried_for_three_days_with_the_same_id_and_then_the_endpoint_is_disabled_and_the_clinic_told() {
        var endpoint = endpoint();
        other.status = 500;
        desk.record(CLINIC, EventType.CONFIRMED, fact(1));
        for (int minute = 0; minute < 84 * 60; minute += 5) {
            work();
            clock.forward(ofMinutes(5));
        }

        assertThat(other.heard).hasSize(10).allMatch(one -> one.webhookId().equals("msg_1"));
        assertThat(disabled).singleElement().satisfies(one -> {
            assertThat(one.id()).isEqualTo(endpoint.id());
            assertThat(one.disabled().at()).isBetween(NOW.plus(ofHours(72)), NOW.plus(ofHours(84)));
        });
        desk.record(CLINIC, EventType.CONFIRMED, fact(2, clock.instant()));
        work();
        assertThat(other.heard).hasSize(10);

        other.status = 200;
        var enabled = ((Done) desk.enable(endpoint.id(), 2)).endpoint();
        assertThat(enabled.failingSince()).isNull();
        assertThat(desk.again(endpoint.id(), "msg_1")).isTrue();
        assertThat(desk.again(endpoint.id(), "msg_1")).isFalse();
        work();
        assertThat(desk.told(endpoint.id(), 10)).extracting(Message::state).containsExactly(State.SENT);
    }

    @Test
    void a_receiver_that_was_away_for_an_hour_misses_nothing_and_is_not_flooded() {
        var endpoint = endpoint();
        other.status = 503;
        for (int minute = 0; minute < 60; minute++) {
            desk.record(CLINIC, EventType.CONFIRMED, fact(minute, clock.instant()));
            work();
            clock.forward(ofMinutes(1));
        }
        // The breaker: an hour's worth of messages, and it was asked now and then.
        assertThat(other.heard).hasSizeLessThan(25);

        other.status = 204;
        other.millis = 5;
        other.heard.clear();
        other.mostAtOnce.set(0);
        for (int minute = 0; minute < 24 * 60 && open(endpoint); minute += 10) {
            work();
            clock.forward(ofMinutes(10));
        }
        assertThat(other.heard)
                .extracting(StandardReceiver.Heard::webhookId)
                .hasSize(60)
                .doesNotHaveDuplicates();
        assertThat(other.mostAtOnce).hasValueLessThanOrEqualTo(SETTINGS.atOnce());
    }

    boolean open(Endpoint endpoint) {
        return desk.told(endpoint.id(), 100).stream().anyMatch(message -> message.state() == State.DUE);
    }

    @Test
    void one_that_never_answers_holds_up_nobody_else() {
        other.millis = 60_000;
        endpoint();
        try (var quick = new StandardReceiver()) {
            var second = endpoint(quick);
            for (int i = 0; i < 5; i++) desk.record(CLINIC, EventType.CONFIRMED, fact(i));
            var worker = new WebhookWorker(desk, messages, receiver, 32, SETTINGS.atOnce(), clock);
            await().atMost(ofSeconds(30)).pollInterval(ofMillis(20)).until(() -> {
                // What found the receiver busy comes a second later.
                clock.forward(ofMillis(100));
                worker.handOut();
                return quick.heard.size() == 5;
            });
            assertThat(desk.told(second.id(), 10)).hasSize(5);
        }
    }

    @Test
    void who_answers_410_is_told_no_more() {
        endpoint();
        other.status = 410;
        desk.record(CLINIC, EventType.CONFIRMED, fact(1));
        desk.record(CLINIC, EventType.CONFIRMED, fact(2));
        work();
        clock.forward(ofHours(1));
        work();

        assertThat(other.heard).hasSizeLessThanOrEqualTo(2);
        assertThat(disabled).hasSize(1);
    }

    @Test
    void whose_endpoint_is_disabled_hears_of_it_once_by_desk_and_admins_unless_they_did_it_themselves() {
        var json = new JsonDocuments(EventJson.mapper());
        var deliveries = new MongoDeliveries(STORE.getDatabase(database), json);
        var news = new DisabledNews(
                endpoints,
                clinic -> clinic.equals(CLINIC) ? List.of("ada") : List.of(),
                new Teller(deliveries, (_, _) -> EnumSet.of(Channel.MAIL), Handing.NONE),
                clock);
        var gone = endpoint();
        desk.disable(endpoint(new StandardReceiver()).id(), 1);
        news.look();
        assertThat(deliveries.due(Channel.MAIL, clock.instant(), 10)).isEmpty();

        other.status = 410;
        desk.record(CLINIC, EventType.CONFIRMED, fact(1));
        work();
        for (int instance = 0; instance < 2; instance++) news.look();

        var told = deliveries.due(Channel.MAIL, clock.instant(), 10);
        assertThat(told)
                .extracting(Delivery::recipient)
                .containsExactlyInAnyOrder(Subject.of(CLINIC), Subject.ofPerson("ada"));
        assertThat(told).allSatisfy(one -> {
            assertThat(one.kind()).isEqualTo(MessageKind.WEBHOOK_DISABLED);
            assertThat(one.clinic()).contains(CLINIC);
        });

        // Enabled, and disabled again: that is told again.
        desk.enable(gone.id(), 2);
        clock.forward(ofHours(1));
        desk.record(CLINIC, EventType.CONFIRMED, fact(2, clock.instant()));
        work();
        news.look();
        assertThat(deliveries.due(Channel.MAIL, clock.instant(), 10)).hasSize(4);
    }

    @Test
    void who_asks_for_more_time_gets_it() {
        var endpoint = endpoint();
        other.status = 429;
        other.retryAfter = "3600";
        desk.record(CLINIC, EventType.CONFIRMED, fact(1));
        work();

        assertThat(desk.told(endpoint.id(), 1).getFirst().nextAttemptAt()).isAfterOrEqualTo(NOW.plus(ofHours(1)));
    }

    @Test
    void what_was_in_the_hands_of_one_that_died_is_sent_by_the_next_under_the_same_id() {
        endpoint();
        desk.record(CLINIC, EventType.CONFIRMED, fact(1));
        var message = messages.due(messages.waiting(NOW).getFirst(), NOW, 1).getFirst();
        assertThat(messages.take(message, "who dies", NOW, NOW.plus(ofMinutes(2))))
                .isTrue();
        work();
        assertThat(other.heard).isEmpty();

        clock.forward(ofMinutes(2));
        work();
        assertThat(other.heard).extracting(StandardReceiver.Heard::webhookId).containsExactly("msg_1");
    }

    @Test
    void nothing_inside_our_own_network_is_asked_not_even_by_a_redirect() throws Exception {
        var endpoint = endpoint();
        try (var outside = new HttpReceiver(SETTINGS, false, clock)) {
            assertThat(desk(outside).test(endpoint))
                    .isEqualTo(new Reply.NotTaken(null, "its address is inside a private network", null));
            assertThat(other.heard).isEmpty();
            assertThat(outside.objection(URI.create(other.address()))).contains("must begin with https://");
            assertThat(outside.objection(URI.create("https://mira:secret@clinic.example/")))
                    .contains("must name a host, and no user");
        }
        try (var elsewhere = new StandardReceiver()) {
            other.status = 302;
            other.location = elsewhere.address();
            assertThat(desk.test(endpoint)).isEqualTo(new Reply.NotTaken(302, "it answered with status 302", null));
            assertThat(elsewhere.heard).isEmpty();
        }
    }

    @Test
    void what_is_said_after_the_status_is_not_listened_to_however_much_it_is() {
        var endpoint = endpoint();
        other.status = 200;
        other.endless = true;

        var start = System.nanoTime();
        assertThat(desk.test(endpoint)).isEqualTo(new Reply.Taken(200));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SETTINGS.timeLimit());
    }

    @Test
    void what_ended_a_month_ago_is_forgotten_and_what_is_due_is_not() {
        var endpoint = endpoint();
        desk.record(CLINIC, EventType.CONFIRMED, fact(1));
        work();
        other.status = 500;
        desk.record(CLINIC, EventType.CONFIRMED, fact(2));
        clock.forward(Duration.ofDays(31));

        assertThat(desk.tidy()).isEqualTo(1);
        assertThat(desk.told(endpoint.id(), 10)).extracting(Message::webhookId).containsExactly("msg_2");
    }

    Endpoint endpoint() {
        return endpoint(other);
    }

    Endpoint endpoint(StandardReceiver receiver) {
        var types = EnumSet.of(EventType.CONFIRMED, EventType.CANCELLED);
        var id = new EndpointId(UUID.randomUUID());
        var endpoint = ((Done) desk.add(id, "hash", CLINIC, URI.create(receiver.address()), null, types)).endpoint();
        receiver.knows(desk.secret(endpoint));
        return endpoint;
    }

    static Fact fact(int number) {
        return fact(number, NOW);
    }

    static Fact fact(int number, Instant at) {
        return new Fact(
                "msg_" + number, "booking.confirmed", at, "{\"type\":\"booking.confirmed\",\"ü\":" + number + "}");
    }

    /** Brings everything that is due now as far as it goes. */
    void work() {
        for (var endpoint : messages.waiting(clock.instant())) {
            while (receiver.mayBeAsked(endpoint)) {
                var due = messages.due(endpoint, clock.instant(), 1);
                if (due.isEmpty()) break;
                desk.attend(due.getFirst(), UUID.randomUUID().toString());
            }
        }
    }
}
