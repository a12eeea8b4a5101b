package io.rhomboid.booking.statement.web;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import io.rhomboid.booking.Api;
import io.rhomboid.booking.Told;
import io.rhomboid.booking.WholeService;
import io.rhomboid.booking.reservation.mongo.Neighbourhood;
import io.rhomboid.booking.vault.Vault;
import io.rhomboid.contracts.Topics;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.staff.StaffRole;
import io.rhomboid.contracts.therapist.TherapistId;

import static io.rhomboid.booking.Api.inDays;
import static io.rhomboid.booking.Api.keyed;
import static io.rhomboid.booking.Api.signedIn;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** The rules are those that the catalogue's topic told: therapist-service is nowhere near. */
@WholeService
@ExtendWith(OutputCaptureExtension.class)
class ScreeningABookingTest {

    static final String NOTHING = "{\"has\":[]}";
    static final String CANARY = "canary-" + UUID.randomUUID();
    static final String AGREED =
            "{\"has\":[\"PREGNANCY\"],\"doctor\":{\"name\":\"" + CANARY + "\",\"on\":\"2026-01-02\"}}";

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
    final String[] desk = signedIn("desk-" + some, null);
    final Instant start = inDays(5);
    TherapistId therapist = new TherapistId(new UUID(0, 0));

    @BeforeEach
    void somebody_treats_and_somebody_is_at_the_desk() {
        therapist = api.therapist();
        api.member("kai-" + some, StaffRole.THERAPIST, therapist);
        api.member("desk-" + some, StaffRole.DESK, null);
    }

    @Test
    void who_has_not_answered_books_nothing_and_is_asked() {
        var answer = book("");

        Api.assertProblem(answer, 422, "screening-needed");
        assertThat(Api.json(answer).get("errors").get(0).get("field").asString())
                .isEqualTo("screening");
        assertThat(Api.json(answer).get("questions").findValuesAsString("code"))
                .containsExactly("FEVER", "DIABETES", "PREGNANCY");
        Api.assertProblem(book(",\"hold\":false"), 422, "screening-needed");
        Api.assertProblem(api.post("/bookings/walk-ins", walkIn("")), 422, "screening-needed");
        assertThat(book(screened(NOTHING))).hasStatus(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"hold\":true"})
    void nobody_is_let_past_a_stop_not_even_by_the_desk_or_with_a_doctors_word(String more) {
        var answers = "{\"has\":[\"FEVER\"],\"doctor\":{\"name\":\"Dr. Adler\",\"on\":\"2026-01-02\"}}";

        for (var who : List.of(jo, desk)) {
            var answer = api.post("/bookings", body(screened(answers) + more), keyed(who));

            Api.assertProblem(answer, 422, "screening-stop");
            var finding = Api.json(answer).get("findings").get(0);
            assertThat(finding.get("code").asString()).isEqualTo("FEVER");
            assertThat(finding.get("advice").asString()).isEqualTo("Turn to a doctor.");
            assertThat(finding.get("source").asString()).isEqualTo("002-upper-back");
            assertThat(finding.get("version").asLong()).isEqualTo(1);
        }
        Api.assertProblem(
                api.post("/bookings/walk-ins", walkIn(screened(answers)), keyed(desk)), 422, "screening-stop");
        assertThat(database.getCollection("bookings").countDocuments(new Document("therapistId", therapist.toString())))
                .isZero();
    }

    @Test
    void another_technique_is_needed_or_a_doctors_word() {
        Api.assertProblem(book(screened("{\"has\":[\"DIABETES\"]}")), 422, "not-this-technique");
        Api.assertProblem(book(screened("{\"has\":[\"PREGNANCY\"]}")), 422, "doctor-needed");
        assertThat(book(screened(AGREED))).hasStatus(201);
    }

    @Test
    void what_is_only_held_is_answered_by_its_confirmation_at_the_latest() {
        var held = Api.json(book(",\"hold\":true"));
        var path = "/bookings/" + held.get("id").asString() + "/confirmation";

        var unanswered = api.put(path, 1, "");
        Api.assertProblem(unanswered, 422, "screening-needed");
        assertThat(Api.json(unanswered).get("questions")).hasSize(3);
        Api.assertProblem(api.put(path, 1, "{\"screening\":{\"has\":[\"FEVER\"]}}"), 422, "screening-stop");
        var confirmed = api.put(path, 1, "{\"screening\":" + NOTHING + "}");

        assertThat(confirmed).hasStatusOk();
        assertThat(Api.json(confirmed).get("status").asString()).isEqualTo("CONFIRMED");
    }

    @Test
    void both_of_a_couple_answer_for_themselves() {
        var companion = ",\"companion\":{\"name\":\"Kim\",\"sessions\":[{\"therapistId\":\"" + api.therapist()
                + "\",\"treatment\":\"SWEDISH\",\"lengthMinutes\":60}]%s}";

        var alone = book(screened(NOTHING) + companion.formatted(""));
        Api.assertProblem(alone, 422, "screening-needed");
        assertThat(Api.json(alone).get("errors").get(0).get("field").asString()).isEqualTo("companion.screening");
        var asking = book(screened(NOTHING) + companion.formatted(screened("{\"has\":[\"PREGNANCY\"]}")));
        Api.assertProblem(asking, 422, "doctor-needed");
        assertThat(Api.json(asking).get("errors").get(0).get("field").asString())
                .isEqualTo("companion.screening.doctor");
        var booked = Api.json(book(screened(AGREED) + companion.formatted(screened(NOTHING))));
        // Kai treats the client and reads what they said, and nothing of who comes along.
        var read = Api.json(api.get("/bookings/" + booked.get("id").asString() + "/screening", kai));
        assertThat(read.get("screenings")).hasSize(1);
        assertThat(read.get("screenings").get(0).get("doctor").asString()).isEqualTo(CANARY);
    }

    @Test
    void who_treats_reads_what_a_doctor_agreed_to_and_releases_it() {
        var booking = Api.json(book(screened(AGREED)));
        var path = "/bookings/" + booking.get("id").asString() + "/screening";

        var read = Api.json(api.get(path, kai)).get("screenings").get(0);
        assertThat(read.get("standing").asString()).isEqualTo("ASKED");
        assertThat(read.get("doctor").asString()).isEqualTo(CANARY);
        assertThat(read.get("agreedOn").asString()).isEqualTo("2026-01-02");
        assertThat(read.get("asks").get(0).get("code").asString()).isEqualTo("PREGNANCY");
        Api.assertProblem(api.get(path, desk), 403, "not-allowed");
        Api.assertProblem(review(path, "RELEASE", desk), 403, "not-allowed");

        assertThat(review(path, "RELEASE", kai)).hasStatusOk().hasHeader("ETag", "\"2\"");

        var own = Api.json(api.get(path, jo)).get("screenings").get(0);
        assertThat(own.get("standing").asString()).isEqualTo("RELEASED");
        assertThat(own.get("reason").asString()).isEqualTo("because of " + CANARY);
        Api.assertProblem(api.put(path + "/review", 2, decision("REFUSE"), kai), 409, "already-reviewed");
        var record = Api.json(api.get("/clients/" + booking.get("clientId").asString() + "/disclosures", jo));
        assertThat(record.get("disclosures").findValuesAsString("what")).containsExactly("statement", "statement");
        assertThat(record.get("disclosures").findValuesAsString("ground")).containsExactly("TREATMENT", "OWN");
    }

    @Test
    void nothing_of_what_was_said_is_found_anywhere_but_with_its_readers(CapturedOutput output) {
        var key = UUID.randomUUID().toString();
        var headers = new String[] {"Idempotency-Key", key};
        var booking = Api.json(api.post("/bookings", body(screened(AGREED)), headers));
        assertThat(Api.json(api.post("/bookings", body(screened(AGREED)), headers)))
                .isEqualTo(booking);
        var id = booking.get("id").asString();
        Api.assertProblem(book(screened(AGREED.replace("}}", ",\"more\":1}}"))), 400, "unknown-field");

        var refused = review("/bookings/" + id + "/screening", "REFUSE", kai);

        assertThat(Api.json(refused).get("status").asString()).isEqualTo("CANCELLED");
        assertThat(Api.json(refused).get("fee").get("cents").asLong()).isZero();
        assertThat(Api.text(refused)).doesNotContain(CANARY, "PREGNANCY");
        for (var told : Told.on(Topics.BOOKINGS, id, 2)) {
            assertThat(new String(told.value(), UTF_8)).doesNotContain(CANARY, "PREGNANCY", "ASKED", "REFUSED");
        }
        assertThat(Api.text(api.get("/bookings/" + id + "/history"))).doesNotContain(CANARY, "PREGNANCY");
        for (var collection : database.listCollectionNames()) {
            assertThat(StreamSupport.stream(
                                    database.getCollection(collection).find().spliterator(), false)
                            .map(Document::toJson))
                    .as(collection)
                    .noneMatch(text -> text.contains(CANARY) || text.contains("PREGNANCY"));
        }
        assertThat(output.getAll()).doesNotContain(CANARY, "PREGNANCY");
        var own = Api.json(api.get("/bookings/" + id + "/screening", jo))
                .get("screenings")
                .get(0);
        assertThat(own.get("reason").asString()).isEqualTo("because of " + CANARY);

        vault.forget(ClientId.of(booking.get("clientId").asString()));

        Api.assertProblem(api.get("/bookings/" + id + "/screening", jo), 410, "client-forgotten");
        Api.assertProblem(
                api.post("/bookings", body(screened(AGREED)).replace("10:00:00Z", "14:00:00Z")),
                410,
                "client-forgotten");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                                  | invalid-field     | screening.has",
                "{\"has\":[\"pregnant?\"]}                                           | invalid-field     | screening.has[0]",
                "{\"has\":[\"WINGS\"]}                                               | unknown-condition | screening.has",
                "{\"has\":[],\"doctor\":{\"name\":\" \",\"on\":\"2026-01-02\"}}          | invalid-field     | screening.doctor.name",
                "{\"has\":[],\"doctor\":{\"name\":\"Dr. Adler\"}}                      | invalid-field     | screening.doctor.on",
                "{\"has\":[],\"doctor\":{\"name\":\"Dr. Adler\",\"on\":\"9999-01-01\"}}  | invalid-field     | screening.doctor.on",
                "{\"has\":[],\"because\":\"x\"}                                      | unknown-field     | screening.because",
            })
    void what_is_wrong_is_named(String answers, String type, String field) {
        var answer = book(screened(answers));

        Api.assertProblem(answer, type.equals("unknown-condition") ? 422 : 400, type);
        assertThat(Api.json(answer).get("errors").get(0).get("field").asString())
                .isEqualTo(field);
    }

    @Test
    void what_needs_no_decision_is_not_decided() {
        var path = "/bookings/" + Api.json(book(screened(NOTHING))).get("id").asString() + "/screening";

        Api.assertProblem(review(path, "RELEASE", kai), 409, "nothing-asked");
        Api.assertProblem(review(path, "MAYBE", kai), 400, "invalid-field");
        Api.assertProblem(api.put(path + "/review", 1, "{\"decision\":\"REFUSE\"}", kai), 400, "invalid-field");
        assertThat(Api.json(api.get(path, kai))
                        .get("screenings")
                        .get(0)
                        .get("standing")
                        .asString())
                .isEqualTo("CLEAR");
    }

    @Test
    void what_is_moved_by_more_than_a_quarter_of_a_year_is_asked_anew() {
        // Nobody answered it: as a booking of old.
        var booking = Api.json(book(screened(NOTHING)));
        var id = booking.get("id").asString();
        database.getCollection("bookings")
                .updateOne(new Document("_id", id), new Document("$unset", new Document("screened", "")));
        var later = start.plus(1, ChronoUnit.DAYS);
        var wish = "{\"start\":\"" + later + "\"%s}";

        Api.assertProblem(api.put("/bookings/" + id + "/schedule", 1, wish.formatted("")), 422, "screening-needed");
        Api.assertProblem(
                api.put("/bookings/" + id + "/schedule", 1, wish.formatted(screened("{\"has\":[\"FEVER\"]}"))),
                422,
                "screening-stop");
        assertThat(api.put("/bookings/" + id + "/schedule", 1, wish.formatted(screened(NOTHING))))
                .hasStatusOk();
    }

    private MvcTestResult book(String more) {
        return api.post("/bookings", body(more));
    }

    private String body(String more) {
        return """
                {"therapistId":"%s","clinicId":"%s","treatment":"SWEDISH","lengthMinutes":60,"start":"%s",\
                "client":{"name":"Jo Weber","email":"%s"}%s}""".formatted(therapist, Neighbourhood.CLINIC, start, mail, more);
    }

    private String walkIn(String more) {
        return """
                {"therapistId":"%s","clinicId":"%s","treatment":"SWEDISH","lengthMinutes":60,\
                "client":{"name":"Jo Weber","email":"%s"}%s}""".formatted(therapist, Neighbourhood.CLINIC, mail, more);
    }

    private static String screened(String answers) {
        return ",\"screening\":" + answers;
    }

    private static String decision(String decision) {
        return "{\"decision\":\"" + decision + "\",\"reason\":\"because of " + CANARY + "\"}";
    }

    private MvcTestResult review(String path, String decision, String[] who) {
        return api.put(path + "/review", 1, decision(decision), who);
    }
}
