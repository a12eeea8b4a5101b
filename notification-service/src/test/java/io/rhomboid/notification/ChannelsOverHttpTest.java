package io.rhomboid.notification;

import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.rhomboid.contracts.Topics;
import io.rhomboid.contracts.booking.BookingEvent.BookingConfirmed;
import io.rhomboid.contracts.client.Client;
import io.rhomboid.contracts.client.ClientEvent.ClientChanged;
import io.rhomboid.contracts.staff.Membership;
import io.rhomboid.contracts.staff.StaffEvent.MembershipsChanged;
import io.rhomboid.contracts.staff.StaffRole;
import io.rhomboid.notification.Examples.Cast;
import io.rhomboid.notification.address.Addresses;
import io.rhomboid.notification.delivery.Deliveries;
import io.rhomboid.notification.delivery.Delivery;
import io.rhomboid.notification.delivery.Notice;
import io.rhomboid.notification.inbox.Entries;
import io.rhomboid.notification.inbox.Reader;
import io.rhomboid.notification.message.Channel;
import io.rhomboid.notification.message.Occasion;
import io.rhomboid.notification.push.PushServiceUnderTest;
import io.rhomboid.notification.recipient.Bounces;
import io.rhomboid.notification.recipient.Directory;
import io.rhomboid.notification.recipient.Subject;
import io.rhomboid.notification.sms.PhoneNumber;
import io.rhomboid.notification.sms.TextStatus;
import io.rhomboid.notification.sms.Texts;
import io.rhomboid.notification.webhook.StandardReceiver;
import io.rhomboid.platform.identity.Memberships;
import io.rhomboid.platform.link.AddressCodes;
import io.rhomboid.testing.identity.AccessMatrix;
import io.rhomboid.testing.identity.Issuer;
import io.rhomboid.testing.identity.KindsOfCallers;

import static io.rhomboid.notification.NotificationUnderTest.PATIENCE;
import static io.rhomboid.notification.NotificationUnderTest.newName;
import static io.rhomboid.notification.NotificationUnderTest.tell;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The ways on which people and other systems are told, as they are managed and seen from outside. */
@Tag("store")
class ChannelsOverHttpTest {

    static final String NAME = newName();
    static final String SMS_TOKEN = UUID.randomUUID().toString();
    static final NotificationUnderTest SERVICE = new NotificationUnderTest();
    static final Cast CAST = TellingClientsTest.nextWeek();
    static final Cast ELSEWHERE = TellingClientsTest.nextWeek();

    @BeforeAll
    static void start() {
        SERVICE.startMails();
        SERVICE.start(
                NAME,
                "--rhomboid.webhook.internal=true",
                "--rhomboid.webhook.sweep=50ms",
                "--rhomboid.inbox.for-all=true",
                "--rhomboid.push.internal=true",
                "--rhomboid.sms.account=AC1",
                "--rhomboid.sms.token=" + SMS_TOKEN,
                "--rhomboid.sms.url=http://127.0.0.1:1");
        staff("", CAST);
        staff("other ", ELSEWHERE);
    }

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    static void staff(String prefix, Cast cast) {
        member(prefix + "therapist", new Membership(cast.clinic(), Set.of(StaffRole.THERAPIST), cast.therapist()));
        member(prefix + "desk", new Membership(cast.clinic(), Set.of(StaffRole.DESK), null));
        member(prefix + "admin", new Membership(cast.clinic(), EnumSet.of(StaffRole.CLINIC_ADMIN), null));
    }

    static void member(String caller, Membership membership) {
        var person = KindsOfCallers.subject(caller);
        // Later than what an earlier run on the same broker told.
        tell(
                Topics.MEMBERS,
                new MembershipsChanged(person, Instant.now().toEpochMilli(), List.of(membership), Instant.now()));
        await().atMost(PATIENCE)
                .until(() -> SERVICE.part(Memberships.class).of(person).equals(List.of(membership)));
    }

    static String admin() {
        return Issuer.token(KindsOfCallers.subject("admin"), null);
    }

    @Test
    void every_operation_is_done_for_those_in_its_row_and_for_nobody_else() {
        var operations = AccessMatrix.Operation.of(SERVICE.get("/v3/api-docs").body());
        var webhook = webhook("https://accounts.example/rhomboid").get("id").asString();

        var matrix = new AccessMatrix(
                operations,
                KindsOfCallers.callers(),
                (operation, name) -> switch (name) {
                    case "clinicId" -> CAST.clinic().toString();
                    case "therapistId" -> CAST.therapist().toString();
                    case "id" ->
                        operation.path().contains("webhooks")
                                ? webhook
                                : operation.path().contains("clinics")
                                        ? CAST.clinic().toString()
                                        : UUID.randomUUID().toString();
                    case "kind" -> "REMINDER";
                    case "language" -> "de";
                    default -> UUID.randomUUID().toString();
                },
                SERVICE::ask);

        assertThat(matrix.violations()).isEmpty();
    }

    @Test
    void a_clinics_admin_has_another_system_told_of_its_bookings_and_of_no_person() {
        try (var other = new StandardReceiver()) {
            var webhook = webhook(other.address());
            var path = "/api/v1/webhooks/" + webhook.get("id").asString();
            other.knows(json(SERVICE.send("GET", path + "/secret", admin(), Map.of(), null))
                    .get("secret")
                    .asString());

            var trial = json(SERVICE.send("POST", path + "/tests", admin(), Map.of(), null));
            assertThat(trial.get("taken").asBoolean()).isTrue();

            var event = new BookingConfirmed(CAST.booking(), 2, CAST.snapshot(CAST.start()), Instant.now());
            tell(Topics.BOOKINGS, event);
            tell(Topics.BOOKINGS, event);
            await().atMost(PATIENCE).until(() -> other.taken().size() >= 2);

            var sent = JsonMapper.shared().readTree(other.taken().getLast().body());
            assertThat(sent.get("type").asString()).isEqualTo("booking.confirmed");
            assertThat(sent.get("data").propertyNames())
                    .containsExactlyInAnyOrder(
                            "bookingId", "version", "reference", "clinicId", "therapistId", "start", "end");
            assertThat(sent.get("data").get("bookingId").asString())
                    .isEqualTo(CAST.booking().toString());
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(
                                    json(SERVICE.send("GET", path + "/messages", admin(), Map.of(), null))
                                            .get("messages"))
                            .singleElement()
                            .satisfies(message ->
                                    assertThat(message.get("state").asString()).isEqualTo("SENT")));

            var webhookId = other.taken().getLast().webhookId();
            assertThat(SERVICE.send("POST", path + "/messages/" + webhookId + "/resends", admin(), Map.of(), null)
                            .statusCode())
                    .isEqualTo(202);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(other.taken())
                            .extracting(StandardReceiver.Heard::webhookId)
                            .endsWith(webhookId, webhookId));

            assertThat(SERVICE.send(
                                    "PUT",
                                    path + "/status",
                                    admin(),
                                    Map.of("If-Match", "\"7\""),
                                    "{\"enabled\":false}")
                            .statusCode())
                    .isEqualTo(412);
            var disabled = json(
                    SERVICE.send("PUT", path + "/status", admin(), Map.of("If-Match", "\"1\""), "{\"enabled\":false}"));
            assertThat(disabled.get("enabled").asBoolean()).isFalse();
            assertThat(disabled.get("disabledReason").asString()).isEqualTo("the clinic disabled it");
            var rotated = json(SERVICE.send("PUT", path + "/rotation", admin(), Map.of("If-Match", "\"2\""), null));
            assertThat(rotated.get("formerKeyUntil").asString()).isNotEmpty();

            assertThat(SERVICE.send("DELETE", path, admin(), Map.of("If-Match", "\"3\""), null)
                            .statusCode())
                    .isEqualTo(204);
            assertThat(SERVICE.send("GET", path, admin(), Map.of(), null).statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void the_same_request_makes_one_webhook_and_another_one_needs_another_key() {
        var body = "{\"address\":\"https://accounts.example/once\",\"types\":[\"booking.cancelled\"]}";
        var key = UUID.randomUUID().toString();
        var first = add(key, body);
        var again = add(key, body);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(json(first).get("types"))
                .singleElement()
                .satisfies(type -> assertThat(type.asString()).isEqualTo("booking.cancelled"));
        assertThat(add(key, body.replace("once", "twice")).statusCode()).isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"address\":\"accounts.example\"}                                          | address",
                "{\"address\":\"ftp://accounts.example/\"}                                   | address",
                "{\"address\":\"https://mira:secret@accounts.example/\"}                     | address",
                "{\"address\":\"not an address\"}                                            | address",
                "{}                                                                          | address",
                "{\"address\":\"https://accounts.example/\",\"types\":[\"booking.made\"]}    | types[0]",
                "{\"address\":\"https://accounts.example/\",\"types\":[null]}                | types[0]",
                "{\"address\":\"https://accounts.example/\",\"secret\":\"whsec_mine\"}       | secret"
            })
    void what_is_wrong_about_a_webhook_is_said_with_its_field(String body, String field) {
        var answer = add(UUID.randomUUID().toString(), body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).get("errors").get(0).get("field").asString()).isEqualTo(field);
    }

    @Test
    void a_clinic_says_it_in_words_of_its_own_looks_at_them_and_goes_back_to_ours() {
        NotificationUnderTest.tellWhere(CAST);
        var path = "/api/v1/message-scripts/REMINDER/de";
        var of = "?clinicId=" + CAST.clinic();
        await().atMost(PATIENCE)
                .until(() -> SERVICE.part(io.rhomboid.notification.recipient.Directory.class)
                        .clinic(CAST.clinic())
                        .isPresent());
        var ours = json(SERVICE.send("GET", path + of, admin(), Map.of(), null));
        assertThat(ours.get("own").asBoolean()).isFalse();
        assertThat(ours.get("text").asString()).startsWith("subject = Bald: ");

        var own = "{\"text\":\"subject = Bis {at}\\n# Bald\\nLiebe {name}, <b>{clinic}</b>\\n@footer\"}";
        var preview = json(SERVICE.send("POST", path + "/previews" + of, admin(), Map.of(), own));
        assertThat(preview.get("text").asString()).startsWith("Liebe Jo Weber, <b>Rhomboid Mitte</b>");
        assertThat(preview.get("html").asString())
                .contains("&lt;b&gt;Rhomboid Mitte")
                .doesNotContain("<b>");

        assertThat(SERVICE.send("PUT", path + of, admin(), Map.of("If-Match", "\"0\""), own)
                        .statusCode())
                .isEqualTo(200);
        assertThat(SERVICE.send("PUT", path + of, admin(), Map.of("If-Match", "\"0\""), own)
                        .statusCode())
                .isEqualTo(412);
        var wrong =
                SERVICE.send("PUT", path + of, admin(), Map.of("If-Match", "\"1\""), own.replace("{name}", "{nobody}"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("unusable-script", "line 3: {nobody} is not known here", "\"field\":\"text\"");
        assertThat(SERVICE.send("DELETE", path + of, admin(), Map.of("If-Match", "\"1\""), null)
                        .statusCode())
                .isEqualTo(204);
        assertThat(json(SERVICE.send("GET", path + of, admin(), Map.of(), null))
                        .get("version")
                        .asLong())
                .isZero();
        for (var elsewhere :
                new String[] {"/api/v1/message-scripts/GOSSIP/de", "/api/v1/message-scripts/REMINDER/tlh"}) {
            assertThat(SERVICE.send("GET", elsewhere + of, admin(), Map.of(), null)
                            .statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void what_was_told_lies_in_the_inbox_of_who_it_was_told_and_is_said_live_at_once() throws Exception {
        var cast = TellingClientsTest.nextWeek();
        NotificationUnderTest.tellWhere(cast);
        NotificationUnderTest.tellWho(cast);
        var client = Issuer.token(
                "inbox-" + cast.client(), NotificationUnderTest.address(cast).toUpperCase());
        await().atMost(PATIENCE)
                .until(() -> SERVICE.part(Directory.class)
                        .clientWith(NotificationUnderTest.address(cast))
                        .isPresent());
        try (var live = new EventStream(SERVICE.port(), "/api/v1/live", client, null)) {
            var hello = live.next();
            assertThat(hello.event()).isEqualTo("hello");
            tell(Topics.BOOKINGS, new BookingConfirmed(cast.booking(), 2, cast.snapshot(cast.start()), Instant.now()));
            // Either may come first.
            var said = List.of(live.next(), live.next());
            var changed = the("booking", said);
            assertThat(changed.data())
                    .isEqualTo(JsonMapper.shared()
                            .readTree("{\"bookingId\":\"%s\",\"version\":2,\"type\":\"BookingConfirmed\"}"
                                    .formatted(cast.booking())));

            var arrived = the("inbox", said);
            assertThat(arrived.data().get("unread").asLong()).isEqualTo(1);

            var inbox = json(SERVICE.send("GET", "/api/v1/inbox", client, Map.of(), null));
            assertThat(inbox.get("messages")).singleElement().satisfies(message -> {
                assertThat(message.get("id")).isEqualTo(arrived.data().get("id"));
                assertThat(message.get("to").asString()).isEqualTo("client");
                assertThat(message.get("about").asString()).isEqualTo("booking/" + cast.booking());
                assertThat(message.get("read").asBoolean()).isFalse();
                assertThat(message.toString()).doesNotContain("#", "http");
            });

            var path = "/api/v1/inbox/" + arrived.data().get("id").asString() + "/read";
            assertThat(SERVICE.send("PUT", path, admin(), Map.of(), null).statusCode())
                    .isEqualTo(404);
            assertThat(SERVICE.send("PUT", path, client, Map.of(), null).statusCode())
                    .isEqualTo(204);
            assertThat(json(SERVICE.send("GET", "/api/v1/inbox/unread", client, Map.of(), null))
                            .get("unread")
                            .asLong())
                    .isZero();

            try (var back = new EventStream(SERVICE.port(), "/api/v1/live", client, hello.id())) {
                assertThat(back.next().event()).isEqualTo("hello");
                var missed = List.of(back.next(), back.next());
                assertThat(the("booking", missed).data()).isEqualTo(changed.data());
                assertThat(the("inbox", missed).data().get("id"))
                        .isEqualTo(arrived.data().get("id"));
            }
        }
        var taken = json(SERVICE.send("GET", "/api/v1/recipients/me/export", client, Map.of(), null));
        assertThat(taken.get("messages").findValuesAsString("about")).contains("booking/" + cast.booking());
        assertThat(taken.get("inbox")).hasSize(1);
        assertThat(taken.get("wishes").findValuesAsString("as"))
                .containsExactly("client/" + cast.client(), "person/inbox-" + cast.client());
        NotificationUnderTest.send(Topics.CLIENTS, cast.client().toString(), null);
        await().atMost(PATIENCE)
                .until(() -> SERVICE.part(Entries.class)
                        .of(
                                new Reader("anyone", Set.of(Subject.of(cast.client()))),
                                Instant.now().plusSeconds(60),
                                1)
                        .isEmpty());
    }

    static EventStream.Said the(String event, List<EventStream.Said> said) {
        return said.stream()
                .filter(one -> one.event().equals(event))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + event + " in " + said));
    }

    @Test
    void the_desk_hears_of_every_booking_at_its_clinic() throws Exception {
        var desk = Issuer.token(KindsOfCallers.subject("desk"), null);
        try (var live = new EventStream(SERVICE.port(), "/api/v1/live/clinics/" + CAST.clinic(), desk, "nonsense")) {
            assertThat(live.next().event()).isEqualTo("hello");
            assertThat(live.next().event()).isEqualTo("reload");
            tell(Topics.BOOKINGS, CAST.moved(9, CAST.start().plusSeconds(3600)));
            var changed = live.next();
            assertThat(changed.data().get("version").asLong()).isEqualTo(9);
        }
    }

    @Test
    void all_up_to_a_moment_are_read_at_once() {
        var answer = SERVICE.send("PUT", "/api/v1/inbox/read", admin(), Map.of(), "{\"upTo\":\"yesterday\"}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).get("errors").get(0).get("field").asString()).isEqualTo("upTo");
        assertThat(SERVICE.send("PUT", "/api/v1/inbox/read", admin(), Map.of(), "{\"upTo\":\"2026-11-21T12:00:00Z\"}")
                        .statusCode())
                .isEqualTo(204);
        for (var query : List.of("limit=0", "limit=201", "before=soon")) {
            assertThat(SERVICE.send("GET", "/api/v1/inbox?" + query, admin(), Map.of(), null)
                            .statusCode())
                    .as(query)
                    .isEqualTo(400);
        }
    }

    /** A client whom the service has heard of. */
    private static Cast known() {
        var cast = TellingClientsTest.nextWeek();
        NotificationUnderTest.tellWhere(cast);
        NotificationUnderTest.tellWho(cast);
        await().atMost(PATIENCE)
                .until(() -> SERVICE.part(Directory.class)
                        .clientWith(NotificationUnderTest.address(cast))
                        .isPresent());
        return cast;
    }

    @Test
    void an_address_is_used_for_nothing_until_a_code_has_come_back_from_it() throws Exception {
        var cast = known();
        var client = Issuer.token("address-" + cast.client(), NotificationUnderTest.address(cast));
        var path = "/api/v1/recipients/me/addresses";
        var other = "other-" + cast.client() + "@client.example";
        var body = "{\"channel\":\"MAIL\",\"address\":\"" + other + "\"}";
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());

        var claimed = SERVICE.send("POST", path, client, key, body);
        assertThat(claimed.statusCode()).as(claimed.body()).isEqualTo(202);
        assertThat(json(SERVICE.send("POST", path, client, key, body)).get("claimId"))
                .isEqualTo(json(claimed).get("claimId"));
        await().atMost(PATIENCE).until(() -> mailsAt(other).size() == 1);
        var told = NotificationUnderTest.parts(mailsAt(other).getFirst()).get("text/plain");
        var code = told.replaceAll("(?s).*\\b(\\d{8})\\b.*", "$1");
        assertThat(code).hasSize(8);

        tell(Topics.BOOKINGS, cast.confirmed(2));
        SERVICE.awaitMails(cast, 1);
        var stranger = Issuer.token(KindsOfCallers.subject("desk"), null);
        assertThat(prove(path, stranger, claimed, code)).isEqualTo(422);
        assertThat(prove(path, client, claimed, code.equals("00000000") ? "00000001" : "00000000"))
                .isEqualTo(422);
        assertThat(SERVICE.part(Bounces.class).has(other)).isFalse();
        SERVICE.part(Bounces.class).note(other, Instant.now());

        assertThat(prove(path, client, claimed, code)).isEqualTo(200);
        assertThat(prove(path, client, claimed, code)).isEqualTo(422);
        assertThat(SERVICE.part(Bounces.class).has(other)).isFalse();
        assertThat(json(SERVICE.send("GET", path, client, Map.of(), null))
                        .get("addresses")
                        .get("MAIL")
                        .asString())
                .isEqualTo(other);
        tell(Topics.BOOKINGS, cast.cancelled(3, 0));
        await().atMost(PATIENCE).until(() -> mailsAt(other).size() == 2);
        assertThat(SERVICE.mailsTo(cast)).hasSize(1);
        // Of the address nothing is left in the ledger.
        assertThat(SERVICE.part(Deliveries.class)
                        .along(Occasion.ADDRESS + json(claimed).get("claimId").asString()))
                .singleElement()
                .satisfies(one -> assertThat(one.occasion().toString()).doesNotContain(other));

        assertThat(SERVICE.send("DELETE", path + "/MAIL", client, Map.of(), null)
                        .statusCode())
                .isEqualTo(204);
        assertThat(json(SERVICE.send("GET", path, client, Map.of(), null)).get("addresses"))
                .isEmpty();
    }

    @Test
    void nobody_fills_a_mailbox_with_codes_and_one_that_is_tried_too_often_is_worth_nothing() {
        var admin = admin();
        var path = "/api/v1/recipients/me/addresses";
        var address = UUID.randomUUID() + "@client.example";
        var body = "{\"channel\":\"MAIL\",\"address\":\"" + address + "\"}";
        var claimed = claim(path, admin, body);
        for (int i = 0; i < 3; i++)
            assertThat(claim(path, admin, body).statusCode()).isEqualTo(202);
        assertThat(claim(path, admin, body).body()).contains("too-many-codes");
        // The mailbox is somebody's who is not asked by whom.
        assertThat(claim(path, Issuer.token(KindsOfCallers.subject("desk"), null), body)
                        .statusCode())
                .isEqualTo(409);

        var code = SERVICE.part(AddressCodes.class)
                .code(UUID.fromString(json(claimed).get("claimId").asString()));
        var wrong = code.equals("00000000") ? "00000001" : "00000000";
        for (int i = 0; i < 5; i++)
            assertThat(prove(path, admin, claimed, wrong)).isEqualTo(422);
        assertThat(prove(path, admin, claimed, code)).isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"channel\":\"MAIL\",\"address\":\"jo at home\"}                      | address",
                "{\"channel\":\"MAIL\",\"address\":\"a@b.example, c@d.example\"}         | address",
                "{\"channel\":\"SMS\",\"address\":\"0151 2345678\"}                      | address",
                "{\"channel\":\"PUSH\",\"address\":\"jo@client.example\"}               | channel",
                "{\"address\":\"jo@client.example\"}                                      | channel",
                "{\"channel\":\"MAIL\"}                                                   | address",
                "{\"channel\":\"MAIL\",\"address\":\"a@b.example\",\"verified\":true} | verified"
            })
    void what_is_wrong_about_an_address_is_said_with_its_field(String body, String field) {
        var answer = claim("/api/v1/recipients/me/addresses", admin(), body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).get("errors").get(0).get("field").asString()).isEqualTo(field);
    }

    static java.net.http.HttpResponse<String> claim(String path, String token, String body) {
        return SERVICE.send(
                "POST", path, token, Map.of("Idempotency-Key", UUID.randomUUID().toString()), body);
    }

    static int prove(String path, String token, java.net.http.HttpResponse<String> claimed, String code) {
        var body = "{\"claimId\":" + json(claimed).get("claimId") + ",\"code\":\"" + code + "\"}";
        return SERVICE.send("POST", path + "/proofs", token, Map.of(), body).statusCode();
    }

    static List<MimeMessage> mailsAt(String address) {
        return java.util.Arrays.stream(SERVICE.mails.getReceivedMessages())
                .filter(mail -> {
                    try {
                        return mail.getAllRecipients()[0].toString().contains(address);
                    } catch (MessagingException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }

    @Test
    void who_answers_stop_gets_no_text_messages_until_they_say_start_and_only_the_provider_can_say_so() {
        var texts = SERVICE.part(Texts.class);
        var number = new PhoneNumber("+49305550177");
        assertThat(said("replies", Map.of("From", number.value(), "Body", "Stop."), null))
                .isEqualTo(403);
        assertThat(texts.hasStopped(number)).isFalse();
        assertThat(said("replies", Map.of("From", number.value(), "Body", "Stop."), SMS_TOKEN))
                .isEqualTo(200);
        assertThat(texts.hasStopped(number)).isTrue();

        var cast = TellingClientsTest.nextWeek();
        NotificationUnderTest.tellWhere(cast);
        tell(
                Topics.CLIENTS,
                new ClientChanged(cast.client(), 1, new Client("Jo", null, number.value(), "en"), Examples.DECIDED));
        SERVICE.part(Addresses.class).keep(Subject.of(cast.client()), Channel.SMS, number.value(), Instant.now());
        var deliveries = SERVICE.part(Deliveries.class);
        deliveries.add(Delivery.of(Notice.of(cast.confirmed(2), Instant.now()).getFirst(), Channel.SMS));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(deliveries.along("booking/" + cast.booking()))
                        .anySatisfy(one -> assertThat(one.reason()).contains("STOP")));

        assertThat(said("replies", Map.of("From", number.value(), "Body", "START"), SMS_TOKEN))
                .isEqualTo(200);
        assertThat(texts.hasStopped(number)).isFalse();
    }

    @Test
    void what_became_of_a_text_is_kept_in_whatever_order_it_is_told() {
        for (var stage : List.of("sent", "delivered", "queued", "nonsense")) {
            assertThat(said("statuses", Map.of("MessageSid", "SM-order", "MessageStatus", stage), SMS_TOKEN))
                    .isEqualTo(204);
        }
        assertThat(said(
                        "statuses",
                        Map.of("MessageSid", "SM-lost", "MessageStatus", "undelivered", "ErrorCode", "30003"),
                        SMS_TOKEN))
                .isEqualTo(204);
        assertThat(said("statuses", Map.of("MessageSid", "SM-forged", "MessageStatus", "sent"), "another token"))
                .isEqualTo(403);

        assertThat(SERVICE.part(Texts.class).whatBecameOf(List.of("SM-order", "SM-lost", "SM-forged")))
                .isEqualTo(Map.of(
                        "SM-order", new TextStatus(TextStatus.Stage.DELIVERED, null),
                        "SM-lost", new TextStatus(TextStatus.Stage.UNDELIVERED, "30003")));
    }

    @Test
    void a_browser_is_told_what_it_alone_can_read_and_forgotten_when_it_is_gone() throws Exception {
        var cast = known();
        var client = Issuer.token("push-" + cast.client(), NotificationUnderTest.address(cast));
        try (var services = new PushServiceUnderTest()) {
            var body = services.subscription();
            var made = SERVICE.send("POST", "/api/v1/push/subscriptions", client, Map.of(), body);
            assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
            assertThat(SERVICE.send("POST", "/api/v1/push/subscriptions", client, Map.of(), body)
                            .headers()
                            .firstValue("Location"))
                    .isEqualTo(made.headers().firstValue("Location"));

            push(cast, 2);
            await().atMost(PATIENCE).until(() -> !services.told.isEmpty());
            var told = JsonMapper.shared().readTree(services.told.getFirst());
            assertThat(told.propertyNames()).containsExactlyInAnyOrder("id", "title", "text", "about");
            assertThat(told.get("about").asString()).isEqualTo("booking/" + cast.booking());
            assertThat(told.toString()).doesNotContain("http");
            assertThat(services.authorization)
                    .endsWith(", k="
                            + json(SERVICE.send("GET", "/api/v1/push/key", client, Map.of(), null))
                                    .get("publicKey")
                                    .asString());

            services.status = 410;
            push(cast, 3);
            await().atMost(PATIENCE)
                    .until(() -> json(SERVICE.send("GET", "/api/v1/push/subscriptions", client, Map.of(), null))
                            .get("subscriptions")
                            .isEmpty());
        }
    }

    @Test
    void the_desk_sees_why_somebody_did_not_get_it_and_has_it_said_again() throws Exception {
        var cast = TellingClientsTest.nextWeek();
        NotificationUnderTest.tellWhere(cast);
        NotificationUnderTest.tellWho(cast);
        member("desk " + cast.clinic(), new Membership(cast.clinic(), Set.of(StaffRole.DESK), null));
        var desk = Issuer.token(KindsOfCallers.subject("desk " + cast.clinic()), null);
        var log = "/api/v1/deliveries/log?clinicId=" + cast.clinic() + "&bookingId=" + cast.booking();
        tell(Topics.BOOKINGS, cast.confirmed(2));
        SERVICE.awaitMails(cast, 1);
        SERVICE.part(Deliveries.class)
                .add(Delivery.of(Notice.of(cast.confirmed(2), Instant.now()).getFirst(), Channel.SMS));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(json(SERVICE.send("GET", log, desk, Map.of(), null))
                                .get("entries")
                                .toString())
                        .contains("\"SENT\"", "\"SKIPPED\"", "the recipient has no verified phone number"));

        var entries = json(SERVICE.send("GET", log, desk, Map.of(), null)).get("entries");
        var mail = entries.valueStream()
                .filter(one -> one.at("/delivery/channel").asString().equals("MAIL"))
                .findFirst()
                .orElseThrow();
        var again = "/api/v1/deliveries/resends?clinicId=" + cast.clinic();
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        var body = "{\"deliveryId\":" + mail.get("deliveryId") + "}";
        var first = SERVICE.send("POST", again, desk, key, body);
        assertThat(first.statusCode()).as(first.body()).isEqualTo(202);
        assertThat(SERVICE.send("POST", again, desk, key, body).body()).isEqualTo(first.body());
        SERVICE.awaitMails(cast, 2);

        assertThat(json(SERVICE.send(
                                "GET",
                                "/api/v1/deliveries/log?clinicId=" + cast.clinic() + "&clientId=" + cast.client(),
                                desk,
                                Map.of(),
                                null))
                        .get("entries")
                        .size())
                .isGreaterThanOrEqualTo(3);
        // Of a booking elsewhere nothing is seen, and nothing can be said again.
        assertThat(json(SERVICE.send(
                                "GET",
                                "/api/v1/deliveries/log?clinicId=" + CAST.clinic() + "&bookingId=" + cast.booking(),
                                admin(),
                                Map.of(),
                                null))
                        .get("entries"))
                .isEmpty();
        assertThat(SERVICE.send("POST", "/api/v1/deliveries/resends?clinicId=" + CAST.clinic(), admin(), key, body)
                        .statusCode())
                .isEqualTo(422);
        assertThat(SERVICE.send("GET", "/api/v1/deliveries/log?clinicId=" + CAST.clinic(), admin(), Map.of(), null)
                        .statusCode())
                .isEqualTo(400);
        assertThat(json(SERVICE.send("POST", again, desk, key, "{\"deliveryId\":null}"))
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo("deliveryId");
    }

    @Test
    void what_could_not_be_understood_is_seen_put_back_or_put_away() {
        var letter = "poison-" + UUID.randomUUID();
        NotificationUnderTest.send(Topics.BOOKINGS, letter, "not json".getBytes(UTF_8));
        // Each of those who read the topic puts it aside for itself.
        await().atMost(PATIENCE).until(() -> !letters(letter).isEmpty());
        var one = letters(letter).getLast();
        assertThat(one.get("topic").asString()).isEqualTo("bookings");
        assertThat(one.get("bytes").asInt()).isEqualTo(8);
        assertThat(one.get("cause").asString()).isNotBlank();

        var redriven = Instant.now();
        assertThat(decide(one, "redrive")).isEqualTo(204);
        // It fails again, and is there again.
        await().atMost(PATIENCE)
                .until(() -> Instant.parse(letters(letter).getFirst().get("at").asString())
                        .isAfter(redriven));
        assertThat(states(letter, "?state=REDRIVEN")).contains("REDRIVEN").containsOnly("REDRIVEN");

        var other = letters(letter).getFirst();
        assertThat(other.get("state").asString()).isEqualTo("OPEN");
        assertThat(decide(other, "discard")).isEqualTo(204);
        assertThat(states(letter, "")).contains("DISCARDED", "REDRIVEN");
        assertThat(states(letter, "?state=OPEN")).doesNotContain("DISCARDED", "REDRIVEN");
        assertThat(json(SERVICE.get("/api/v1/dead-letters?state=lost"))
                        .at("/errors/0")
                        .toString())
                .contains("\"state\"", "OPEN", "REDRIVEN", "DISCARDED");
        for (var nobodys : List.of("bookings:0:0", "bookings." + NAME + ".dlt:0:99999", "nonsense")) {
            assertThat(SERVICE.send(
                                    "PUT",
                                    "/api/v1/dead-letters/" + nobodys + "/redrive",
                                    Issuer.platformAdmin(),
                                    Map.of(),
                                    null)
                            .statusCode())
                    .as(nobodys)
                    .isEqualTo(404);
        }
    }

    static int decide(JsonNode letter, String what) {
        var path = "/api/v1/dead-letters/" + letter.get("id").asString() + "/" + what;
        return SERVICE.send("PUT", path, Issuer.platformAdmin(), Map.of(), null).statusCode();
    }

    static List<String> states(String key, String query) {
        return letters(key, query).stream()
                .map(one -> one.get("state").asString())
                .toList();
    }

    static List<JsonNode> letters(String key) {
        return letters(key, "");
    }

    /** The newest first. */
    static List<JsonNode> letters(String key, String query) {
        return json(SERVICE.get("/api/v1/dead-letters" + query))
                .get("deadLetters")
                .valueStream()
                .filter(one -> one.path("key").asString("").equals(key))
                .toList();
    }

    static void push(Cast cast, long version) {
        SERVICE.part(Deliveries.class)
                .add(Delivery.of(
                        Notice.of(cast.confirmed(version), Instant.now()).getFirst(), Channel.PUSH));
        SERVICE.part(DeliveryWork.class).wake();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"endpoint\":\"ftp://push.example/1\",\"keys\":{\"p256dh\":\"AAAA\",\"auth\":\"AAAA\"}}   | endpoint",
                "{\"endpoint\":\"https://push.example/1\",\"keys\":{\"p256dh\":\"AAAA\",\"auth\":\"AAAA\"}} | keys",
                "{\"endpoint\":\"https://push.example/1\",\"keys\":{\"p256dh\":\"AAAA\"}}                   | keys.auth",
                "{\"endpoint\":\"https://push.example/1\"}                                                  | keys",
                "{\"keys\":{\"p256dh\":\"AAAA\",\"auth\":\"AAAA\"}}                                         | endpoint"
            })
    void what_is_wrong_about_a_browser_is_said_with_its_field(String body, String field) {
        var answer = SERVICE.send("POST", "/api/v1/push/subscriptions", admin(), Map.of(), body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).get("errors").get(0).get("field").asString()).isEqualTo(field);
    }

    /** @param token that it is signed with; null for no signature */
    static int said(String what, Map<String, String> form, @Nullable String token) {
        var path = "/api/v1/sms/" + what;
        var headers = new HashMap<>(Map.of("Content-Type", "application/x-www-form-urlencoded"));
        if (token != null) headers.put("X-Twilio-Signature", signature("http://127.0.0.1:8080" + path, form, token));
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(joining("&"));
        return SERVICE.send("POST", path, admin(), headers, body).statusCode();
    }

    /** As the provider signs. */
    static String signature(String address, Map<String, String> form, String token) {
        var content = new StringBuilder(address);
        new TreeMap<>(form).forEach((name, value) -> content.append(name).append(value));
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(token.getBytes(UTF_8), "HmacSHA1"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(content.toString().getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static JsonNode webhook(String address) {
        return json(add(UUID.randomUUID().toString(), "{\"address\":\"" + address + "\"}"));
    }

    static java.net.http.HttpResponse<String> add(String key, String body) {
        return SERVICE.send(
                "POST", "/api/v1/webhooks?clinicId=" + CAST.clinic(), admin(), Map.of("Idempotency-Key", key), body);
    }

    static JsonNode json(java.net.http.HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
