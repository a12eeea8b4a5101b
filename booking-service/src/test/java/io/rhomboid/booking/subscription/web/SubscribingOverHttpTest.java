package io.rhomboid.booking.subscription.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
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
import io.rhomboid.booking.subscription.CalendarServer;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.testing.RealBroker;
import io.rhomboid.testing.RealStore;

import static io.rhomboid.booking.reservation.mongo.Neighbourhood.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A therapist's own calendar, from its address to what is offered. */
@SpringBootTest(
        properties = {
            "management.server.port=0",
            "rhomboid.outbox.sweep=200ms",
            "rhomboid.booking.internal-calendars=true"
        })
@AutoConfigureMockMvc
@DirtiesContext
@Tag("store")
class SubscribingOverHttpTest {

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

    final JsonMapper json = JsonMapper.shared();
    final TherapistId mira = new TherapistId(UUID.randomUUID());
    final String subscriptions = "/api/v1/therapists/" + mira + "/subscriptions";
    final CalendarServer server = new CalendarServer();

    @BeforeEach
    void the_clinic_is_known() {
        Neighbourhood.tell(availability, List.of(mira), 1);
        await().atMost(Duration.ofSeconds(20)).until(index::isThere);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void what_the_calendar_says_can_not_be_booked_until_it_says_otherwise() {
        server.text = calendar(at(2, 10, 0), at(2, 11, 0));
        var subscribed = subscribe(server.address());

        assertThat(subscribed).hasStatus(201);
        var uri = subscribed.getResponse().getHeader("Location");
        assertThat(read(subscribed).get("host").asString()).isEqualTo("127.0.0.1");
        assertThat(read(subscribed).get("busyTimes").asInt()).isEqualTo(1);
        assertThat(read(subscribed).toString()).doesNotContain("mira.ics");
        assertProblem(book(at(2, 10, 0)), 409, "slot-taken");

        var standing = standing();
        assertThat(readAgain(uri).get("conflicts")).isEmpty();
        assertThat(standing()).as("unchanged").isEqualTo(standing);
        assertThat(server.asked.getLast()).isNotEmpty();

        server.text = calendar(at(2, 14, 0), at(2, 15, 0));
        readAgain(uri);
        assertThat(book(at(2, 10, 0))).hasStatus(201);
        assertProblem(book(at(2, 14, 0)), 409, "slot-taken");

        assertThat(http.delete().uri(uri).exchange()).hasStatus(204);
        assertThat(book(at(2, 14, 0))).hasStatus(201);
        assertThat(http.get().uri(uri).exchange()).hasStatus(404);
        assertThat(standing()).isEmpty();
    }

    @Test
    void a_booking_in_the_way_stands_and_is_told_and_all_around_it_is_taken() {
        var booking = read(book(at(3, 11, 0)));
        server.text = calendar(at(3, 9, 0), at(3, 15, 0));

        var subscribed = read(subscribe(server.address()));

        assertThat(subscribed.get("conflicts")).hasSize(1);
        assertThat(subscribed.at("/conflicts/0/reference")).isEqualTo(booking.get("reference"));
        assertProblem(book(at(3, 9, 30)), 409, "slot-taken");
        assertProblem(book(at(3, 13, 0)), 409, "slot-taken");
        assertThat(standing()).hasSize(2);

        // When the booking goes, the next reading takes its time as well.
        assertThat(http.put()
                        .uri("/api/v1/bookings/" + booking.get("id").asString() + "/cancellation")
                        .header("If-Match", "\"1\"")
                        .exchange())
                .hasStatus(200);
        var uri = subscriptions + "/" + subscribed.get("id").asString();
        assertThat(readAgain(uri).get("conflicts")).isEmpty();
        assertProblem(book(at(3, 11, 0)), 409, "slot-taken");
        assertThat(standing()).hasSize(1);
    }

    @Test
    void what_was_read_last_stays_blocked_while_the_server_is_away() {
        server.text = calendar(at(4, 10, 0), at(4, 11, 0));
        var uri = subscribe(server.address()).getResponse().getHeader("Location");
        server.status = 500;

        assertThat(readAgain(uri).get("failure").asString()).contains("status 500");
        assertProblem(book(at(4, 10, 0)), 409, "slot-taken");

        server.status = 200;
        assertThat(readAgain(uri).has("failure")).isFalse();
    }

    @Test
    void two_calendars_that_say_the_same_are_no_conflict() {
        server.text = calendar(at(5, 10, 0), at(5, 11, 0));
        var first = subscribe(server.address()).getResponse().getHeader("Location");
        var second = subscribe(server.address());

        assertThat(second).hasStatus(201);
        assertThat(read(second).get("conflicts")).isEmpty();
        assertThat(http.delete().uri(first).exchange()).hasStatus(204);
        readAgain(second.getResponse().getHeader("Location") + "");
        server.text = server.text + " ";
        readAgain(second.getResponse().getHeader("Location"));
        assertProblem(book(at(5, 10, 0)), 409, "slot-taken");
    }

    @Test
    void the_same_request_twice_subscribes_once() {
        server.text = calendar(at(6, 10, 0), at(6, 11, 0));
        var key = UUID.randomUUID().toString();
        var first = subscribe(key, "Mine", server.address());
        var second = subscribe(key, "Mine", server.address());

        assertThat(second).hasStatus(201);
        assertThat(read(second).get("id")).isEqualTo(read(first).get("id"));
        assertProblem(subscribe(key, "Other", server.address()), 422, "idempotency-key-reused");
        assertThat(read(http.get().uri(subscriptions).exchange()).get("subscriptions"))
                .hasSize(1);
    }

    @Test
    void what_is_wrong_is_named() {
        server.text = "<!DOCTYPE html>";
        assertProblem(subscribe(server.address()), 422, "calendar-unreadable");
        assertProblem(subscribe("ftp://calendar.example/a.ics"), 400, "invalid-field");
        assertProblem(subscribe("not an address"), 400, "invalid-field");
        assertProblem(subscribe(UUID.randomUUID().toString(), " ", server.address()), 400, "invalid-field");
        var stranger = "/api/v1/therapists/" + UUID.randomUUID() + "/subscriptions";
        assertProblem(post(stranger, UUID.randomUUID().toString(), "Mine", server.address()), 404, "unknown-therapist");

        server.text = calendar(at(7, 10, 0), at(7, 11, 0));
        for (int i = 0; i < 5; i++) assertThat(subscribe(server.address())).hasStatus(201);
        assertProblem(subscribe(server.address()), 409, "too-many-subscriptions");
    }

    private List<String> standing() {
        return Stream.of(database.getCollection("bookings")
                        .find(Filters.and(Filters.eq("block.therapistId", mira.toString()), Filters.exists("claims"))))
                .flatMap(found -> found.into(new java.util.ArrayList<>()).stream())
                .map(document -> document.getString("_id"))
                .sorted()
                .toList();
    }

    private JsonNode readAgain(String uri) {
        var answer = http.post().uri(uri + "/readings").exchange();
        assertThat(answer).hasStatus(200);
        return read(answer);
    }

    private MvcTestResult subscribe(String address) {
        return subscribe(UUID.randomUUID().toString(), "Mine", address);
    }

    private MvcTestResult subscribe(String key, String name, String address) {
        return post(subscriptions, key, name, address);
    }

    private MvcTestResult post(String uri, String key, String name, String address) {
        var body = json.createObjectNode().put("name", name).put("address", address);
        return http.post()
                .uri(uri)
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body.toString())
                .exchange();
    }

    private MvcTestResult book(Instant start) {
        var body = json.createObjectNode()
                .put("treatment", "SWEDISH")
                .put("lengthMinutes", 60)
                .put("therapistId", mira.toString())
                .put("clinicId", Neighbourhood.CLINIC.toString())
                .put("start", start.toString());
        body.putObject("client").put("name", "Jo").put("email", "jo." + UUID.randomUUID() + "@client.example");
        body.putObject("screening").putArray("has");
        return http.post()
                .uri("/api/v1/bookings")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body.toString())
                .exchange();
    }

    private void assertProblem(MvcTestResult result, int status, String type) {
        assertThat(result).hasStatus(status);
        assertThat(read(result).get("type").asString()).isEqualTo("urn:rhomboid:problem:" + type);
    }

    private JsonNode read(MvcTestResult result) {
        return json.readTree(result.getResponse().getContentAsByteArray());
    }

    private static String calendar(Instant start, Instant end) {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:" + utc(start) + "\r\nDTEND:"
                + utc(end) + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    }

    private static String utc(Instant time) {
        return time.toString().replace("-", "").replace(":", "");
    }
}
