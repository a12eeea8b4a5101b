package io.rhomboid.booking.block.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import com.mongodb.client.MongoDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.rhomboid.booking.availability.Availability;
import io.rhomboid.booking.reservation.mongo.ClaimsIndex;
import io.rhomboid.booking.reservation.mongo.Neighbourhood;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.testing.RealBroker;
import io.rhomboid.testing.RealStore;

import static io.rhomboid.booking.reservation.mongo.Neighbourhood.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Time off and closures, from HTTP to what is offered. */
@SpringBootTest(properties = {"management.server.port=0", "rhomboid.outbox.sweep=200ms"})
@AutoConfigureMockMvc
@DirtiesContext
@Tag("store")
class BlockingOverHttpTest {

    static final TherapistId MIRA = TherapistId.of("10000000-0000-4000-8000-000000000701");
    static final String TIME_OFF = "/api/v1/therapists/" + MIRA + "/time-off";
    static final String CLOSURES = "/api/v1/clinics/" + Neighbourhood.CLINIC + "/rooms/" + new UUID(3, 0) + "/closures";

    @DynamicPropertySource
    static void realParts(DynamicPropertyRegistry registry) {
        var database = RealStore.newDatabase();
        registry.add("spring.mongodb.uri", RealStore::uri);
        registry.add("rhomboid.database", () -> database);
        registry.add("spring.kafka.bootstrap-servers", RealBroker::bootstrapServers);
    }

    @Autowired
    MockMvcTester http;

    @Autowired
    Availability availability;

    @Autowired
    ClaimsIndex index;

    @Autowired
    MongoDatabase database;

    JsonMapper json = JsonMapper.shared();

    @BeforeEach
    void the_clinic_is_known() {
        Neighbourhood.tell(availability, List.of(MIRA), 1);
        await().atMost(Duration.ofSeconds(20)).until(index::isThere);
    }

    @Test
    void time_off_is_taken_listed_and_given_back() {
        var taken = post(TIME_OFF, body(at(2, 9, 0), at(3, 9, 0)));

        assertThat(taken).hasStatus(201).hasHeader("ETag", "\"1\"");
        var uri = taken.getResponse().getHeader("Location");
        var block = read(taken);
        assertThat(uri).isEqualTo(TIME_OFF + "/" + block.get("id").asString());
        assertThat(block.get("kind").asString()).isEqualTo("TIME_OFF");
        assertThat(block.get("start").asString()).isEqualTo(at(2, 9, 0).toString());
        assertThat(read(get(uri))).isEqualTo(block);
        assertThat(listed(TIME_OFF + "?from=" + at(2, 0, 0) + "&to=" + at(4, 0, 0)))
                .containsExactly(block);
        assertThat(listed(TIME_OFF + "?from=" + at(3, 9, 0) + "&to=" + at(4, 0, 0)))
                .isEmpty();
        assertProblem(book(at(2, 10, 0)), 409, "slot-taken");

        assertProblem(delete(uri, 2), 412, "version-changed");
        assertThat(delete(uri, 1)).hasStatus(204);
        assertProblem(delete(uri, 1), 404, "unknown-time-off");
        assertProblem(get(uri), 404, "unknown-time-off");
        assertThat(book(at(2, 10, 0))).hasStatus(201);
    }

    @Test
    void a_blocked_time_is_no_booking() {
        for (var block : List.of(
                post(TIME_OFF, body(at(9, 9, 0), at(9, 12, 0))), post(CLOSURES, body(at(9, 9, 0), at(9, 12, 0))))) {
            var path = "/api/v1/bookings/" + read(block).get("id").asString();
            for (var of : List.of("", "/history", "/cancellation", "/schedule", "/note")) {
                assertProblem(get(path + of), 404, "unknown-booking");
            }
        }
    }

    @Test
    void what_would_have_to_move_first_is_listed_before_and_when_asked_in_vain() {
        var booking = read(book(at(5, 10, 0)));
        var time = "?start=" + at(5, 9, 0) + "&end=" + at(5, 12, 0);

        var preview = read(get(TIME_OFF + "/preview" + time));
        assertThat(preview.at("/bookings/0/id")).isEqualTo(booking.get("id"));
        assertThat(preview.at("/bookings/0/reference")).isEqualTo(booking.get("reference"));
        assertThat(preview.at("/bookings/0/start")).isEqualTo(booking.get("start"));
        assertThat(read(get(CLOSURES + "/preview" + time)).get("bookings")).hasSize(1);

        var timeOff = post(TIME_OFF, body(at(5, 9, 0), at(5, 12, 0)));
        assertProblem(timeOff, 409, "time-off-touches-bookings");
        assertThat(read(timeOff).at("/bookings")).isEqualTo(preview.get("bookings"));
        assertProblem(post(CLOSURES, body(at(5, 9, 0), at(5, 12, 0))), 409, "closure-touches-bookings");
        assertThat(read(get(TIME_OFF + "/preview?start=" + at(6, 9, 0) + "&end=" + at(6, 12, 0)))
                        .get("bookings"))
                .isEmpty();
    }

    @Test
    void a_closed_room_can_not_be_booked_and_a_time_is_blocked_once() {
        assertThat(post(CLOSURES, body(at(7, 9, 0), at(7, 12, 0)))).hasStatus(201);

        assertProblem(book(at(7, 10, 0)), 409, "slot-taken");
        var again = post(CLOSURES, body(at(7, 11, 0), at(7, 15, 0)));
        assertProblem(again, 409, "closure-overlaps");
        assertThat(read(again).at("/blocks/0/start").asString())
                .isEqualTo(at(7, 9, 0).toString());
        assertThat(post(TIME_OFF, body(at(7, 9, 0), at(7, 12, 0)))).hasStatus(201);
    }

    static Stream<Arguments> wrong() {
        var good = body(at(8, 9, 0), at(8, 12, 0));
        var nobody = TIME_OFF.replace(MIRA.toString(), UUID.randomUUID().toString());
        return Stream.of(
                Arguments.of(TIME_OFF, body(at(8, 12, 0), at(8, 9, 0)), 400, "invalid-field", "end"),
                Arguments.of(TIME_OFF, body(at(8, 9, 0), at(8, 9, 0)), 400, "invalid-field", "end"),
                Arguments.of(TIME_OFF, good.replace("\"start\"", "\"from\""), 400, "unknown-field", "from"),
                Arguments.of(TIME_OFF, good.replaceFirst("\\{", "{\"claims\":[],"), 400, "unknown-field", "claims"),
                Arguments.of(TIME_OFF, good.replace("Z\"", "\""), 400, "invalid-field", "start"),
                Arguments.of(TIME_OFF, "{\"start\":\"" + at(8, 9, 0) + "\"}", 400, "invalid-field", "end"),
                Arguments.of(
                        TIME_OFF,
                        good.replace("}", ",\"note\":\"" + "x".repeat(201) + "\"}"),
                        400,
                        "invalid-field",
                        "note"),
                Arguments.of(TIME_OFF, body(at(-2, 9, 0), at(-1, 9, 0)), 422, "in-the-past", "end"),
                Arguments.of(TIME_OFF, body(at(1, 9, 0), at(94, 9, 0)), 422, "too-long", "end"),
                Arguments.of(TIME_OFF, body(at(800, 9, 0), at(801, 9, 0)), 422, "too-far-ahead", "end"),
                Arguments.of(
                        TIME_OFF,
                        body(Instant.parse("-999999999-01-01T00:00:00Z"), Instant.parse("+999999999-12-31T00:00:00Z")),
                        422,
                        "too-far-ahead",
                        "end"),
                Arguments.of(nobody, good, 404, "unknown-therapist", null),
                Arguments.of(
                        CLOSURES.replace(new UUID(3, 0).toString(), MIRA.toString()), good, 404, "unknown-room", null),
                Arguments.of(
                        CLOSURES.replace(Neighbourhood.CLINIC.toString(), MIRA.toString()),
                        good,
                        404,
                        "unknown-room",
                        null),
                Arguments.of(CLOSURES, body(at(1, 9, 0), at(94, 9, 0)), 422, "too-long", "end"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void a_wrong_request_is_told_what_is_wrong_and_blocks_nothing(
            String path, String body, int status, String type, String field) {
        var before = database.getCollection("bookings").countDocuments();

        var answer = post(path, body);

        assertProblem(answer, status, type);
        if (field != null) {
            assertThat(read(answer).at("/errors/0/field").asString()).isEqualTo(field);
        }
        assertThat(database.getCollection("bookings").countDocuments()).isEqualTo(before);
    }

    @Test
    void a_wrong_question_is_told_what_is_wrong() {
        var nine = at(8, 9, 0);
        assertProblem(get(TIME_OFF + "/preview?start=" + nine), 400, "missing-parameter");
        assertProblem(get(TIME_OFF + "/preview?start=tomorrow&end=" + nine), 400, "invalid-parameter");
        assertProblem(get(TIME_OFF + "/preview?start=" + nine + "&end=" + nine), 400, "invalid-field");
        assertProblem(get(TIME_OFF + "?from=yesterday"), 400, "invalid-parameter");
        assertProblem(get(TIME_OFF + "/x"), 400, "invalid-parameter");
        // A plus that was not escaped.
        assertThat(get(TIME_OFF + "?from=2026-11-24T09:15:00 01:00")).hasStatusOk();
    }

    @Test
    void every_problem_of_blocking_is_documented() {
        var responses = read(get("/v3/api-docs")).at("/paths/~1api~1v1~1therapists~1{id}~1time-off/post/responses");

        assertThat(Set.copyOf(responses.propertyNames()))
                .isEqualTo(Set.of("201", "400", "401", "403", "404", "409", "413", "422", "503"));
    }

    private MvcTestResult book(Instant start) {
        return post("/api/v1/bookings", """
                {"therapistId":"%s","clinicId":"%s","treatment":"SWEDISH","lengthMinutes":60,"start":"%s",\
                "client":{"name":"Jo","email":"%s@client.example"},"screening":{"has":[]}}""".formatted(MIRA, Neighbourhood.CLINIC, start, UUID.randomUUID()));
    }

    private static String body(Instant start, Instant end) {
        return "{\"start\":\"%s\",\"end\":\"%s\"}".formatted(start, end);
    }

    private List<JsonNode> listed(String uri) {
        return List.copyOf(read(get(uri)).get("blocks").values());
    }

    private MvcTestResult get(String uri) {
        return http.get().uri(uri).exchange();
    }

    private MvcTestResult delete(String uri, long version) {
        return http.delete().uri(uri).header("If-Match", "\"" + version + "\"").exchange();
    }

    private MvcTestResult post(String uri, String body) {
        return http.post()
                .uri(uri)
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private JsonNode read(MvcTestResult answer) {
        return json.readTree(answer.getResponse().getContentAsByteArray());
    }

    private static void assertProblem(MvcTestResult answer, int status, String type) {
        assertThat(answer).hasStatus(status);
        assertThat(answer).bodyJson().extractingPath("$.type").isEqualTo("urn:rhomboid:problem:" + type);
    }
}
