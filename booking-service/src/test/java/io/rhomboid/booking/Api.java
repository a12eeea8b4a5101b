package io.rhomboid.booking;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.MediaType;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.rhomboid.booking.availability.Availability;
import io.rhomboid.booking.reservation.mongo.ClaimsIndex;
import io.rhomboid.booking.reservation.mongo.Neighbourhood;
import io.rhomboid.contracts.Topics;
import io.rhomboid.contracts.staff.Membership;
import io.rhomboid.contracts.staff.StaffEvent.MembershipsChanged;
import io.rhomboid.contracts.staff.StaffRole;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.platform.events.EventJson;
import io.rhomboid.platform.identity.Memberships;
import io.rhomboid.testing.identity.Issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What a caller does, on a service that knows one clinic. */
@TestComponent
public class Api {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Nothing speaks against it. */
    public static final String SCREENED = "{\"screening\":{\"has\":[]}}";

    private final MockMvcTester http;
    private final Availability availability;
    private final ClaimsIndex index;
    private final KafkaTemplate<String, byte[]> kafka;
    private final Memberships memberships;

    Api(
            MockMvcTester http,
            Availability availability,
            ClaimsIndex index,
            KafkaTemplate<String, byte[]> kafka,
            Memberships memberships) {
        this.http = http;
        this.availability = availability;
        this.index = index;
        this.kafka = kafka;
        this.memberships = memberships;
    }

    /** Headers of somebody who has signed in. */
    public static String[] signedIn(String subject, String mail) {
        return new String[] {"Authorization", "Bearer " + Issuer.token(subject, mail)};
    }

    /** The same with a key that nobody has used, as what creates wants it. */
    public static String[] keyed(String... who) {
        var headers = Arrays.copyOf(who, who.length + 2);
        headers[who.length] = "Idempotency-Key";
        headers[who.length + 1] = UUID.randomUUID().toString();
        return headers;
    }

    /** Somebody is this at the clinic from now on, and nothing else; as whom they treat, if they do. */
    public void member(String person, StaffRole role, TherapistId as) {
        var membership = List.of(new Membership(Neighbourhood.CLINIC, Set.of(role), as));
        var event = new MembershipsChanged(person, Instant.now().toEpochMilli(), membership, Instant.now());
        kafka.send(Topics.MEMBERS, event.key(), EventJson.mapper().writeValueAsBytes(event));
        await().until(() -> memberships.of(person).equals(membership));
    }

    /** At ten o'clock; the clinic is open from six to midnight, so whatever the zone. */
    public static Instant inDays(int days) {
        return Instant.now()
                .plus(days, ChronoUnit.DAYS)
                .truncatedTo(ChronoUnit.DAYS)
                .plus(10, ChronoUnit.HOURS);
    }

    /** A therapist whom no other test books. */
    public TherapistId therapist() {
        var id = new TherapistId(UUID.randomUUID());
        // Rooms for all that tests book at ten o'clock.
        Neighbourhood.tell(availability, List.of(id), 120);
        await().atMost(Duration.ofSeconds(20)).until(index::isThere);
        return id;
    }

    /** Booked at once for somebody with this mail address. */
    public JsonNode book(TherapistId therapist, Instant start, String email) {
        return book(therapist, start, email, false);
    }

    /** Held for somebody with this mail address. */
    public JsonNode hold(TherapistId therapist, Instant start, String email) {
        return book(therapist, start, email, true);
    }

    private JsonNode book(TherapistId therapist, Instant start, String email, boolean hold) {
        var answer = post("/bookings", """
                {"therapistId":"%s","clinicId":"%s","treatment":"SWEDISH","lengthMinutes":60,"start":"%s",\
                "client":{"name":"Jo Maria Weber","email":"%s"},"hold":%s,"screening":{"has":[]}}""".formatted(therapist, Neighbourhood.CLINIC, start, email, hold));
        assertThat(answer).hasStatus(201);
        return json(answer);
    }

    public MvcTestResult get(String path, String... headers) {
        return send(http.get().uri("/api/v1" + path), headers);
    }

    public MvcTestResult post(String path, String body, String... headers) {
        var request = http.post()
                .uri("/api/v1" + path)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
        if (headers.length == 0)
            request.header("Idempotency-Key", UUID.randomUUID().toString());
        return send(request, headers);
    }

    public MvcTestResult put(String path, long version, String body, String... headers) {
        var request = http.put()
                .uri("/api/v1" + path)
                .header("If-Match", "\"" + version + "\"")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
        return send(request, headers);
    }

    public MvcTestResult delete(String path, long version) {
        return http.delete()
                .uri("/api/v1" + path)
                .header("If-Match", "\"" + version + "\"")
                .exchange();
    }

    public MvcTestResult head(String path) {
        return http.head().uri("/api/v1" + path).exchange();
    }

    private static MvcTestResult send(MockMvcTester.MockMvcRequestBuilder request, String... headers) {
        for (int i = 0; i < headers.length; i += 2) request.header(headers[i], headers[i + 1]);
        return request.exchange();
    }

    public static JsonNode json(MvcTestResult answer) {
        return JSON.readTree(answer.getResponse().getContentAsByteArray());
    }

    public static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    public static void assertProblem(MvcTestResult answer, int status, String type) {
        assertThat(answer).hasStatus(status).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer).bodyJson().extractingPath("$.type").isEqualTo("urn:rhomboid:problem:" + type);
    }
}
