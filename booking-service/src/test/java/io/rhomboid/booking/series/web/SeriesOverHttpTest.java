package io.rhomboid.booking.series.web;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

import io.rhomboid.booking.Api;
import io.rhomboid.booking.WholeService;
import io.rhomboid.contracts.therapist.TherapistId;

import static io.rhomboid.booking.Api.assertProblem;
import static io.rhomboid.booking.Api.json;
import static io.rhomboid.booking.reservation.mongo.Neighbourhood.BERLIN;
import static io.rhomboid.booking.reservation.mongo.Neighbourhood.CLINIC;
import static io.rhomboid.booking.reservation.mongo.Neighbourhood.at;
import static org.assertj.core.api.Assertions.assertThat;

@WholeService
class SeriesOverHttpTest {

    @Autowired
    Api api;

    @Test
    void is_proposed_held_confirmed_moved_in_part_and_cancelled() {
        var mira = api.therapist();
        var proposal = json(propose(mira, at(3, 9, 0), "[{\"count\":3,\"everyWeeks\":1}]"));
        assertThat(proposal.get("complete").asBoolean()).isTrue();
        assertThat(proposal.get("price").get("cents").asLong()).isEqualTo(210_00);
        assertThat(proposal.get("visits"))
                .extracting(visit -> visit.get("start").asString())
                .containsExactly(text(at(3, 9, 0)), text(at(10, 9, 0)), text(at(17, 9, 0)));

        var answer = hold(mira, "jo", starts(proposal));
        assertThat(answer).hasStatus(201);
        var held = json(answer);
        assertThat(answer.getResponse().getHeader("Location"))
                .isEqualTo("/api/v1/series/" + held.get("id").asString());
        assertThat(held.get("status").asString()).isEqualTo("HELD");
        assertThat(held.get("holdRenewable").asBoolean()).isTrue();
        assertThat(standings(held)).containsExactly("HELD", "HELD", "HELD");
        var visit = held.get("visits").get(1).get("booking");
        assertThat(visit.get("seriesId").asString()).isEqualTo(held.get("id").asString());

        var path = "/series/" + held.get("id").asString();
        assertProblem(
                api.put("/bookings/" + visit.get("id").asString() + "/confirmation", 1, ""), 409, "held-by-series");
        var renewed = json(api.put(path + "/hold", version(held), ""));
        assertThat(renewed.get("holdRenewable").asBoolean()).isFalse();
        assertProblem(api.put(path + "/confirmation", version(held), Api.SCREENED), 412, "version-changed");
        var unanswered = api.put(path + "/confirmation", version(renewed), "");
        assertProblem(unanswered, 422, "screening-needed");
        assertThat(json(unanswered).has("questions")).isTrue();
        var confirmed = json(api.put(path + "/confirmation", version(renewed), Api.SCREENED));
        assertThat(confirmed.get("status").asString()).isEqualTo("CONFIRMED");
        assertThat(standings(confirmed)).containsExactly("NEXT", "TO_COME", "TO_COME");
        assertThat(confirmed.get("next").asString())
                .isEqualTo(
                        confirmed.get("visits").get(0).get("booking").get("id").asString());

        var second = confirmed.get("visits").get(1).get("booking");
        assertThat(api.put(
                        "/bookings/" + second.get("id").asString() + "/schedule",
                        version(second),
                        "{\"start\":\"%s\"}".formatted(at(11, 15, 0))))
                .hasStatusOk();
        var third = confirmed.get("visits").get(2).get("booking");
        assertThat(api.put("/bookings/" + third.get("id").asString() + "/cancellation", version(third), "{}"))
                .hasStatusOk();
        var now = json(api.get(path));
        assertThat(starts(now.get("visits"), "booking"))
                .containsExactly(text(at(3, 9, 0)), text(at(11, 15, 0)), text(at(17, 9, 0)));
        assertThat(standings(now)).containsExactly("NEXT", "TO_COME", "CANCELLED");
        assertThat(now.get("price").get("cents").asLong()).isEqualTo(140_00);

        var cost = json(api.get(path + "/cancellation"));
        assertThat(cost.get("fee").get("cents").asLong()).isZero();
        assertThat(cost.get("visits")).hasSize(2);
        assertThat(cost.get("words").asString()).isEqualTo("Cancelling all of it (2 visits) costs nothing.");
        var cancelled = json(api.put(path + "/cancellation", version(now), "{}"));
        assertThat(cancelled.get("status").asString()).isEqualTo("CANCELLED");
        assertThat(standings(cancelled)).containsOnly("CANCELLED");
        assertProblem(api.put(path + "/cancellation", version(cancelled), "{}"), 409, "already-cancelled");
    }

    @Test
    void a_taken_date_is_proposed_with_what_could_be_had_and_refused_by_its_place_in_the_request() {
        var mira = api.therapist();
        api.book(mira, at(10, 9, 0), UUID.randomUUID() + "@client.example");
        var proposal = json(propose(mira, at(3, 9, 0), "[{\"count\":2,\"everyWeeks\":1}]"));
        assertThat(proposal.get("complete").asBoolean()).isFalse();
        var taken = proposal.get("visits").get(1);
        assertThat(taken.get("free").asBoolean()).isFalse();
        assertThat(taken.get("reasons").get(0).get("code").asString()).isEqualTo("not-free");
        assertThat(taken.get("alternatives").get(0).get("kind").asString()).isEqualTo("SAME_DAY");

        var answer = hold(mira, "jo", List.of(text(at(10, 9, 0)), text(at(3, 9, 0))));
        assertProblem(answer, 409, "slot-taken");
        var problem = json(answer);
        assertThat(problem.get("visit").asInt()).isZero();
        assertThat(problem.get("start").asString()).isEqualTo(text(at(10, 9, 0)));
        assertThat(problem.get("alternatives").get(0))
                .isEqualTo(taken.get("alternatives").get(0));

        var instead = taken.get("alternatives").get(0).get("start").asString();
        var held = json(hold(mira, "jo", List.of(text(at(3, 9, 0)), instead)));
        assertThat(json(api.delete("/series/" + held.get("id").asString() + "/hold", version(held)))
                        .get("status")
                        .asString())
                .isEqualTo("RELEASED");
    }

    @Test
    void what_no_series_can_have_names_the_visit_and_the_remedy() {
        var mira = api.therapist();
        var late = hold(mira, "jo", List.of(text(at(3, 9, 0)), text(at(100, 9, 0))));
        assertProblem(late, 422, "beyond-horizon");
        assertThat(json(late).get("errors").get(0).get("field").asString()).isEqualTo("visits[1].start");
        assertThat(json(late).get("lastDay")).isNotNull();

        var same = hold(mira, "jo", List.of(text(at(3, 9, 0)), text(at(3, 9, 30))));
        assertProblem(same, 422, "visits-overlap");
        assertThat(json(same).get("visit").asInt()).isEqualTo(1);

        for (var start : List.of("9999-12-31T09:00:00Z", "+999999999-12-31T23:00:00Z")) {
            assertProblem(hold(mira, "jo", List.of(text(at(3, 9, 0)), start)), 422, "beyond-horizon");
            assertProblem(propose(mira, start, "[{\"count\":2,\"everyWeeks\":1}]"), 422, "beyond-horizon");
        }
        assertProblem(propose(mira, "0001-01-01T09:00:00Z", "[{\"count\":2,\"everyWeeks\":1}]"), 422, "in-the-past");
        assertProblem(api.get("/series/" + UUID.randomUUID()), 404, "unknown-series");
        assertProblem(
                propose(new TherapistId(UUID.randomUUID()), at(3, 9, 0), "[{\"count\":2,\"everyWeeks\":1}]"),
                422,
                "unknown-therapist");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "[]; phases",
                "[{\"count\":0,\"everyWeeks\":1}]; phases[0].count",
                "[{\"count\":31,\"everyWeeks\":1}]; phases[0].count",
                "[{\"count\":1,\"everyWeeks\":1}]; phases",
                "[{\"count\":20,\"everyWeeks\":1},{\"count\":20,\"everyWeeks\":2}]; phases",
                "[{\"count\":4,\"everyWeeks\":9}]; phases[0].everyWeeks",
                "[{\"count\":4}]; phases[0].everyWeeks",
                "[{\"count\":4,\"everyWeeks\":1,\"perWeek\":2}]; phases[0].everyWeeks",
                "[{\"count\":4,\"perWeek\":3}]; phases[0].perWeek",
                "[null]; phases[0]"
            })
    void a_rhythm_that_is_none_is_named(String phases, String field) {
        var answer = propose(api.therapist(), at(3, 9, 0), phases);
        assertThat(answer).hasStatus(400);
        assertThat(json(answer).get("errors"))
                .extracting(error -> error.get("field").asString())
                .contains(field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\"visits\":[]; visits",
                "\"visits\":[{\"therapistId\":\"00000000-0000-0002-0000-000000000001\",\"start\":\"2026-12-01T09:00:00+01:00\"}]; visits",
                "\"visits\":[{\"start\":\"2026-12-01T09:00:00+01:00\"},{\"start\":\"2026-12-08T09:00:00+01:00\"}]; visits[0].therapistId",
                "\"visits\":[{\"therapistId\":\"00000000-0000-0002-0000-000000000001\"},null]; visits[0].start",
                "\"visits\":null; visits"
            })
    void a_request_that_is_none_is_named(String visits, String field) {
        var answer = api.post("/series", """
                {"clinicId":"%s","treatment":"SWEDISH","lengthMinutes":60,%s,\
                "client":{"name":"Jo","email":"jo@client.example"}}""".formatted(CLINIC, visits));
        assertThat(answer).hasStatus(400);
        assertThat(json(answer).get("errors"))
                .extracting(error -> error.get("field").asString())
                .contains(field);
    }

    private MvcTestResult propose(TherapistId therapist, Instant start, String phases) {
        return propose(therapist, text(start), phases);
    }

    private MvcTestResult propose(TherapistId therapist, String start, String phases) {
        return api.post("/series/proposals", """
                {"clinicId":"%s","therapistId":"%s","treatment":"SWEDISH","lengthMinutes":60,"start":"%s","phases":%s}""".formatted(CLINIC, therapist, start, phases));
    }

    private MvcTestResult hold(TherapistId therapist, String name, List<String> starts) {
        var visits = starts.stream()
                .map(start -> "{\"therapistId\":\"%s\",\"start\":\"%s\"}".formatted(therapist, start))
                .collect(Collectors.joining(","));
        return api.post("/series", """
                {"clinicId":"%s","treatment":"SWEDISH","lengthMinutes":60,"visits":[%s],\
                "client":{"name":"Jo","email":"%s"}}""".formatted(CLINIC, visits, name + therapist + "@client.example"));
    }

    private static List<String> starts(JsonNode proposal) {
        return IntStream.range(0, proposal.get("visits").size())
                .mapToObj(i -> proposal.get("visits").get(i).get("start").asString())
                .toList();
    }

    private static List<String> starts(JsonNode visits, String field) {
        return IntStream.range(0, visits.size())
                .mapToObj(i -> visits.get(i).get(field).get("start").asString())
                .toList();
    }

    private static List<String> standings(JsonNode series) {
        return IntStream.range(0, series.get("visits").size())
                .mapToObj(i -> series.get("visits").get(i).get("standing").asString())
                .toList();
    }

    private static long version(JsonNode view) {
        return view.get("version").asLong();
    }

    /** As the service writes it. */
    private static String text(Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(BERLIN));
    }
}
