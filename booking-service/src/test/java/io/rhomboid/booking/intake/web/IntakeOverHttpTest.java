package io.rhomboid.booking.intake.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

import io.rhomboid.booking.Api;
import io.rhomboid.booking.Told;
import io.rhomboid.booking.WholeService;
import io.rhomboid.booking.disclosure.Disclosure;
import io.rhomboid.booking.disclosure.Disclosure.Ground;
import io.rhomboid.booking.disclosure.Disclosure.Words;
import io.rhomboid.booking.disclosure.Disclosures;
import io.rhomboid.booking.reservation.Actor;
import io.rhomboid.booking.vault.Vault;
import io.rhomboid.contracts.Topics;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.staff.StaffRole;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.testing.identity.Issuer;

import static io.rhomboid.booking.Api.inDays;
import static io.rhomboid.booking.Api.keyed;
import static io.rhomboid.booking.Api.signedIn;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

@WholeService
class IntakeOverHttpTest {

    static final String CANARY = "canary-" + UUID.randomUUID();
    static final String COMPLETE = """
            {"handIn":true,"consent":"2026-11","goals":["TREAT_TIGHTNESS"],\
            "spots":[{"area":"RHOMBOIDS","side":"LEFT","qualities":["KNOTS"],"pain":6}],"sinceDays":90,\
            "history":"%s","medication":"","allergies":"nuts","pregnancy":"NO","pressure":"FIRM",\
            "avoidAreas":["NECK"],"conversation":"QUIET"}""".formatted(CANARY);

    @Autowired
    Api api;

    @Autowired
    MongoDatabase database;

    @Autowired
    MongoClient store;

    @Autowired
    KafkaTemplate<String, byte[]> kafka;

    @Autowired
    Vault vault;

    @Autowired
    Disclosures.Entries entries;

    final String some = UUID.randomUUID().toString();
    final String mail = some + "@client.example";
    final String[] jo = signedIn("jo-" + some, mail);
    final String[] kai = signedIn("kai-" + some, null);
    final String[] admin = signedIn("admin-" + some, null);
    TherapistId therapist = new TherapistId(new UUID(0, 0));
    String client = "";
    String booking = "";

    @BeforeEach
    void a_client_with_a_visit() {
        therapist = api.therapist();
        var booked = api.book(therapist, inDays(5), mail);
        client = booked.get("clientId").asString();
        booking = booked.get("id").asString();
        api.member("kai-" + some, StaffRole.THERAPIST, therapist);
        api.member("admin-" + some, StaffRole.CLINIC_ADMIN, null);
    }

    @Test
    void a_draft_is_kept_handed_in_for_a_year_and_confirmed_for_a_visit() {
        assertThat(intake(jo).get("version").asLong()).isZero();
        var draft = put(jo, 0, "{\"handIn\":false,\"goals\":[\"WELL_BEING\"]}");
        assertThat(draft).hasStatusOk().hasHeader("ETag", "\"1\"");
        assertThat(intake(jo).has("said")).isFalse();
        assertThat(intake(jo).get("draft").get("goals").get(0).asString()).isEqualTo("WELL_BEING");
        Api.assertProblem(unchanged(1, booking), 409, "intake-due");

        assertThat(put(jo, 1, COMPLETE)).hasStatusOk();

        var handedIn = intake(jo);
        assertThat(handedIn.has("draft")).isFalse();
        assertThat(handedIn.get("said").get("spots").get(0).get("pain").asInt()).isEqualTo(6);
        assertThat(handedIn.get("validUntil").asString())
                .startsWith(
                        LocalDate.now(ZoneOffset.UTC).plusYears(1).plusDays(1).toString());
        var told = new String(Told.on(Topics.INTAKES, client, 1).getFirst().value(), UTF_8);
        assertThat(told)
                .contains(
                        "\"type\":\"IntakeAnswered\"",
                        "\"version\":2",
                        handedIn.get("validUntil").asString().substring(0, 10))
                .doesNotContain("TREAT_TIGHTNESS", "pain", "spots");
        assertThat(unchanged(2, booking)).hasStatusOk();
        assertThat(forVisit(kai).get("intakes").get(0).get("unchangedSince").asString())
                .startsWith("20");
        Api.assertProblem(unchanged(3, UUID.randomUUID().toString()), 422, "unknown-booking");
        Api.assertProblem(put(jo, 1, COMPLETE), 412, "version-changed");
        Api.assertProblem(put(jo, 0, COMPLETE), 412, "version-changed");
    }

    @Test
    void who_treats_reads_it_around_the_visit_and_each_reading_is_on_record() {
        put(jo, 0, COMPLETE);

        var read = forVisit(kai).get("intakes");

        assertThat(read).hasSize(1);
        assertThat(read.get(0).get("clientId").asString()).isEqualTo(client);
        assertThat(read.get(0).get("said").get("history").asString()).isEqualTo(CANARY);
        var record = Api.json(api.get("/clients/" + client + "/disclosures", jo));
        assertThat(record.get("whole").asBoolean()).isTrue();
        assertThat(record.get("disclosures")).hasSize(1);
        var entry = record.get("disclosures").get(0);
        assertThat(entry.get("reader").asString()).isEqualTo("kai-" + some);
        assertThat(entry.get("ground").asString()).isEqualTo("TREATMENT");
        assertThat(entry.get("bookingId").asString()).isEqualTo(booking);
    }

    @Test
    void what_was_called_off_gives_no_right_and_neither_does_a_hold() {
        put(jo, 0, COMPLETE);
        assertThat(api.put("/bookings/" + booking + "/cancellation", 1, "{}")).hasStatusOk();
        Api.assertProblem(api.get("/bookings/" + booking + "/intake", kai), 409, "not-now");

        var held = api.hold(therapist, inDays(6), mail).get("id").asString();
        Api.assertProblem(api.get("/bookings/" + held + "/intake", kai), 409, "not-now");
    }

    @Test
    void who_breaks_the_glass_says_why_and_the_client_reads_it() {
        put(jo, 0, COMPLETE);
        var path = "/bookings/" + booking;
        Api.assertProblem(api.get(path + "/intake", admin), 409, "behind-glass");
        Api.assertProblem(
                api.post(path + "/broken-glass", "{\"reason\":\"short\"}", keyed(admin)), 400, "invalid-field");
        Api.assertProblem(
                api.post(
                        path + "/broken-glass",
                        "{\"reason\":\"The client fainted\"}",
                        keyed(signedIn("x" + some, mail))),
                403,
                "not-allowed");

        var key = keyed(admin);
        assertThat(api.post(path + "/broken-glass", "{\"reason\":\"The client fainted\"}", key))
                .hasStatus(201);
        // A repeat breaks no other one.
        assertThat(api.post(path + "/broken-glass", "{\"reason\":\"The client fainted\"}", key))
                .hasStatus(201);
        Api.assertProblem(
                api.post(path + "/broken-glass", "{\"reason\":\"The client fainted\"}", admin),
                400,
                "missing-idempotency-key");
        var other = api.book(therapist, inDays(7), mail).get("id").asString();
        Api.assertProblem(
                api.post("/bookings/" + other + "/broken-glass", "{\"reason\":\"The client fainted\"}", key),
                422,
                "idempotency-key-reused");

        assertThat(Api.json(api.get(path + "/intake", admin))
                        .get("intakes")
                        .get(0)
                        .get("said"))
                .isNotNull();
        var record =
                Api.json(api.get("/clients/" + client + "/disclosures", jo)).get("disclosures");
        assertThat(record.findValuesAsString("what")).containsExactly("glass", "intake");
        assertThat(record.findValuesAsString("words")).containsExactly("The client fainted", "The client fainted");
        assertThat(record.findValuesAsString("ground")).containsExactly("BROKEN_GLASS", "BROKEN_GLASS");
        assertThat(record.findValuesAsString("reader")).containsOnly("admin-" + some);

        // The clinic is told that it happened, and not why.
        assertThat(database.getCollection("glasses").countDocuments(Filters.eq("bookingId", booking)))
                .isEqualTo(1);
        var glass = database.getCollection("glasses")
                .find(Filters.eq("bookingId", booking))
                .first()
                .getString("_id");
        var told = new String(Told.on(Topics.ALERTS, glass, 1).getFirst().value(), UTF_8);
        assertThat(told).contains("GlassBroken", booking, "admin-" + some).doesNotContain("fainted", client);

        // An hour later it is whole again.
        database.getCollection("glasses")
                .updateMany(
                        Filters.eq("bookingId", booking),
                        Updates.set("brokenAt", Date.from(Instant.now().minus(1, ChronoUnit.HOURS))));
        Api.assertProblem(api.get(path + "/intake", admin), 409, "behind-glass");
    }

    @Test
    void why_somebody_broke_it_is_still_read_where_it_was_written_in_clear() {
        assertThat(put(jo, 0, COMPLETE)).hasStatusOk();
        api.post("/bookings/" + booking + "/broken-glass", "{\"reason\":\"The client fainted\"}", keyed(admin));
        var before = new Disclosure(
                ClientId.of(client),
                1,
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                new Actor(Actor.Role.CLINIC_ADMIN, "admin-" + some),
                "intake",
                Ground.BROKEN_GLASS,
                BookingId.of(booking),
                new Words.Clear("As it was written before"),
                "0".repeat(64));
        database.getCollection("disclosures").deleteMany(Filters.eq("clientId", client));
        assertThat(entries.add(before)).isTrue();

        assertThat(api.get("/bookings/" + booking + "/intake", admin)).hasStatusOk();

        var record = Api.json(api.get("/clients/" + client + "/disclosures", jo));
        assertThat(record.get("whole").asBoolean()).isTrue();
        assertThat(record.get("disclosures").findValuesAsString("words"))
                .containsExactly("As it was written before", "The client fainted");
    }

    @Test
    void nobody_else_reads_it_whatever_they_are() {
        put(jo, 0, COMPLETE);
        api.member("desk-" + some, StaffRole.DESK, null);
        var desk = signedIn("desk-" + some, null);
        String[] platform = {"Authorization", "Bearer " + Issuer.platformAdmin()};
        for (var who : List.of(desk, platform)) {
            assertThat(api.get("/bookings/" + booking + "/intake", who)).hasStatus(403);
            assertThat(api.get("/clients/" + client + "/intake", who)).hasStatus(403);
            assertThat(api.get("/clients/" + client + "/disclosures", who)).hasStatus(403);
        }
        Api.assertProblem(
                api.get("/clients/" + client + "/intake", signedIn("other", "other@client.example")),
                404,
                "unknown-client");
    }

    @Test
    void nothing_of_it_can_be_read_in_the_store_and_nothing_at_all_once_it_is_forgotten() {
        put(jo, 0, COMPLETE.replace("true", "false"));
        put(jo, 1, COMPLETE);
        forVisit(kai);

        for (var name : store.listDatabaseNames()) {
            for (var collection : store.getDatabase(name).listCollectionNames()) {
                assertThat(StreamSupport.stream(
                                        store.getDatabase(name)
                                                .getCollection(collection)
                                                .find()
                                                .spliterator(),
                                        false)
                                .map(Document::toJson))
                        .as(name + "." + collection)
                        .noneMatch(text -> text.contains(CANARY));
            }
        }
        vault.forget(ClientId.of(client));
        Api.assertProblem(api.get("/clients/" + client + "/intake", jo), 410, "client-forgotten");
        Api.assertProblem(api.get("/bookings/" + booking + "/intake", kai), 410, "client-forgotten");
        Api.assertProblem(put(jo, 2, COMPLETE), 410, "client-forgotten");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"goals\":[\"TREAT_TIGHTNESS\"] | \"goals\":[\"FLY\"]          | 400 | invalid-field     | goals",
                "\"area\":\"RHOMBOIDS\"          | \"area\":\"WINGS\"           | 400 | invalid-field     | spots[0].area",
                "\"pain\":6                      | \"pain\":11                  | 400 | invalid-field     | spots[0].pain",
                "\"qualities\":[\"KNOTS\"]       | \"qualities\":[\"BLUE\"]     | 400 | invalid-field     | spots[0].qualities",
                "\"avoidAreas\":[\"NECK\"]       | \"avoidAreas\":[\"TAIL\"]    | 400 | invalid-field     | avoidAreas",
                "\"sinceDays\":90                | \"sinceDays\":-1             | 400 | invalid-field     | sinceDays",
                "\"medication\":\"\",            | ''                           | 422 | intake-incomplete | medication",
                "\"goals\":[\"TREAT_TIGHTNESS\"] | \"goals\":[]                 | 422 | intake-incomplete | goals",
                "\"pregnancy\":\"NO\",           | ''                           | 422 | intake-incomplete | pregnancy",
                "\"consent\":\"2026-11\",        | ''                           | 422 | consent-needed    | consent",
                "\"consent\":\"2026-11\"         | \"consent\":\"2020-01\"      | 422 | consent-needed    | consent",
            })
    void what_is_wrong_is_named(String there, String instead, int status, String type, String field) {
        var answer = put(jo, 0, COMPLETE.replace(there, instead));

        Api.assertProblem(answer, status, type);
        assertThat(Api.json(answer).get("errors").get(0).get("field").asString())
                .isEqualTo(field);
        assertThat(Api.text(answer)).doesNotContain(CANARY);
    }

    private JsonNode intake(String[] who) {
        return Api.json(api.get("/clients/" + client + "/intake", who));
    }

    private JsonNode forVisit(String[] who) {
        var answer = api.get("/bookings/" + booking + "/intake", who);
        assertThat(answer).hasStatusOk();
        return Api.json(answer);
    }

    private MvcTestResult put(String[] who, long version, String body) {
        return api.put("/clients/" + client + "/intake", version, body, who);
    }

    private MvcTestResult unchanged(long version, String visit) {
        return api.put("/clients/" + client + "/intake/confirmation", version, "{\"bookingId\":\"" + visit + "\"}", jo);
    }

    /** Told as therapist-service tells it. */
}
