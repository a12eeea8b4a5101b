package io.rhomboid.booking.calendar.web;

import java.util.UUID;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import com.mongodb.client.MongoDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

import io.rhomboid.booking.Api;
import io.rhomboid.booking.WholeService;
import io.rhomboid.booking.reservation.mongo.Neighbourhood;
import io.rhomboid.contracts.therapist.TherapistId;

import static io.rhomboid.booking.Api.assertProblem;
import static io.rhomboid.booking.Api.json;
import static io.rhomboid.booking.reservation.mongo.Neighbourhood.at;
import static org.assertj.core.api.Assertions.assertThat;

@WholeService
@ExtendWith(OutputCaptureExtension.class)
class CalendarsOverHttpTest {

    @Autowired
    Api api;

    @Autowired
    MongoDatabase database;

    TherapistId mira;

    @BeforeEach
    void somebody_works_here() {
        mira = api.therapist();
    }

    MvcTestResult open(String kind, Object id) {
        return api.post("/calendars", "{\"kind\":\"%s\",\"id\":\"%s\"}".formatted(kind, id));
    }

    static String address(JsonNode opened) {
        return "/calendar/" + opened.get("token").asString() + ".ics";
    }

    static VEvent onlyEvent(MvcTestResult feed) {
        assertThat(feed).hasStatusOk();
        var events = Biweekly.parse(Api.text(feed)).first().getEvents();
        assertThat(events).hasSize(1);
        return events.getFirst();
    }

    @Test
    void a_feed_follows_a_booking_through_its_life() {
        var booking = api.book(mira, at(3, 10, 0), "feed-a@client.example");
        var feed = address(json(open("THERAPIST", mira)));
        var id = booking.get("id").asString();

        var first = onlyEvent(api.get(feed));
        assertThat(first.getUid().getValue()).isEqualTo(id + "@rhomboid.example");
        assertThat(first.getSummary().getValue()).isEqualTo("Swedish · J. W.");
        assertThat(first.getDateStart().getValue().toInstant()).isEqualTo(at(3, 10, 0));

        api.put("/bookings/" + id + "/schedule", 1, "{\"start\":\"%s\"}".formatted(at(3, 12, 0)));
        var moved = onlyEvent(api.get(feed));
        assertThat(moved.getUid()).isEqualTo(first.getUid());
        assertThat(moved.getSequence().getValue())
                .isGreaterThan(first.getSequence().getValue());
        assertThat(moved.getDateStart().getValue().toInstant()).isEqualTo(at(3, 12, 0));

        api.put("/bookings/" + id + "/cancellation", 2, "");
        var cancelled = onlyEvent(api.get(feed));
        assertThat(cancelled.getStatus().getValue()).isEqualTo("CANCELLED");
        assertThat(cancelled.getSequence().getValue())
                .isGreaterThan(moved.getSequence().getValue());
    }

    @Test
    void client_and_clinic_have_theirs_as_well() {
        api.book(mira, at(4, 10, 0), "feed-b@client.example");
        var client = database.getCollection("clients")
                .find(new org.bson.Document("mailKey", "feed-b@client.example"))
                .first()
                .getString("_id");

        assertThat(onlyEvent(api.get(address(json(open("CLIENT", client)))))
                        .getLocation()
                        .getValue())
                .startsWith("Mitte, Torstraße 1");
        assertThat(Api.text(api.get(address(json(open("CLINIC", Neighbourhood.CLINIC))))))
                .contains("SUMMARY:Swedish · Mira · Room ")
                .doesNotContain("Weber", "feed-b");
    }

    @Test
    void a_feed_that_has_not_changed_is_not_sent_again() {
        api.book(mira, at(5, 10, 0), "feed-c@client.example");
        var feed = address(json(open("THERAPIST", mira)));
        var first = api.get(feed);
        var etag = first.getResponse().getHeader("ETag");

        assertThat(first).hasStatusOk().hasContentType("text/calendar;charset=utf-8");
        assertThat(first.getResponse().getHeader("Cache-Control")).contains("private", "max-age");
        var again = api.get(feed, "If-None-Match", etag);
        assertThat(again).hasStatus(304).hasHeader("ETag", etag);
        assertThat(again.getResponse().getContentAsByteArray()).isEmpty();
        assertThat(api.get(feed, "If-None-Match", "W/" + etag)).hasStatus(304);
        var head = api.head(feed);
        assertThat(head).hasStatusOk().hasHeader("ETag", etag);

        api.book(mira, at(5, 14, 0), "feed-d@client.example");
        assertThat(api.get(feed, "If-None-Match", etag)).hasStatusOk();
    }

    @Test
    void a_new_token_ends_the_former_and_a_revoked_feed_is_gone() {
        var opened = json(open("THERAPIST", mira));
        var path = "/calendars/" + opened.get("id").asString();

        var changed = api.put(path + "/token", 1, "");
        assertThat(changed).hasStatusOk().hasHeader("ETag", "\"2\"");
        assertProblem(api.get(address(opened)), 404, "unknown-calendar");
        assertThat(api.get(address(json(changed)))).hasStatusOk();

        assertProblem(api.put(path + "/token", 1, ""), 412, "version-changed");
        assertProblem(api.delete(path, 1), 412, "version-changed");
        assertThat(api.delete(path, 2)).hasStatus(204);
        assertProblem(api.get(address(json(changed))), 404, "unknown-calendar");
        assertProblem(api.get(path), 404, "unknown-calendar");
        assertProblem(api.delete(path, 2), 404, "unknown-calendar");
    }

    @Test
    void the_token_is_told_once_and_kept_nowhere(CapturedOutput output) {
        var body = "{\"kind\":\"THERAPIST\",\"id\":\"%s\"}".formatted(mira);
        var key = UUID.randomUUID().toString();
        var first = json(api.post("/calendars", body, "Idempotency-Key", key));
        var token = first.get("token").asString();
        assertThat(first.get("url").asString()).isEqualTo("http://127.0.0.1:8080/api/v1/calendar/" + token + ".ics");

        var repeat = json(api.post("/calendars", body, "Idempotency-Key", key));
        assertThat(repeat.get("id")).isEqualTo(first.get("id"));
        assertThat(repeat.has("token")).isFalse();
        var list = json(api.get("/calendars?kind=THERAPIST&id=" + mira)).get("calendars");
        assertThat(list.size()).isEqualTo(1);
        assertThat(list.toString()).contains(first.get("id").asString()).doesNotContain(token);
        api.get(address(first));
        assertThat(database.getCollection("calendars")
                        .find()
                        .into(new java.util.ArrayList<>())
                        .toString())
                .doesNotContain(token);
        assertThat(output.getAll()).doesNotContain(token);
        assertProblem(
                api.post(
                        "/calendars",
                        body.replace("THERAPIST", "CLINIC").replace(mira.toString(), Neighbourhood.CLINIC.toString()),
                        "Idempotency-Key",
                        key),
                422,
                "idempotency-key-reused");
    }

    @Test
    void a_wrong_token_is_told_nothing_else_than_a_made_up_one() {
        var good = address(json(open("THERAPIST", mira)));
        var nearly = good.replaceFirst(".\\.ics", "_.ics");

        var wrong = api.get(nearly);
        assertProblem(wrong, 404, "unknown-calendar");
        for (var other :
                new String[] {"/calendar/x.ics", "/calendar/%24ne.ics", "/calendar/" + "a".repeat(4000) + ".ics"}) {
            var answer = api.get(other);
            assertProblem(answer, 404, "unknown-calendar");
            assertThat(json(answer).get("detail")).isEqualTo(json(wrong).get("detail"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'kind':'THERAPIST','id':'0b8f7b0e-0000-4000-8000-000000000009'} | 422 | unknown-therapist | id",
                "{'kind':'CLIENT','id':'0b8f7b0e-0000-4000-8000-000000000009'}    | 422 | unknown-client    | id",
                "{'kind':'CLINIC','id':'0b8f7b0e-0000-4000-8000-000000000009'}    | 422 | unknown-clinic    | id",
                "{'kind':'ROOM','id':'0b8f7b0e-0000-4000-8000-000000000009'}      | 400 | invalid-field     | kind",
                "{'kind':'CLIENT','id':'nobody'}                                  | 400 | invalid-field     | id",
                "{'kind':'CLIENT'}                                                | 400 | invalid-field     | id",
                "{'id':'0b8f7b0e-0000-4000-8000-000000000009'}                    | 400 | invalid-field     | kind",
                "{'kind':'CLIENT','id':'0b8f7b0e-0000-4000-8000-000000000009','token':'x'} | 400 | unknown-field | token",
            })
    void a_wrong_request_is_told_what_is_wrong(String body, int status, String type, String field) {
        var answer = api.post("/calendars", body.replace('\'', '"'));

        assertProblem(answer, status, type);
        assertThat(json(answer).at("/errors/0/field").asString()).isEqualTo(field);
    }

    @Test
    void a_list_needs_to_know_whose() {
        assertProblem(api.get("/calendars"), 400, "missing-parameter");
        assertProblem(api.get("/calendars?kind=ROOM&id=" + UUID.randomUUID()), 400, "invalid-parameter");
        assertProblem(api.get("/calendars?kind=CLIENT&id=x"), 400, "invalid-parameter");
    }
}
