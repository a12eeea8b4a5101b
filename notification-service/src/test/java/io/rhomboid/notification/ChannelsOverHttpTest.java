package io.rhomboid.notification;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

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
import io.rhomboid.contracts.staff.Membership;
import io.rhomboid.contracts.staff.StaffEvent.MembershipsChanged;
import io.rhomboid.contracts.staff.StaffRole;
import io.rhomboid.notification.Examples.Cast;
import io.rhomboid.notification.webhook.StandardReceiver;
import io.rhomboid.platform.identity.Memberships;
import io.rhomboid.testing.identity.AccessMatrix;
import io.rhomboid.testing.identity.Issuer;
import io.rhomboid.testing.identity.KindsOfCallers;

import static io.rhomboid.notification.NotificationUnderTest.PATIENCE;
import static io.rhomboid.notification.NotificationUnderTest.newName;
import static io.rhomboid.notification.NotificationUnderTest.tell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The ways on which people and other systems are told, as they are managed and seen from outside. */
@Tag("store")
class ChannelsOverHttpTest {

    static final String NAME = newName();
    static final NotificationUnderTest SERVICE = new NotificationUnderTest();
    static final Cast CAST = TellingClientsTest.nextWeek();
    static final Cast ELSEWHERE = TellingClientsTest.nextWeek();

    @BeforeAll
    static void start() {
        SERVICE.startMails();
        SERVICE.start(NAME, "--rhomboid.webhook.internal=true", "--rhomboid.webhook.sweep=50ms");
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
