package io.rhomboid.booking.reservation.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
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

/** The last steps of a booking over HTTP, on a clock that the test sets. */
@SpringBootTest(properties = "management.server.port=0")
@AutoConfigureMockMvc
@DirtiesContext
@Tag("store")
class ComingOrNotTest {

    static final TherapistId MIRA = TherapistId.of("10000000-0000-4000-8000-000000000602");
    static final Instant TODAY = Instant.now();
    static final AtomicReference<Instant> NOW = new AtomicReference<>(TODAY);

    @TestConfiguration(proxyBeanMethods = false)
    static class AClockToSet {

        @Bean
        Clock clock() {
            InstantSource settable = NOW::get;
            return settable.withZone(ZoneOffset.UTC);
        }
    }

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
        NOW.set(TODAY);
        Neighbourhood.tell(availability, List.of(MIRA), 1);
        await().atMost(Duration.ofSeconds(20)).until(index::isThere);
    }

    @Test
    void a_client_comes_and_is_treated() {
        var start = at(3, 10, 0);
        var uri = booked(start);

        assertRefused(put(uri + "/arrival", 1), "too-early");
        NOW.set(start.minusSeconds(300));
        assertStatus(put(uri + "/arrival", 1), 2, "ARRIVED");
        assertRefused(put(uri + "/completion", 2), "not-begun");
        assertRefused(put(uri + "/cancellation", 2), "already-arrived");
        NOW.set(start.plusSeconds(3000));
        assertStatus(put(uri + "/completion", 2), 3, "COMPLETED");
        assertRefused(put(uri + "/no-show", 3), "already-completed");
    }

    @Test
    void a_client_who_does_not_come_owes_what_was_agreed_until_they_come_after_all() {
        var start = at(4, 10, 0);
        var uri = booked(start);
        var claims = document(uri).getList("claims", String.class);

        assertRefused(put(uri + "/no-show", 1), "not-begun");
        NOW.set(start.plusSeconds(900));
        var missed = put(uri + "/no-show", 1);
        assertStatus(missed, 2, "NO_SHOW");
        assertThat(read(missed).at("/fee/cents").asLong()).isEqualTo(56_00);
        assertThat(document(uri).getList("claims", String.class)).isEqualTo(claims);
        assertRefused(put(uri + "/no-show", 2), "already-missed");

        var late = put(uri + "/arrival", 2);
        assertStatus(late, 3, "ARRIVED");
        assertThat(read(late).has("fee")).isFalse();
        assertThat(document(uri)).doesNotContainKeys("feeCents", "endedAt");
        NOW.set(start.plusSeconds(3600));
        assertStatus(put(uri + "/completion", 3), 4, "COMPLETED");
    }

    @Test
    void a_repeat_under_the_same_key_answers_the_same() {
        var start = at(5, 10, 0);
        var uri = booked(start);
        NOW.set(start);

        for (int i = 0; i < 2; i++) {
            var answer = http.put()
                    .uri(uri + "/completion")
                    .header("If-Match", "\"1\"")
                    .header("Idempotency-Key", "complete-" + uri)
                    .exchange();
            assertStatus(answer, 2, "COMPLETED");
        }
        assertThat(put(uri + "/no-show", 1)).hasStatus(412);
        assertThat(http.put().uri(uri + "/arrival").exchange()).hasStatus(428);
        assertThat(put("/api/v1/bookings/" + UUID.randomUUID() + "/arrival", 1)).hasStatus(404);
    }

    @Test
    void somebody_without_a_booking_is_taken_in_at_once() {
        NOW.set(at(6, 10, 7));
        var walkIn = """
                {"clinicId":"%s","treatment":"SWEDISH","lengthMinutes":60,"client":{"name":"Kim"},"screening":{"has":[]}}""".formatted(Neighbourhood.CLINIC);

        var answer = walkIn(walkIn);

        assertThat(answer).hasStatus(201).hasHeader("ETag", "\"1\"");
        var booking = read(answer);
        assertThat(booking.get("status").asString()).isEqualTo("ARRIVED");
        assertThat(Instant.from(OffsetDateTime.parse(booking.get("start").asString())))
                .isEqualTo(at(6, 10, 10));
        assertThat(booking.at("/toPay/cents").asLong()).isEqualTo(70_00);
        var uri = answer.getResponse().getHeader("Location");
        assertThat(read(http.get().uri(uri + "/history").exchange())
                        .at("/0/actor")
                        .asString())
                .isEqualTo("PLATFORM_ADMIN");
        assertThat(database.getCollection("clients")
                        .find(new Document("_id", document(uri).getString("clientId")))
                        .first())
                .containsEntry("name", "Kim")
                .containsEntry("email", null);

        var impatient = walkIn(walkIn.replaceFirst("\\{", "{\"maxWaitMinutes\":30,"));
        assertRefused(impatient, "nobody-free");
        assertThat(read(impatient).get("alternatives")).hasSize(3);
        for (var wrong : List.of(
                List.of("\"Kim\"", "\" \"", "client.name"),
                List.of("{\"name\":\"Kim\"}", "{\"name\":\"Kim\",\"email\":\"kim\"}", "client.email"),
                List.of("SWEDISH\"", "SWEDISH\",\"maxWaitMinutes\":-1", "maxWaitMinutes"),
                List.of("SWEDISH\"", "SWEDISH\",\"maxWaitMinutes\":1441", "maxWaitMinutes"),
                List.of("SWEDISH\"", "SWEDISH\",\"start\":\"now\"", "start"),
                List.of("SWEDISH\"", "SWEDISH\",\"start\":\"2030-01-01T10:02:00Z\"", "start"),
                List.of(
                        "SWEDISH\"",
                        "SWEDISH\",\"maxWaitMinutes\":5,\"start\":\"2030-01-01T10:00:00Z\"",
                        "maxWaitMinutes"))) {
            var refused = walkIn(walkIn.replace(wrong.get(0), wrong.get(1)));
            assertThat(refused).as(wrong.get(1)).hasStatus(400);
            assertThat(refused).bodyJson().extractingPath("$.errors[0].field").isEqualTo(wrong.get(2));
        }
        assertThat(walkIn(walkIn.replace(":60", ":50"))).hasStatus(422);
        assertThat(walkIn(walkIn.replace("SWEDISH", "MAGIC"))).hasStatus(422);
    }

    @Test
    void somebody_who_was_treated_and_not_entered_is_entered_afterwards() {
        NOW.set(at(7, 16, 0));
        var walkIn = """
                {"clinicId":"%s","treatment":"SWEDISH","lengthMinutes":60,"client":{"name":"Kim"},"start":"%s","screening":{"has":[]}}""";

        var answer = walkIn(walkIn.formatted(Neighbourhood.CLINIC, at(7, 9, 0)));

        assertThat(answer).hasStatus(201);
        assertThat(read(answer).get("status").asString()).isEqualTo("ARRIVED");
        assertStatus(put(answer.getResponse().getHeader("Location") + "/completion", 1), 2, "COMPLETED");
        assertRefused(walkIn(walkIn.formatted(Neighbourhood.CLINIC, at(-8, 9, 0))), "nobody-free");
    }

    private MvcTestResult walkIn(String body) {
        return http.post()
                .uri("/api/v1/bookings/walk-ins")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private String booked(Instant start) {
        var answer = http.post()
                .uri("/api/v1/bookings")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .content("""
                        {"therapistId":"%s","clinicId":"%s","treatment":"SWEDISH","lengthMinutes":60,"start":"%s",\
                        "client":{"name":"Jo","email":"jo@client.example"},"screening":{"has":[]}}""".formatted(MIRA, Neighbourhood.CLINIC, start))
                .exchange();
        assertThat(answer).hasStatus(201);
        return answer.getResponse().getHeader("Location");
    }

    private MvcTestResult put(String uri, long version) {
        return http.put().uri(uri).header("If-Match", "\"" + version + "\"").exchange();
    }

    private Document document(String uri) {
        var id = uri.substring(uri.lastIndexOf('/') + 1);
        return database.getCollection("bookings").find(new Document("_id", id)).first();
    }

    private void assertStatus(MvcTestResult answer, long version, String status) {
        assertThat(answer).hasStatusOk().hasHeader("ETag", "\"" + version + "\"");
        assertThat(read(answer).get("status").asString()).isEqualTo(status);
    }

    private static void assertRefused(MvcTestResult answer, String type) {
        assertThat(answer).hasStatus(409);
        assertThat(answer).bodyJson().extractingPath("$.type").isEqualTo("urn:rhomboid:problem:" + type);
    }

    private JsonNode read(MvcTestResult answer) {
        return json.readTree(answer.getResponse().getContentAsByteArray());
    }
}
