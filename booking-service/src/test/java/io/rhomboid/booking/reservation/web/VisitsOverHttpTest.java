package io.rhomboid.booking.reservation.web;

import java.net.URI;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;

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

import static io.rhomboid.booking.Api.assertProblem;
import static io.rhomboid.booking.Api.json;
import static io.rhomboid.booking.reservation.mongo.Neighbourhood.at;
import static org.assertj.core.api.Assertions.assertThat;

/** Several sessions in one visit, for one or for two, from the search to the last change. */
@WholeService
class VisitsOverHttpTest {

    @Autowired
    Api api;

    TherapistId mira;
    TherapistId tom;

    @BeforeEach
    void two_who_treat() {
        mira = api.therapist();
        tom = api.therapist();
    }

    static String session(Object therapist) {
        return "{\"therapistId\":\"%s\",\"treatment\":\"SWEDISH\",\"lengthMinutes\":60}".formatted(therapist);
    }

    /** @param more further fields of the request, with a comma before each */
    MvcTestResult book(Object start, String more) {
        return api.post("/bookings", """
                {"therapistId":"%s","clinicId":"%s","treatment":"SWEDISH","lengthMinutes":60,"start":"%s",\
                "client":{"name":"Jo Weber","email":"%s@client.example"},"screening":{"has":[]}%s}""".formatted(mira, Neighbourhood.CLINIC, start, UUID.randomUUID(), more));
    }

    JsonNode booked(Object start, String more) {
        var answer = book(start, more);
        assertThat(answer).hasStatus(201);
        return json(answer);
    }

    static String then(Object... therapists) {
        var sessions =
                Arrays.stream(therapists).map(VisitsOverHttpTest::session).collect(Collectors.joining(","));
        return ",\"then\":[" + sessions + "]";
    }

    static String companion(Object therapist) {
        return ",\"companion\":{\"name\":\"Kim Lee\",\"sessions\":[" + session(therapist) + "]"
                + ",\"screening\":{\"has\":[]}}";
    }

    static String id(JsonNode booking) {
        return booking.get("id").asString();
    }

    @Test
    void what_is_offered_back_to_back_can_be_booked() {
        var offered = json(api.get("/availability/visits?sessions=SWEDISH:60:%s,SWEDISH:60:%s&from=%s&to=%s&limit=3"
                .formatted(mira, tom, at(10, 0, 0), at(11, 0, 0))));

        assertThat(offered.get("truncated").asBoolean()).isTrue();
        var first = offered.get("visits").get(0);
        assertThat(first.at("/price/cents").asInt()).isEqualTo(140_00);
        assertThat(first.at("/sessions/1/therapistId").asString()).isEqualTo(tom.toString());
        assertThat(first.has("sameRoom")).isFalse();
        var visit = booked(first.get("start").asString(), then(tom));

        assertThat(visit.at("/price/cents").asInt()).isEqualTo(140_00);
        assertThat(visit.at("/visit/end").asString()).isEqualTo(first.get("end").asString());
        assertThat(visit.at("/visit/sessions/1/number").asInt()).isEqualTo(2);
        assertThat(visit.at("/visit/sessions/1/start").asString())
                .isEqualTo(visit.get("end").asString());
        assertThat(json(api.get("/bookings/" + id(visit)))).isEqualTo(visit);
    }

    @Test
    void what_is_offered_to_a_couple_can_be_booked_with_any_therapist() {
        var path =
                "/availability/visits?sessions=SWEDISH:60&companion=SWEDISH:60&sameRoom=true&clinicId=%s&from=%s&to=%s"
                        .formatted(Neighbourhood.CLINIC, at(12, 9, 0), at(12, 9, 30));
        var first = json(api.get(path)).get("visits").get(0);
        assertThat(first.get("sameRoom").asBoolean()).isTrue();
        assertThat(first.at("/sessions/0/therapistId")).isNotEqualTo(first.at("/sessions/1/therapistId"));

        mira = TherapistId.of(first.at("/sessions/0/therapistId").asString());
        var partner = first.at("/sessions/1/therapistId").asString();
        var start = first.get("start").asString();
        var couple = booked(start, companion(partner) + ",\"sameRoom\":true");

        var sessions = couple.at("/visit/sessions");
        assertThat(sessions.get(1).get("companion").asBoolean()).isTrue();
        assertThat(sessions.get(1).get("roomId")).isEqualTo(sessions.get(0).get("roomId"));
        // The only double room is gone until they have left and it is made ready.
        assertThat(json(api.get(path)).get("visits").size()).isZero();
        mira = tom;
        assertProblem(book(start, companion(api.therapist()) + ",\"sameRoom\":true"), 409, "slot-taken");
    }

    @Test
    void why_a_visit_is_not_offered_is_told_session_by_session() {
        var path = "/availability/visits/explanation?clinicId=%s&sessions=SWEDISH:60:%s,SWEDISH:60:%s"
                .formatted(Neighbourhood.CLINIC, mira, tom);
        var free = json(api.get(path + "&start=" + at(14, 10, 0)));
        assertThat(free.get("offered").asBoolean()).isTrue();
        assertThat(free.get("reasons")).isEmpty();

        api.book(tom, at(14, 11, 0), UUID.randomUUID() + "@client.example");
        var taken = json(api.get(path + "&detail=staff&start=" + at(14, 10, 0)));
        assertThat(taken.get("offered").asBoolean()).isFalse();
        assertThat(taken.get("reasons")).hasSize(1);
        assertThat(taken.at("/reasons/0/session").asInt()).isEqualTo(2);
        assertThat(taken.at("/reasons/0/code").asString()).isEqualTo("busy");
        assertThat(json(api.get(path + "&start=" + at(14, 10, 0)))
                        .at("/reasons/0/code")
                        .asString())
                .isEqualTo("not-free");
        var both = json(api.get(
                "/availability/visits/explanation?clinicId=%s&sessions=SWEDISH:60:%s&companion=SWEDISH:60:%s&detail=staff&start=%s"
                        .formatted(Neighbourhood.CLINIC, mira, mira, at(14, 15, 0))));
        assertThat(both.at("/reasons/0/code").asString()).isEqualTo("treats-the-other");

        var wrong = api.get(path.replace(":" + tom, "") + "&start=" + at(14, 10, 0));
        assertProblem(wrong, 400, "invalid-parameter");
        assertThat(json(wrong).at("/errors/0/field").asString()).isEqualTo("sessions");
        assertProblem(api.get(path + "&start=2026-11-24"), 400, "invalid-parameter");
        assertProblem(api.get(path + "&detail=all&start=" + at(14, 10, 0)), 400, "invalid-parameter");
        assertProblem(api.get(path), 400, "missing-parameter");
        assertProblem(
                api.get(path.replace(tom.toString(), UUID.randomUUID().toString()) + "&start=" + at(14, 10, 0)),
                404,
                "unknown-therapist");
    }

    @Test
    void a_session_by_itself_is_shown_as_ever() {
        assertThat(booked(at(3, 8, 0), "").has("visit")).isFalse();
    }

    @Test
    void who_loses_is_told_the_nearest_starts_of_the_whole_visit() {
        api.book(tom, at(5, 11, 0), UUID.randomUUID() + "@client.example");

        var answer = book(at(5, 10, 0), then(tom));

        assertProblem(answer, 409, "slot-taken");
        var nearest = json(answer).get("alternatives").get(0);
        var start = OffsetDateTime.parse(nearest.get("start").asString());
        assertThat(start.plusHours(2)).isEqualTo(nearest.get("end").asString());
        assertThat(nearest.at("/price/cents").asInt()).isEqualTo(140_00);
        assertThat(book(start, then(tom))).hasStatus(201);
    }

    @Test
    void a_visit_moves_as_a_whole() {
        var visit = booked(at(6, 10, 0), then(tom) + companion(api.therapist()));

        var moved =
                json(api.put("/bookings/" + id(visit) + "/schedule", 1, "{\"start\":\"%s\"}".formatted(at(6, 12, 0))));

        assertThat(moved.at("/visit/sessions")
                        .valueStream()
                        .map(it ->
                                OffsetDateTime.parse(it.get("start").asString()).toInstant()))
                .containsExactly(at(6, 12, 0), at(6, 13, 0), at(6, 12, 0));
        var changes = json(api.get("/bookings/" + id(visit) + "/history"));
        assertThat(changes.get(1)
                        .get("differences")
                        .valueStream()
                        .map(it -> it.get("field").asString()))
                .contains("start", "further[0].start", "further[1].end");
        assertThat(json(api.get("/bookings/" + id(visit) + "/schedule"))
                        .at("/fee/cents")
                        .asInt())
                .isZero();
    }

    @Test
    void one_of_its_sessions_gets_another_room() {
        var visit = booked(at(7, 10, 0), companion(tom));
        var free = Neighbourhood.room(39);

        var changed = json(
                api.put("/bookings/" + id(visit) + "/room", 1, "{\"roomId\":\"%s\",\"session\":2}".formatted(free)));

        assertThat(changed.at("/visit/sessions/1/roomId").asString()).isEqualTo(free.toString());
        assertThat(changed.get("roomId")).isEqualTo(visit.get("roomId"));
        assertProblem(
                api.put("/bookings/" + id(visit) + "/room", 2, "{\"roomId\":\"%s\",\"session\":3}".formatted(free)),
                422,
                "unknown-session");
    }

    @Test
    void each_therapist_has_their_own_session_on_their_sheet_and_in_their_calendar() {
        booked(at(8, 10, 0), companion(tom) + then(mira));
        var day = LocalDate.ofInstant(at(8, 10, 0), Neighbourhood.BERLIN);

        var sheet = json(api.get("/day-sheets?therapistId=%s&date=%s".formatted(tom, day)));
        assertThat(sheet.get("sessions").size()).isEqualTo(1);
        assertThat(sheet.at("/sessions/0/client/name").asString()).isEqualTo("Kim Lee");
        assertThat(sheet.at("/sessions/0/number").asInt()).isEqualTo(3);
        assertThat(sheet.at("/sessions/0/of").asInt()).isEqualTo(3);
        assertThat(sheet.at("/sessions/0/price/cents").asInt()).isEqualTo(70_00);
        assertThat(json(api.get("/day-sheets?therapistId=%s&date=%s".formatted(mira, day)))
                        .get("sessions")
                        .size())
                .isEqualTo(2);

        var feed = json(api.post("/calendars", "{\"kind\":\"THERAPIST\",\"id\":\"%s\"}".formatted(tom)));
        var calendar = Api.text(
                api.get(URI.create(feed.get("url").asString()).getPath().replaceFirst("^/api/v1", "")));
        assertThat(calendar).contains("SUMMARY:Swedish · K. L.").containsOnlyOnce("BEGIN:VEVENT");
    }

    @Test
    void a_report_splits_the_price_by_who_earned_it() {
        booked(at(9, 10, 0), companion(tom));
        var day = LocalDate.ofInstant(at(9, 10, 0), Neighbourhood.BERLIN);

        var rows = json(api.get("/reports/revenue?clinicId=%s&from=%s&to=%s&groupBy=THERAPIST"
                        .formatted(Neighbourhood.CLINIC, day, day)))
                .get("rows");

        assertThat(rows.valueStream()
                        .filter(row -> row.get("group").asString().equals(tom.toString()))
                        .map(row -> row.get("expectedCents").asInt()))
                .containsExactly(70_00);
    }

    @Test
    void a_later_session_that_can_not_be_is_named() {
        var answer = book(at(4, 22, 0), then(tom, tom));

        assertProblem(answer, 422, "outside-hours");
        assertThat(json(answer).get("session").asInt()).isEqualTo(3);

        var unknown = book(at(4, 10, 0), then(UUID.randomUUID()));
        assertProblem(unknown, 422, "unknown-therapist");
        assertThat(json(unknown).at("/errors/0/field").asString()).isEqualTo("then[0].therapistId");

        var both = book(at(4, 10, 0), companion(mira));
        assertProblem(both, 422, "treats-the-other");
        assertThat(json(both).at("/errors/0/field").asString()).isEqualTo("companion.sessions[0].therapistId");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    then                  | ,"then":[S,S,S,S]
                    then                  | ,"then":[S,S,S],"companion":{"name":"Kim","sessions":[S]}
                    then[0]               | ,"then":[null]
                    then[0].treatment     | ,"then":[{"therapistId":"00000000-0000-4000-8000-000000000001","lengthMinutes":60}]
                    then[0].lengthMinutes | ,"then":[{"therapistId":"00000000-0000-4000-8000-000000000001","treatment":"SWEDISH","lengthMinutes":"an hour"}]
                    then[0].start         | ,"then":[{"start":"2027-01-01T10:00:00Z"}]
                    companion.name        | ,"companion":{"sessions":[S]}
                    companion.name        | ,"companion":{"name":" ","sessions":[S]}
                    companion.email       | ,"companion":{"name":"Kim","email":"kim","sessions":[S]}
                    companion.phone       | ,"companion":{"name":"Kim","phone":"call me","sessions":[S]}
                    companion.language    | ,"companion":{"name":"Kim","language":"English","sessions":[S]}
                    companion.sessions    | ,"companion":{"name":"Kim","sessions":[]}
                    companion.sessions    | ,"companion":{"name":"Kim"}
                    sameRoom              | ,"sameRoom":true
                    sameRoom              | ,"sameRoom":"maybe","companion":{"name":"Kim","sessions":[S]}
                    """)
    void a_request_that_is_no_visit_is_refused_by_the_field(String field, String more) {
        var answer = book(at(4, 10, 0), more.replace("S,", session(tom) + ",").replace("S]", session(tom) + "]"));

        assertThat(answer).hasStatus(400);
        assertThat(json(answer).at("/errors/0/field").asString()).startsWith(field);
    }

    @Test
    void a_companion_with_the_clients_address_is_refused() {
        var answer = api.post("/bookings", """
                {"therapistId":"%s","clinicId":"%s","treatment":"SWEDISH","lengthMinutes":60,"start":"%s",\
                "client":{"name":"Jo Weber","email":"jo@client.example"},"screening":{"has":[]},\
                "companion":{"name":"Jo","email":"Jo@Client.example","sessions":[%s],"screening":{"has":[]}}}""".formatted(mira, Neighbourhood.CLINIC, at(4, 10, 0), session(tom)));

        assertProblem(answer, 422, "companion-is-client");
        assertThat(json(answer).at("/errors/0/field").asString()).isEqualTo("companion.email");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    sessions  | sessions=SWEDISH
                    sessions  | sessions=SWEDISH:an-hour
                    sessions  | sessions=SWEDISH:60:mira
                    sessions  | sessions=SWEDISH:60,
                    sessions  | sessions=SWEDISH:45
                    companion | sessions=SWEDISH:60&companion=SWEDISH:45
                    companion | sessions=SWEDISH:60&companion=
                    sessions  | sessions=SWEDISH:60,SWEDISH:60,SWEDISH:60,SWEDISH:60&companion=SWEDISH:60
                    sameRoom  | sessions=SWEDISH:60&sameRoom=true
                    limit     | sessions=SWEDISH:60&limit=0
                    to        | sessions=SWEDISH:60&from=2027-01-01&to=2026-01-01
                    near      | sessions=SWEDISH:60&near=here
                    """)
    void a_search_that_makes_no_sense_is_refused_by_the_parameter(String field, String query) {
        var answer = api.get("/availability/visits?" + query);

        assertThat(answer).hasStatus(400);
        assertThat(json(answer).at("/errors/0/field").asString()).isEqualTo(field);
    }

    @Test
    void a_search_for_what_is_not_there_says_what() {
        assertProblem(api.get("/availability/visits"), 400, "missing-parameter");
        assertProblem(api.get("/availability/visits?sessions=JUGGLING:60"), 404, "unknown-treatment");
        assertProblem(
                api.get("/availability/visits?sessions=SWEDISH:60:" + UUID.randomUUID()), 404, "unknown-therapist");
        assertProblem(
                api.get("/availability/visits?sessions=SWEDISH:60&clinicId=" + UUID.randomUUID()),
                404,
                "unknown-clinic");
    }

    @Test
    void a_move_with_the_wrong_therapists_is_refused() {
        var visit = booked(at(11, 10, 0), then(tom));
        var path = "/bookings/" + id(visit) + "/schedule";

        assertProblem(
                api.put(path, 1, "{\"start\":\"%s\",\"therapistIds\":[\"%s\"]}".formatted(at(11, 12, 0), tom)),
                422,
                "wrong-number-of-therapists");
        var twice = api.put(
                path,
                1,
                "{\"start\":\"%s\",\"therapistId\":\"%s\",\"therapistIds\":[\"%s\",\"%s\"]}"
                        .formatted(at(11, 12, 0), tom, tom, mira));
        assertThat(twice).hasStatus(400);
        assertThat(json(twice).at("/errors/0/field").asString()).isEqualTo("therapistIds");
        assertThat(api.put(
                        path,
                        1,
                        "{\"start\":\"%s\",\"therapistIds\":[\"%s\",\"%s\"]}".formatted(at(11, 12, 0), tom, mira)))
                .hasStatusOk();
    }
}
