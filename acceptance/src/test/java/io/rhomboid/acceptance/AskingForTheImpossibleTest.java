package io.rhomboid.acceptance;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.rhomboid.acceptance.Visitor.Slot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/** Each mistake is answered with its own problem, which the API's own description had announced. */
@ExtendWith(RunningClinic.ForAllStories.class)
class AskingForTheImpossibleTest {

    static final String BOOKINGS = "/api/v1/bookings";
    static final String AVAILABILITY = "/api/v1/availability";

    final RunningClinic clinic;
    final Visitor jo;
    final Visitor admin;
    final Slot slot;
    final JsonNode described;

    AskingForTheImpossibleTest(RunningClinic clinic) {
        this.clinic = clinic;
        this.jo = clinic.visitor();
        this.admin = clinic.as(SignIn.Person.PLATFORM_ADMIN);
        this.slot = Slots.free(jo, 1, 24).getFirst();
        this.described = jo.description("booking");
    }

    @TestFactory
    Stream<DynamicTest> booking() {
        return Stream.of(
                refusedBody(
                        "an unknown therapist", 422, "unknown-therapist", body -> body.put("therapistId", nobody())),
                refusedBody("an unknown clinic", 422, "unknown-clinic", body -> body.put("clinicId", nobody())),
                refusedBody("an unknown technique", 422, "unknown-treatment", body -> body.put("treatment", "WATER")),
                refusedBody(
                        "yesterday", 422, "in-the-past", at(OffsetDateTime.now().minusDays(1))),
                refusedBody(
                        "in a minute",
                        422,
                        "too-short-notice",
                        at(OffsetDateTime.now().plusMinutes(1))),
                refusedBody("next year", 422, "beyond-horizon", at(slot.start().plusYears(1))),
                refusedBody("off the grid", 422, "off-grid", at(slot.start().plusMinutes(1))),
                refusedBody("at three in the morning", 422, "outside-hours", at(onTheWall(3))),
                refusedBody("a length nobody gives", 422, "wrong-length", body -> body.put("lengthMinutes", 55)),
                refusedBody("an unknown field", 400, "unknown-field", body -> body.put("priceCents", 1)),
                refusedBody("no start", 400, "invalid-field", body -> body.without(java.util.List.of("start"))),
                refusedBody("a start without an offset", 400, "invalid-field", body -> body.put("start", "tomorrow")),
                refusedBody("a number for a text", 400, "invalid-field", body -> body.put("therapistId", 7)),
                refusedBody("no mail address", 400, "invalid-field", body -> {
                    body.withObject("client").put("email", "jo at home");
                    return body;
                }),
                refused(
                        jo,
                        "broken JSON",
                        400,
                        "malformed-json",
                        BOOKINGS,
                        "post",
                        (request, _) -> request.header("Idempotency-Key", Visitor.newKey())
                                .POST(BodyPublishers.ofString("{\"therapistId\": "))),
                refused(
                        jo,
                        "twice the same field",
                        400,
                        "malformed-json",
                        BOOKINGS,
                        "post",
                        (request, body) -> request.header("Idempotency-Key", Visitor.newKey())
                                .POST(BodyPublishers.ofString(
                                        body.toString().replaceFirst("\\{", "{\"start\":\"2030-01-01T10:00:00Z\",")))),
                refused(
                        jo,
                        "no Idempotency-Key",
                        400,
                        "missing-idempotency-key",
                        BOOKINGS,
                        "post",
                        (request, body) -> request.POST(BodyPublishers.ofString(body.toString()))),
                refused(
                        jo,
                        "more than anybody has to say",
                        413,
                        "body-too-large",
                        BOOKINGS,
                        "post",
                        (request, body) -> request.header("Idempotency-Key", Visitor.newKey())
                                .POST(BodyPublishers.ofString(
                                        body.put("x", "x".repeat(300_000)).toString()))));
    }

    @TestFactory
    Stream<DynamicTest> asking_who_is_free() {
        return Stream.of(
                refusedQuery("an unknown therapist", 404, "unknown-therapist", "&therapistId=" + nobody()),
                refusedQuery("a length nobody gives", 400, "wrong-length", "&durationMinutes=55"),
                refusedQuery(
                        "the end before the beginning", 400, "invalid-parameter", "&from=2030-02-01&to=2030-01-01"),
                refusedQuery("no duration", 400, "missing-parameter", ""),
                refusedQuery("a date that is none", 400, "invalid-parameter", "&durationMinutes=60&from=2026-02-30"));
    }

    @TestFactory
    Stream<DynamicTest> changing_a_booking() {
        return Stream.of(
                refused(
                        admin,
                        "a booking that nobody has",
                        404,
                        "unknown-booking",
                        BOOKINGS + "/{id}/confirmation",
                        "put",
                        (request, _) -> request.header("If-Match", "\"1\"").PUT(BodyPublishers.noBody())),
                refused(
                        admin,
                        "without saying which version",
                        428,
                        "missing-if-match",
                        BOOKINGS + "/{id}/cancellation",
                        "put",
                        (request, _) -> request.PUT(BodyPublishers.noBody())));
    }

    @Test
    void a_key_for_another_request_is_refused_and_nothing_is_booked() {
        var key = Visitor.newKey();
        assertThat(jo.tryToBook(Slots.TECHNIQUE, slot, key).status()).isEqualTo(201);

        var other = jo.post(BOOKINGS, key, jo.request(Slots.TECHNIQUE, slot).put("hold", true));

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.problem()).isEqualTo("idempotency-key-reused");
        assertDescribed(BOOKINGS, "post", 422, "idempotency-key-reused");
    }

    @Test
    void an_address_that_nobody_has_is_not_found() {
        for (var path : new String[] {"/api/v1/massages", "/api/v2/bookings", "/actuator/health", "/v3/api-docs"}) {
            var answer = jo.get(path);
            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(answer.problem()).as(path).isEqualTo("not-found");
        }
    }

    private DynamicTest refusedBody(String mistake, int status, String type, UnaryOperator<ObjectNode> wrong) {
        return refused(
                jo,
                mistake,
                status,
                type,
                BOOKINGS,
                "post",
                (request, body) -> request.header("Idempotency-Key", Visitor.newKey())
                        .POST(BodyPublishers.ofString(wrong.apply(body).toString())));
    }

    private DynamicTest refusedQuery(String mistake, int status, String type, String query) {
        var length = query.contains("durationMinutes") || type.equals("missing-parameter") ? "" : "&durationMinutes=60";
        return dynamicTest(mistake, () -> {
            var answer = jo.get(AVAILABILITY + "?treatment=TRIGGER_POINT" + length + query);
            assertRefused(answer, status, type);
            assertDescribed(AVAILABILITY, "get", status, type);
        });
    }

    private DynamicTest refused(
            Visitor who,
            String mistake,
            int status,
            String type,
            String path,
            String method,
            BiFunction<HttpRequest.Builder, ObjectNode, HttpRequest.Builder> wrong) {
        return dynamicTest(mistake, () -> {
            var request = who.request(path.replace("{id}", nobody())).header("Content-Type", "application/json");
            var answer = who.send(wrong.apply(request, who.request(Slots.TECHNIQUE, slot)));
            assertRefused(answer, status, type);
            assertDescribed(path, method, status, type);
        });
    }

    private static void assertRefused(Visitor.Answer answer, int status, String type) {
        assertThat(answer.problem()).as("%s", answer).isEqualTo(type);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body().get("status").asInt()).isEqualTo(status);
        assertThat(answer.body().get("detail").asString()).isNotBlank();
        assertThat(answer.header("Content-Type"))
                .hasValueSatisfying(it -> assertThat(it).startsWith("application/problem+json"));
    }

    /** The OpenAPI document says of this operation that it can answer so. */
    private void assertDescribed(String path, String method, int status, String type) {
        var examples = described
                .path("paths")
                .path(path)
                .path(method)
                .path("responses")
                .path(String.valueOf(status))
                .path("content")
                .path("application/problem+json")
                .path("examples");
        assertThat(examples.valueStream()
                        .map(example -> example.at("/value/type").asString("")))
                .as("what %s %s says of %d", method, path, status)
                .contains("urn:rhomboid:problem:" + type);
    }

    private static UnaryOperator<ObjectNode> at(OffsetDateTime start) {
        return body -> body.put("start", start.toString());
    }

    private OffsetDateTime onTheWall(int hour) {
        return slot.start().toLocalDate().atTime(hour, 0).atZone(slot.zone()).toOffsetDateTime();
    }

    private static String nobody() {
        return UUID.randomUUID().toString();
    }
}
