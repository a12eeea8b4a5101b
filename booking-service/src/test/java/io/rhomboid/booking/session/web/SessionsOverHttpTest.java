package io.rhomboid.booking.session.web;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.UUID;
import java.util.stream.StreamSupport;

import com.mongodb.client.MongoDatabase;
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
import io.rhomboid.booking.WholeService;
import io.rhomboid.booking.reservation.mongo.Neighbourhood;
import io.rhomboid.booking.vault.Vault;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.staff.StaffRole;
import io.rhomboid.contracts.therapist.TherapistId;

import static io.rhomboid.booking.Api.inDays;
import static io.rhomboid.booking.Api.signedIn;
import static org.assertj.core.api.Assertions.assertThat;

@WholeService
class SessionsOverHttpTest {

    static final String CANARY = "canary-" + UUID.randomUUID();
    static final String NOTE = """
            {"areas":["RHOMBOIDS"],"technique":"trigger points","pressure":"FIRM","response":"good",\
            "selfCare":["Wall slides, ten a day"],"subjective":"%s","objective":"knots","assessment":"overuse",\
            "plan":"weekly"}""".formatted(CANARY);

    @Autowired
    Api api;

    @Autowired
    MongoDatabase database;

    @Autowired
    KafkaTemplate<String, byte[]> kafka;

    @Autowired
    Vault vault;

    final String some = UUID.randomUUID().toString();
    final String mail = some + "@client.example";
    final String[] jo = signedIn("jo-" + some, mail);
    final String[] kai = signedIn("kai-" + some, null);
    TherapistId therapist = new TherapistId(new UUID(0, 0));
    String client = "";
    String booking = "";

    @BeforeEach
    void a_client_who_has_arrived() {
        therapist = api.therapist();
        var booked = api.book(therapist, nextOpenHour(), mail);
        client = booked.get("clientId").asString();
        booking = booked.get("id").asString();
        // Whatever the time of day: as if they had come early.
        var arrived = new Document("status", "ARRIVED").append("arrivedAt", new Date());
        database.getCollection("bookings").updateOne(new Document("_id", booking), new Document("$set", arrived));
        api.member("kai-" + some, StaffRole.THERAPIST, therapist);
    }

    @Test
    void a_note_is_written_from_arrival_on_and_amended_but_never_overwritten() {
        assertThat(write(0, NOTE)).hasStatusOk().hasHeader("ETag", "\"1\"");

        var other = NOTE.replace("overuse", "posture");
        Api.assertProblem(write(1, other), 422, "reason-missing");
        Api.assertProblem(write(0, because(other)), 412, "version-changed");
        assertThat(write(1, because(other))).hasStatusOk();

        var entries = notes().get(0).get("entries");
        assertThat(entries).hasSize(2);
        assertThat(entries.get(0).get("note").get("assessment").asString()).isEqualTo("overuse");
        assertThat(entries.get(1).get("note").get("assessment").asString()).isEqualTo("posture");
        assertThat(entries.get(1).get("because").asString()).isEqualTo("Looked again");
        assertThat(entries.get(1).get("by").asString()).isEqualTo("kai-" + some);
    }

    @Test
    void the_client_says_how_much_it_hurts_and_sees_a_summary() {
        assertThat(pain("before", 0, 6)).hasStatusOk();
        assertThat(pain("before", 1, 7)).hasStatusOk();
        assertThat(write(2, NOTE)).hasStatusOk();

        var answer = api.get("/clients/" + client + "/sessions", jo);

        var session = Api.json(answer).get("sessions").get(0);
        assertThat(session.get("painBefore").asInt()).isEqualTo(7);
        assertThat(session.get("areas").get(0).asString()).isEqualTo("RHOMBOIDS");
        assertThat(session.get("selfCare").get(0).asString()).startsWith("Wall slides");
        assertThat(Api.text(answer)).doesNotContain(CANARY, "overuse");
        assertThat(notes().get(0).get("painBefore").asInt()).isEqualTo(7);
        var grounds =
                Api.json(api.get("/clients/" + client + "/disclosures", jo)).get("disclosures");
        assertThat(grounds).extracting(entry -> entry.get("ground").asString()).containsExactly("OWN", "TREATMENT");
    }

    @Test
    void who_has_not_come_has_no_note_and_no_pain_to_speak_of() {
        var start = inDays(5);
        booking = api.book(therapist, start, mail).get("id").asString();

        Api.assertProblem(write(0, NOTE), 409, "not-arrived");
        Api.assertProblem(pain("before", 0, 3), 409, "not-the-moment");
        Api.assertProblem(pain("after", 0, 3), 409, "not-the-moment");
    }

    @Test
    void a_session_of_somebody_else_is_none() {
        Api.assertProblem(api.put("/bookings/" + booking + "/sessions/2/note", 0, NOTE, kai), 404, "unknown-session");
        Api.assertProblem(
                api.put("/bookings/" + booking + "/sessions/0/pain-before", 0, "{\"level\":1}", jo),
                404,
                "unknown-session");
        Api.assertProblem(
                api.put("/bookings/" + booking + "/sessions/1/note", 0, NOTE, signedIn("x", null)), 403, "not-allowed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"areas\":[\"RHOMBOIDS\"] | \"areas\":[\"WINGS\"] | 400 | invalid-field | areas",
                "\"pressure\":\"FIRM\"     | \"pressure\":\"HEAVY\" | 400 | invalid-field | pressure",
            })
    void what_is_wrong_is_named(String there, String instead, int status, String type, String field) {

        var answer = write(0, NOTE.replace(there, instead));

        Api.assertProblem(answer, status, type);
        assertThat(Api.json(answer).get("errors").get(0).get("field").asString())
                .isEqualTo(field);
        Api.assertProblem(pain("before", 0, 11), 400, "invalid-field");
    }

    @Test
    void nothing_of_it_can_be_read_in_the_store_and_nothing_at_all_once_the_client_is_forgotten() {
        write(0, NOTE);
        for (var collection : database.listCollectionNames()) {
            assertThat(StreamSupport.stream(
                                    database.getCollection(collection).find().spliterator(), false)
                            .map(Document::toJson))
                    .as(collection)
                    .noneMatch(text -> text.contains(CANARY));
        }

        vault.forget(ClientId.of(client));

        Api.assertProblem(api.get("/bookings/" + booking + "/notes", kai), 410, "client-forgotten");
        Api.assertProblem(api.get("/clients/" + client + "/sessions", jo), 410, "client-forgotten");
        Api.assertProblem(pain("before", 1, 3), 410, "client-forgotten");
    }

    /** The clinic is open from six to midnight, and takes nobody within two hours. */
    private static Instant nextOpenHour() {
        var hour = ZonedDateTime.now(Neighbourhood.BERLIN)
                .truncatedTo(ChronoUnit.HOURS)
                .plusHours(4);
        while (hour.getHour() < 6 || hour.getHour() > 22) hour = hour.plusHours(1);
        return hour.toInstant();
    }

    private MvcTestResult write(long version, String body) {
        return api.put("/bookings/" + booking + "/sessions/1/note", version, body, kai);
    }

    private static String because(String note) {
        return note.replaceFirst("\\{", "{\"because\":\"Looked again\",");
    }

    private MvcTestResult pain(String moment, long version, int level) {
        return api.put("/bookings/" + booking + "/sessions/1/pain-" + moment, version, "{\"level\":" + level + "}", jo);
    }

    private JsonNode notes() {
        var answer = api.get("/bookings/" + booking + "/notes", kai);
        assertThat(answer).hasStatusOk();
        return Api.json(answer).get("sessions");
    }
}
