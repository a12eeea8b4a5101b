package io.rhomboid.booking.plan.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.rhomboid.booking.Api;
import io.rhomboid.booking.Told;
import io.rhomboid.booking.WholeService;
import io.rhomboid.booking.plan.PlanDesk;
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
import static org.awaitility.Awaitility.await;

@WholeService
class PlansOverHttpTest {

    static final String CANARY = "canary-" + UUID.randomUUID();

    @Autowired
    Api api;

    @Autowired
    MongoDatabase database;

    @Autowired
    KafkaTemplate<String, byte[]> kafka;

    @Autowired
    Vault vault;

    @Autowired
    PlanDesk desk;

    final String some = UUID.randomUUID().toString();
    final String mail = some + "@client.example";
    final String[] jo = signedIn("jo-" + some, mail);
    final String[] kai = signedIn("kai-" + some, null);
    TherapistId therapist = new TherapistId(new UUID(0, 0));
    String client = "";
    String booking = "";

    @BeforeEach
    void a_client_who_will_come() {
        therapist = api.therapist();
        var start = inDays(5);
        var booked = api.book(therapist, start, mail);
        client = booked.get("clientId").asString();
        booking = booked.get("id").asString();
        api.member("kai-" + some, StaffRole.THERAPIST, therapist);
    }

    @Test
    void a_plan_is_made_by_who_treats_and_becomes_rarer_as_it_hurts_less() {
        var made = api.post("/bookings/" + booking + "/plans", plan(8), keyed(kai));
        assertThat(made).hasStatus(201).hasHeader("ETag", "\"1\"");
        var plan = Api.json(made);
        assertThat(plan.at("/rhythm/code").asString()).isEqualTo("TWICE_A_WEEK");
        assertThat(plan.at("/rhythm/source").asString()).isEqualTo("004");
        assertThat(plan.get("therapistId").asString()).isEqualTo(therapist.toString());
        assertThat(plan.at("/selfCare/0/says").asString()).isEqualTo("Wall slides " + CANARY);
        assertThat(plan.at("/next/bookingId").asString()).isEqualTo(booking);
        assertThat(plan.get("done").asInt()).isZero();

        madeDaysAgo(plan, 30);
        var visit = came(3);
        assertThat(api.put("/bookings/" + visit + "/sessions/1/pain-after", 0, "{\"level\":3}", jo))
                .hasStatusOk();

        var then = read(plan, jo);
        assertThat(then.at("/rhythm/code").asString()).isEqualTo("WEEKLY");
        assertThat(then.get("done").asInt()).isEqualTo(1);
        assertThat(then.at("/steps/0/pain").asInt()).isEqualTo(3);
        assertThat(then.at("/steps/0/bookingId").asString()).isEqualTo(visit);
        assertThat(then.at("/next/bookingId").asString()).isEqualTo(booking);

        var path = "/plans/" + plan.get("id").asString();
        var adjusted = api.put(path + "/adjustment", 1, "{\"rhythm\":\"MONTHLY\",\"reason\":\"" + CANARY + "\"}", kai);
        assertThat(adjusted).hasStatusOk().hasHeader("ETag", "\"2\"");
        Api.assertProblem(
                api.put(path + "/adjustment", 1, "{\"rhythm\":\"WEEKLY\",\"reason\":\"again\"}", kai),
                412,
                "version-changed");
        var seen = read(plan, jo);
        assertThat(seen.at("/rhythm/code").asString()).isEqualTo("MONTHLY");
        assertThat(seen.at("/steps/1/reason").asString()).isEqualTo(CANARY);
        var grounds =
                Api.json(api.get("/clients/" + client + "/disclosures", jo)).get("disclosures");
        assertThat(grounds).extracting(entry -> entry.get("what").asString()).contains("plan");
    }

    @Test
    void a_plan_proposes_dates_that_are_booked_as_a_series() {
        var plan = own(5);
        var path = "/plans/" + plan.get("id").asString();
        assertThat(api.put("/bookings/" + booking + "/cancellation", 1, "")).hasStatusOk();
        var start = LocalDate.now().plusDays(8) + "T10:00:00Z";

        var proposed = Api.json(api.post(path + "/proposals", "{\"start\":\"" + start + "\"}", jo));

        var visits = proposed.get("visits");
        assertThat(visits.size()).isEqualTo(12);
        assertThat(visits.get(0).get("availability").asString()).isEqualTo("FREE");
        assertThat(visits.get(0).at("/rhythm/code").asString()).isEqualTo("WEEKLY");
        assertThat(visits.get(11).get("availability").asString()).isEqualTo("NOT_YET");
        var first = JsonMapper.shared().createObjectNode();
        var wanted = first.putArray("visits");
        for (int i = 0; i < 4; i++) {
            wanted.addObject()
                    .put("therapistId", visits.get(i).get("therapistId").asString())
                    .put("start", visits.get(i).get("start").asString());
        }
        var held = api.post(path + "/series", first.toString(), keyed(jo));
        assertThat(held).hasStatus(201);
        var series = "/series/" + Api.json(held).get("id").asString();
        assertThat(api.put(
                        series + "/confirmation", Api.json(held).get("version").asLong(), Api.SCREENED, jo))
                .hasStatusOk();
        assertThat(read(plan, jo).at("/next/start").asString()).startsWith(start.substring(0, 10));
        // What is booked counts: the next proposal begins after it.
        var soon = api.post(path + "/proposals", "{\"start\":\"" + start + "\"}", jo);
        Api.assertProblem(soon, 422, "too-soon");
        assertThat(Api.json(soon).get("earliest").asString())
                .isEqualTo(LocalDate.now().plusDays(8 + 21 + 5).toString());
    }

    @Test
    void who_does_not_come_is_reminded_and_nothing_of_it_says_why() {
        var plan = own(9);
        var id = plan.get("id").asString();
        madeDaysAgo(plan, 30);
        assertThat(api.put("/bookings/" + booking + "/cancellation", 1, "")).hasStatusOk();

        await().until(() -> desk.lookAfter() == 0);

        var told = new String(Told.on(Topics.PLANS, id, 1).getFirst().value(), UTF_8);
        var event = JsonMapper.shared().readTree(told);
        assertThat(event.get("type").asString()).isEqualTo("PlanNudged");
        assertThat(event.get("clientId").asString()).isEqualTo(client);
        assertThat(event.get("nudge").asInt()).isEqualTo(1);
        assertThat(told).doesNotContain(CANARY, "pain", "TWICE", "rhythm", "Wall");
        var now = read(plan, jo);
        assertThat(now.get("overdue").asBoolean()).isTrue();
        assertThat(now.get("dueOn").asString()).isEqualTo(event.get("dueOn").asString());
        // Not again at once.
        madeDaysAgo(plan, 30);
        await().until(() -> desk.lookAfter() == 0);
        var kept = database.getCollection("plans").find(new Document("_id", id)).first();
        assertThat(kept.get("nudges", Document.class).getInteger("count")).isEqualTo(1);
    }

    @Test
    void what_has_ended_reminds_nobody_and_proposes_nothing() {
        var plan = own(2);
        var path = "/plans/" + plan.get("id").asString();

        assertThat(api.put(path + "/end", 1, "", jo)).hasStatusOk();

        Api.assertProblem(api.put(path + "/end", 2, "", jo), 409, "plan-ended");
        var start = "{\"start\":\"" + LocalDate.now().plusDays(20) + "T10:00:00Z\"}";
        Api.assertProblem(api.post(path + "/proposals", start, jo), 409, "plan-ended");
        assertThat(database.getCollection("plans")
                        .find(new Document("_id", plan.get("id").asString()))
                        .first())
                .doesNotContainKey("lookAt");
        assertThat(Api.json(api.get("/clients/" + client + "/plans", jo)).get("plans"))
                .hasSize(1);
    }

    @Test
    void who_treats_at_another_time_reads_nothing_and_who_does_not_is_told_nothing() {
        // The plan names somebody with whom the client has no visit.
        therapist = api.therapist();
        api.member("kai-" + some, StaffRole.THERAPIST, therapist);
        var plan = own(4);

        var path = "/plans/" + plan.get("id").asString();
        Api.assertProblem(api.get(path, kai), 409, "not-now");
        Api.assertProblem(api.put(path + "/end", 1, "", kai), 409, "not-now");
        Api.assertProblem(api.get(path, signedIn("x-" + some, "x" + mail)), 404, "unknown-plan");
    }

    @Test
    void nothing_of_it_can_be_read_in_the_store_and_nothing_at_all_once_the_client_is_forgotten() {
        var key = keyed(jo);
        var plan = Api.json(api.post("/clients/" + client + "/plans", ownPlan(6), key));
        assertThat(Api.json(api.post("/clients/" + client + "/plans", ownPlan(6), key))
                        .get("id"))
                .isEqualTo(plan.get("id"));
        Api.assertProblem(
                api.post("/clients/" + client + "/plans", ownPlan(6).replace(":60", ":61"), key),
                422,
                "idempotency-key-reused");
        for (var collection : database.listCollectionNames()) {
            assertThat(StreamSupport.stream(
                                    database.getCollection(collection).find().spliterator(), false)
                            .map(Document::toJson))
                    .as(collection)
                    .noneMatch(text -> text.contains(CANARY));
        }

        vault.forget(ClientId.of(client));

        Api.assertProblem(api.get("/plans/" + plan.get("id").asString(), jo), 410, "client-forgotten");
        Api.assertProblem(api.get("/clients/" + client + "/plans", jo), 410, "client-forgotten");
        Api.assertProblem(api.post("/clients/" + client + "/plans", ownPlan(6), keyed(jo)), 410, "client-forgotten");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"pain\":6           | \"pain\":11           | 400 | invalid-field     | pain",
                "\"pain\":6           | \"pain\":null         | 400 | invalid-field     | pain",
                "\"lengthMinutes\":60 | \"lengthMinutes\":50  | 422 | wrong-length      | lengthMinutes",
                "\"SWEDISH\"          | \"MAGIC\"             | 422 | unknown-treatment | treatment",
                "\"source\":\"002\"   | \"source\":\"\"       | 400 | invalid-field     | selfCare[0].source",
            })
    void what_is_wrong_is_named(String there, String instead, int status, String type, String field) {
        var answer = api.post("/clients/" + client + "/plans", ownPlan(6).replace(there, instead), keyed(jo));

        Api.assertProblem(answer, status, type);
        assertThat(Api.json(answer).at("/errors/0/field").asString()).isEqualTo(field);
    }

    private JsonNode own(int pain) {
        var made = api.post("/clients/" + client + "/plans", ownPlan(pain), keyed(jo));
        assertThat(made).hasStatus(201);
        return Api.json(made);
    }

    private String ownPlan(int pain) {
        return plan(pain)
                .replaceFirst(
                        "\\{", "{\"clinicId\":\"" + Neighbourhood.CLINIC + "\",\"therapistId\":\"" + therapist + "\",");
    }

    private static String plan(int pain) {
        return "{\"treatment\":\"SWEDISH\",\"lengthMinutes\":60,\"pain\":" + pain
                + ",\"selfCare\":[{\"says\":\"Wall slides " + CANARY + "\",\"source\":\"002\"}]}";
    }

    private JsonNode read(JsonNode plan, String[] who) {
        var answer = api.get("/plans/" + plan.get("id").asString(), who);
        assertThat(answer).hasStatusOk();
        return Api.json(answer);
    }

    private void madeDaysAgo(JsonNode plan, int days) {
        var then = Date.from(Instant.now().minus(Duration.ofDays(days)));
        database.getCollection("plans")
                .updateOne(
                        new Document("_id", plan.get("id").asString()),
                        new Document("$set", new Document("since", then).append("lookAt", then)));
    }

    /** A visit like the one that is booked, that took place so many days ago; stored as if it had been. */
    private String came(int daysAgo) {
        var id = UUID.randomUUID().toString();
        var bookings = database.getCollection("bookings");
        var visit = bookings.find(new Document("_id", booking)).first();
        int days = 5 + daysAgo;
        var claims = visit.getList("claims", String.class).stream()
                .map(claim -> {
                    int cell = claim.lastIndexOf(':') + 1;
                    return claim.substring(0, cell) + (Long.parseLong(claim.substring(cell)) - 288L * days);
                })
                .toList();
        for (var time : List.of("start", "end")) {
            visit.put(time, Date.from(visit.getDate(time).toInstant().minus(Duration.ofDays(days))));
        }
        bookings.insertOne(visit.append("_id", id)
                .append("askedAs", List.of(id))
                .append("reference", "RH-" + id.substring(0, 6))
                .append("status", "COMPLETED")
                .append("endedAt", visit.getDate("end"))
                .append("claims", claims)
                .append("pendingEvents", List.of()));
        return id;
    }
}
