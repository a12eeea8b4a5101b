package io.rhomboid.booking.waitlist.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import com.mongodb.client.MongoDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

import io.rhomboid.booking.Api;
import io.rhomboid.booking.WholeService;
import io.rhomboid.booking.reservation.mongo.Neighbourhood;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.testing.identity.Issuer;

import static io.rhomboid.booking.Api.assertProblem;
import static io.rhomboid.booking.Api.json;
import static io.rhomboid.booking.reservation.mongo.Neighbourhood.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@WholeService
class WaitingOverHttpTest {

    private static final LocalDate DAY = LocalDate.now(Neighbourhood.BERLIN).plusDays(3);

    @Autowired
    Api api;

    @Autowired
    MongoDatabase database;

    TherapistId mira;
    List<JsonNode> evening;

    @BeforeEach
    void miras_evening_is_full() {
        mira = api.therapist();
        evening = new ArrayList<>();
        for (var start : List.of(at(3, 17, 0), at(3, 18, 15), at(3, 19, 30), at(3, 20, 45), at(3, 22, 0))) {
            evening.add(api.book(mira, start, UUID.randomUUID() + "@client.example"));
        }
    }

    @Test
    void what_becomes_free_is_kept_for_who_waits_and_is_theirs_when_they_say_yes() {
        var jo = json(join("jo"));
        assertThat(jo.get("state").asString()).isEqualTo("WAITING");

        cancel(evening.get(2));

        var offered = await(jo, "OFFERED");
        assertThat(offered.at("/offer/start").asString()).startsWith(DAY + "T19:30");
        assertThat(offered.at("/offer/therapistName").asString()).isEqualTo("Mira");
        assertThat(offered.at("/offer/price/cents").asLong()).isEqualTo(70_00);
        var until = Instant.parse(offered.at("/offer/until").asString());
        assertThat(until)
                .isBetween(Instant.now().plusSeconds(28 * 60), Instant.now().plusSeconds(30 * 60));
        assertProblem(api.post("/bookings", booking(at(3, 19, 30), "rival@client.example")), 409, "slot-taken");

        var unanswered = api.put("/waitlist/" + id(jo) + "/acceptance", version(offered), "");
        assertProblem(unanswered, 422, "screening-needed");
        var taken = json(api.put("/waitlist/" + id(jo) + "/acceptance", version(offered), Api.SCREENED));

        assertThat(taken.get("state").asString()).isEqualTo("TAKEN");
        var booking = json(api.get("/bookings/" + taken.get("bookingId").asString()));
        assertThat(booking.get("status").asString()).isEqualTo("CONFIRMED");
        assertThat(booking.get("start").asString()).startsWith(DAY + "T19:30");
        assertThat(json(api.put("/waitlist/" + id(jo) + "/acceptance", version(offered), "")))
                .as("once more")
                .isEqualTo(taken);
    }

    @Test
    void the_desk_sees_who_waits_and_why_in_this_order() {
        var jo = json(join("jo"));
        var ada = json(join("ada"));
        cancel(evening.get(0));
        var offered = await(jo, "OFFERED");

        var list = json(api.get("/waitlist?clinicId=" + Neighbourhood.CLINIC));

        assertThat(list.get("order").asString()).isEqualTo("FIRST_COME");
        assertThat(list.get("offerMinutes").asInt()).isEqualTo(30);
        var first = place(list, jo);
        var second = place(list, ada);
        assertThat(first.get("position").asInt())
                .isLessThan(second.get("position").asInt());
        assertThat(first.get("why").asString()).isEqualTo("of 2 who could take it the first to come");
        assertThat(first.at("/client/name").asString()).isEqualTo("Jo Weber");
        var hold = json(api.get("/bookings/" + first.get("holdId").asString()));
        assertThat(hold.get("status").asString()).isEqualTo("HELD");
        assertThat(second.get("why").asString()).startsWith("joined ");

        var declined = api.put("/waitlist/" + id(jo) + "/refusal", version(offered), "");

        assertThat(declined).hasStatus(200);
        assertThat(json(declined).get("state").asString()).isEqualTo("WAITING");
        assertThat(await(ada, "OFFERED").at("/offer/start").asString()).startsWith(DAY + "T17:00");
        assertProblem(
                api.put(
                        "/waitlist/" + id(jo) + "/acceptance",
                        json(declined).get("version").asLong(),
                        ""),
                409,
                "no-offer");
        assertProblem(api.put("/waitlist/" + id(jo) + "/refusal", 1, ""), 412, "version-changed");
    }

    private static JsonNode place(JsonNode list, JsonNode entry) {
        for (var place : list.get("entries")) {
            if (id(place.get("entry")).equals(id(entry))) return place;
        }
        throw new AssertionError(entry + " is not in " + list);
    }

    @Test
    void who_has_left_is_offered_nothing() {
        var jo = json(join("jo"));

        assertThat(api.put("/waitlist/" + id(jo) + "/cancellation", version(jo), ""))
                .hasStatus(200);

        assertThat(read(jo).get("state").asString()).isEqualTo("CANCELLED");
        assertProblem(api.put("/waitlist/" + id(jo) + "/refusal", 2, ""), 409, "not-waiting");
    }

    @Test
    void nobody_waits_for_what_is_free() {
        cancel(evening.get(4));

        var answer = join("jo");

        assertProblem(answer, 409, "free-now");
        assertThat(json(answer).at("/alternatives/0/start").asString()).startsWith(DAY + "T22:00");
    }

    @Test
    void a_repeat_finds_the_first_and_a_key_serves_one_request() {
        var key = UUID.randomUUID().toString();
        var first = api.post("/waitlist", wish("jo"), "Idempotency-Key", key);

        assertThat(json(api.post("/waitlist", wish("jo"), "Idempotency-Key", key)))
                .isEqualTo(json(first));
        assertProblem(api.post("/waitlist", wish("ada"), "Idempotency-Key", key), 422, "idempotency-key-reused");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"clinicId\":\".*?\" | \"clinicId\":\"5c0e0000-0000-4000-8000-000000000001\" | 422 | unknown-clinic | clinicId",
                "\"SWEDISH\" | \"MAGIC\" | 422 | unknown-treatment | treatment",
                "\\[60\\] | [45] | 422 | wrong-length | lengthsMinutes",
                "\\[60\\] | [] | 400 | invalid-field | lengthsMinutes",
                "\"therapistId\":\".*?\" | \"therapistId\":\"5c0e0000-0000-4000-8000-000000000001\" | 422 | unknown-therapist | therapistId",
                "\"from\":\".*?\" | \"from\":\"2999-01-01\" | 422 | wrong-dates | until",
                "\"until\":\".*?\" | \"until\":\"2999-01-01\" | 422 | wrong-dates | until",
                "\"from\":.*?,\"until\":\".*?\" | \"from\":\"2020-01-01\",\"until\":\"2020-01-02\" | 422 | wrong-dates | until",
                "\"EVENING\" | \"NIGHT\" | 400 | invalid-field | partsOfDay[0]",
                "\"partsOfDay\" | \"daysOfWeek\":[\"SOMEDAY\"],\"partsOfDay\" | 400 | invalid-field | daysOfWeek[0]",
                "\"partsOfDay\" | \"noticeMinutes\":-1,\"partsOfDay\" | 400 | invalid-field | noticeMinutes",
                "\"partsOfDay\" | \"noticeMinutes\":10081,\"partsOfDay\" | 400 | invalid-field | noticeMinutes",
                "@client.example | @ | 400 | invalid-field | client.email"
            })
    void what_is_wrong_is_named(String before, String after, int status, String type, String field) {
        var answer = api.post("/waitlist", wish("jo").replaceFirst(before, after));

        assertProblem(answer, status, type);
        assertThat(json(answer).at("/errors/0/field").asString()).isEqualTo(field);
    }

    @Test
    void what_is_not_there_is_a_404() {
        var nobody = UUID.randomUUID();

        assertProblem(api.get("/waitlist/" + nobody), 404, "unknown-entry");
        assertProblem(api.get("/waitlist?clinicId=" + nobody), 404, "unknown-clinic");
        for (var change : List.of("acceptance", "refusal", "cancellation")) {
            assertProblem(api.put("/waitlist/" + nobody + "/" + change, 1, ""), 404, "unknown-entry");
        }
    }

    private JsonNode await(JsonNode entry, String state) {
        return org.awaitility.Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> read(entry), now -> now.get("state").asString().equals(state));
    }

    private JsonNode read(JsonNode entry) {
        return json(api.get("/waitlist/" + id(entry)));
    }

    private static String id(JsonNode node) {
        return node.get("id").asString();
    }

    private static long version(JsonNode node) {
        return node.get("version").asLong();
    }

    private void cancel(JsonNode booking) {
        assertThat(api.put("/bookings/" + id(booking) + "/cancellation", version(booking), ""))
                .hasStatus(200);
    }

    @Test
    void ones_own_places_are_seen_while_they_are_open_and_nobody_elses() {
        var jo = json(join("jo"));
        join("ada");

        assertThat(own("jo"))
                .singleElement()
                .satisfies(place -> assertThat(id(place)).isEqualTo(id(jo)));
        assertThat(own("nobody")).isEmpty();

        api.put("/waitlist/" + id(jo) + "/cancellation", version(jo), "");
        assertThat(own("jo")).isEmpty();
    }

    private JsonNode own(String name) {
        var token = Issuer.token("somebody-" + UUID.randomUUID(), name + mira + "@client.example");
        return json(api.get("/waitlist/own", "Authorization", "Bearer " + token))
                .get("entries");
    }

    private MvcTestResult join(String name) {
        return api.post("/waitlist", wish(name));
    }

    private String wish(String name) {
        return """
                {"clinicId":"%s","treatment":"SWEDISH","lengthsMinutes":[60],"therapistId":"%s","from":"%s",\
                "until":"%s","partsOfDay":["EVENING"],"client":{"name":"Jo Weber","email":"%s@client.example"}}""".formatted(Neighbourhood.CLINIC, mira, DAY, DAY, name + mira);
    }

    private String booking(Instant start, String email) {
        return """
                {"therapistId":"%s","clinicId":"%s","treatment":"SWEDISH","lengthMinutes":60,"start":"%s",\
                "client":{"name":"Ada","email":"%s"},"screening":{"has":[]}}""".formatted(mira, Neighbourhood.CLINIC, start, email);
    }
}
