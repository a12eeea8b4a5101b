package io.rhomboid.platform.web;

import java.time.DayOfWeek;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;

import com.mongodb.MongoTimeoutException;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.rhomboid.contracts.Money;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.platform.TestApplication;
import io.rhomboid.platform.identity.Allowed;
import io.rhomboid.platform.identity.Who;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(classes = TestApplication.class)
@AutoConfigureMockMvc
@Import(SpeakingHttpTest.Things.class)
class SpeakingHttpTest {

    @DynamicPropertySource
    static void parts(DynamicPropertyRegistry registry) {
        TestApplication.realParts(registry);
    }

    enum Colour {
        RED,
        BLUE
    }

    record Thing(
            @NotNull @Email String email,
            int size,
            @Nullable Colour colour,
            @Nullable OffsetDateTime at,
            @Nullable List<@Valid Money> prices,
            @Nullable List<String> words) {}

    @Allowed(Who.ANYONE)
    @RestController
    static class Things {

        private final BodyHash hash;

        Things(BodyHash hash) {
            this.hash = hash;
        }

        @PostMapping("/things")
        @CanRefuse("409 thing-taken: somebody else has it")
        ResponseEntity<String> add(IdempotencyKey key, @Valid @RequestBody Thing thing) {
            return ResponseEntity.ok(key.idFor("thing") + " " + hash.of(thing));
        }

        @PutMapping("/things/{id}")
        ResponseEntity<Long> change(@PathVariable ClientId id, ExpectedVersion expected) {
            return ResponseEntity.ok(expected.value());
        }

        @GetMapping("/things")
        String find(@RequestParam int size) {
            return "" + size;
        }

        @GetMapping("/days")
        String days(
                @RequestParam(required = false) DayOfWeek day, @RequestParam(required = false) Set<DayOfWeek> days) {
            return "" + day + days;
        }

        @GetMapping("/away")
        String away() {
            throw new MongoTimeoutException("host secret.example is away");
        }

        @GetMapping("/broken")
        String broken() {
            throw new IllegalStateException("secret");
        }
    }

    @Autowired
    MockMvcTester http;

    @Autowired
    MeterRegistry meters;

    static final String GOOD = "{\"email\":\"jo@client.example\",\"size\":3}";

    static Stream<Arguments> wrongBodies() {
        return Stream.of(
                Arguments.of("", 400, "malformed-json", null),
                Arguments.of("{", 400, "malformed-json", null),
                Arguments.of("[]", 400, "invalid-field", "body"),
                Arguments.of(GOOD + " {}", 400, "malformed-json", null),
                Arguments.of("{\"email\":\"jo@client.example\",\"size\":3,\"size\":4}", 400, "malformed-json", null),
                Arguments.of(GOOD.replace("}", ",\"status\":\"VIP\"}"), 400, "unknown-field", "status"),
                Arguments.of(GOOD.replace("3", "\"3\""), 400, "invalid-field", "size"),
                Arguments.of(GOOD.replace("3", "3.0"), 400, "invalid-field", "size"),
                Arguments.of(GOOD.replace("3", "null"), 400, "invalid-field", "size"),
                Arguments.of(GOOD.replace("3", "9".repeat(1_000_000)), 400, "malformed-json", null),
                Arguments.of(GOOD.replace("3", "9".repeat(1_000)), 400, "malformed-json", null),
                Arguments.of(GOOD.replace("}", ",\"colour\":\"GREEN\"}"), 400, "invalid-field", "colour"),
                Arguments.of(GOOD.replace("}", ",\"colour\":0}"), 400, "invalid-field", "colour"),
                Arguments.of(GOOD.replace("}", ",\"at\":1795245694}"), 400, "invalid-field", "at"),
                Arguments.of(GOOD.replace("}", ",\"at\":[2026,11,21]}"), 400, "invalid-field", "at"),
                Arguments.of(GOOD.replace("}", ",\"at\":\"tomorrow\"}"), 400, "invalid-field", "at"),
                Arguments.of(GOOD.replace("jo@client.example", "jo"), 400, "invalid-field", "email"),
                Arguments.of("{\"size\":3}", 400, "invalid-field", "email"),
                Arguments.of("{\"email\":7,\"size\":3}", 400, "invalid-field", "email"),
                Arguments.of(
                        GOOD.replace(
                                "}",
                                ",\"prices\":[{\"cents\":1,\"currency\":\"EUR\"},{\"cents\":-1,\"currency\":\"EUR\"}]}"),
                        400,
                        "invalid-field",
                        "prices[1]"),
                Arguments.of(
                        GOOD.replace("}", ",\"prices\":" + "[".repeat(2000) + "}"), 400, "invalid-field", "prices[0]"),
                Arguments.of(GOOD.replace("jo@", "j\\u0000o@"), 400, "invalid-field", "email"),
                Arguments.of(GOOD.replace("jo@", "j\\ud83do@"), 400, "invalid-field", "email"),
                Arguments.of(GOOD.replace("jo@", "j\\udc86\\ud83do@"), 400, "invalid-field", "email"),
                Arguments.of(GOOD.replace("jo@", "j\0o@"), 400, "malformed-json", null),
                Arguments.of(GOOD.replace("}", ",\"words\":[\"a\",\"b\\u0000\"]}"), 400, "invalid-field", "words[1]"),
                Arguments.of(GOOD.replace("\"jo@client.example\"", "{\"$gt\":\"\"}"), 400, "invalid-field", "email"),
                Arguments.of("{\"email\":\"" + "x".repeat(100_000) + "\"}", 400, "malformed-json", null),
                Arguments.of("{" + " ".repeat(300_000) + "}", 413, "body-too-large", null));
    }

    @Test
    void a_text_with_characters_beyond_the_first_plane_is_taken() {
        var answer = http.post()
                .uri("/things")
                .header("Idempotency-Key", "k1")
                .contentType(MediaType.APPLICATION_JSON)
                .content(GOOD.replace("}", ",\"words\":[\"\\ud83d\\udc86\", \"\ud83d\udc86\"]}"))
                .exchange();

        assertThat(answer).hasStatusOk();
    }

    @ParameterizedTest
    @MethodSource("wrongBodies")
    void a_wrong_body_is_told_what_is_wrong_and_where(String body, int status, String type, @Nullable String field) {
        var answer = http.post()
                .uri("/things")
                .header("Idempotency-Key", "k1")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();

        assertThat(answer).hasStatus(status).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer).bodyJson().extractingPath("$.type").isEqualTo("urn:rhomboid:problem:" + type);
        assertThat(answer).bodyJson().extractingPath("$.instance").isEqualTo("/things");
        if (field != null) {
            assertThat(answer).bodyJson().extractingPath("$.errors[0].field").isEqualTo(field);
        }
    }

    @Test
    void a_word_that_is_none_of_the_choices_is_told_what_they_are() {
        for (var question : List.of("/days?day=DOOMSDAY", "/days?days=MONDAY,DOOMSDAY")) {
            var answer = http.get().uri(question).exchange();

            assertProblem(answer, 400, "invalid-parameter");
            assertThat(answer)
                    .bodyText()
                    .contains("must be one of [MONDAY, TUESDAY")
                    .doesNotContain("java.time");
        }
        assertThat(http.get().uri("/days?day=MONDAY&days=MONDAY,TUESDAY").exchange())
                .hasStatusOk();
    }

    @Test
    void problems_are_counted() {
        var counted = meters.counter("rhomboid.problems", "type", "invalid-parameter", "status", "400");
        var before = counted.count();

        http.get().uri("/days?day=DOOMSDAY").exchange();

        assertThat(counted.count()).isEqualTo(before + 1);
    }

    @Test
    void a_blank_among_several_values_is_refused() {
        for (var question : List.of("/days?days=MONDAY,", "/days?days=,", "/days?days=MONDAY&days= ")) {
            var answer = http.get().uri(question).exchange();

            assertProblem(answer, 400, "invalid-parameter");
            assertThat(answer).bodyText().contains("none of them blank");
        }
        assertThat(http.get().uri("/days?days=").exchange()).hasStatusOk();
    }

    @Test
    void the_same_key_names_the_same_thing_and_the_same_words_have_the_same_hash() {
        var one = add("k1", GOOD);
        var blanks = add("k1", "{ \"size\" : 3, \"email\" : \"jo@client.example\" }");
        var other = add("k2", GOOD.replace("3", "4"));

        assertThat(blanks).isEqualTo(one);
        assertThat(other.split(" ")[0]).isNotEqualTo(one.split(" ")[0]);
        assertThat(other.split(" ")[1]).isNotEqualTo(one.split(" ")[1]);
        assertThat(UUID.fromString(one.split(" ")[0]).version()).isEqualTo(8);
    }

    private String add(String key, String body) {
        try {
            return http.post()
                    .uri("/things")
                    .header("Idempotency-Key", key)
                    .contentType(MediaType.APPLICATION_JSON)
                    .content(body)
                    .exchange()
                    .getResponse()
                    .getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_missing_or_strange_idempotency_key_is_refused() {
        var missing = http.post()
                .uri("/things")
                .contentType(MediaType.APPLICATION_JSON)
                .content(GOOD)
                .exchange();
        assertThat(missing).hasStatus(400);
        assertThat(missing)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("urn:rhomboid:problem:missing-idempotency-key");

        for (var strange : List.of("x".repeat(201), "a b", "é")) {
            assertThat(http.post()
                            .uri("/things")
                            .header("Idempotency-Key", strange)
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(GOOD)
                            .exchange())
                    .hasStatus(400);
        }
    }

    @Test
    void a_change_names_the_version_it_means() {
        var uri = "/things/" + UUID.randomUUID();
        assertThat(http.put().uri(uri).exchange()).hasStatus(428);
        assertThat(http.put().uri(uri).header("If-Match", "3").exchange()).hasStatus(400);
        assertThat(http.put().uri(uri).header("If-Match", "*").exchange()).hasStatus(400);
        assertThat(http.put().uri(uri).header("If-Match", "\"3\"").exchange())
                .hasStatusOk()
                .hasBodyTextEqualTo("3");
    }

    @Test
    void wrong_addresses_methods_and_parameters_are_problems_too() {
        assertProblem(http.get().uri("/nowhere").exchange(), 404, "not-found");
        assertProblem(http.delete().uri("/things").exchange(), 405, "method-not-allowed");
        assertProblem(http.get().uri("/things").exchange(), 400, "missing-parameter");
        assertProblem(http.get().uri("/things?size=big").exchange(), 400, "invalid-parameter");
        assertProblem(
                http.put().uri("/things/1-1-1-1-1").header("If-Match", "\"3\"").exchange(), 400, "invalid-parameter");
        assertProblem(
                http.post()
                        .uri("/things")
                        .header("Idempotency-Key", "k")
                        .contentType(MediaType.TEXT_PLAIN)
                        .content(GOOD)
                        .exchange(),
                415,
                "unsupported-media-type");
    }

    @Test
    void a_store_that_is_away_is_said_to_be_without_its_name() {
        var answer = http.get().uri("/away").exchange();

        assertProblem(answer, 503, "store-unavailable");
        assertThat(answer).hasHeader("Retry-After", "2").bodyText().doesNotContain("secret");
    }

    @Test
    void a_fault_shows_nothing_of_its_insides() {
        var answer = http.get().uri("/broken").exchange();

        assertProblem(answer, 500, "internal-error");
        assertThat(answer).bodyText().doesNotContain("secret");
    }

    @Test
    void a_request_keeps_its_id_if_it_is_sane() {
        assertThat(http.get()
                        .uri("/nowhere")
                        .header("X-Request-Id", "my-request-1")
                        .exchange())
                .hasHeader("X-Request-Id", "my-request-1")
                .bodyJson()
                .extractingPath("$.requestId")
                .isEqualTo("my-request-1");
        assertThat(http.get()
                        .uri("/nowhere")
                        .header("X-Request-Id", "a b\"")
                        .exchange()
                        .getResponse()
                        .getHeader("X-Request-Id"))
                .hasSize(36);
    }

    @Test
    void the_openapi_document_shows_the_problems_and_the_headers() {
        var answer = http.get().uri("/v3/api-docs").exchange();

        assertThat(answer).hasStatusOk();
        var add = assertThat(answer).bodyJson();
        add.extractingPath(
                        "$.paths['/things'].post.responses['409'].content['application/problem+json'].examples['thing-taken']")
                .isNotNull();
        add.extractingPath(
                        "$.paths['/things'].post.responses['400'].content['application/problem+json'].examples['missing-idempotency-key']")
                .isNotNull();
        add.extractingPath("$.paths['/things'].post.parameters[0].name").isEqualTo("Idempotency-Key");
        add.extractingPath("$.paths['/things/{id}'].put.responses['412']").isNotNull();
        add.extractingPath("$.components.schemas.Problem").isNotNull();
        add.extractingPath("$.info.title").isEqualTo("platform-test");
    }

    private static void assertProblem(
            org.springframework.test.web.servlet.assertj.MvcTestResult answer, int status, String type) {
        assertThat(answer).hasStatus(status).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer).bodyJson().extractingPath("$.type").isEqualTo("urn:rhomboid:problem:" + type);
    }
}
