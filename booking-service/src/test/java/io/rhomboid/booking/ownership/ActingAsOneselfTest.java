package io.rhomboid.booking.ownership;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import io.rhomboid.booking.Api;
import io.rhomboid.booking.WholeService;
import io.rhomboid.booking.reservation.mongo.Neighbourhood;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.testing.identity.Issuer;

import static org.assertj.core.api.Assertions.assertThat;

/** What clients and guests can do with what is theirs, and what is not. */
@WholeService
class ActingAsOneselfTest {

    static final Map<String, String> NOBODY = Map.of("Authorization", "");

    @Autowired
    Api api;

    @Autowired
    MockMvcTester http;

    TherapistId therapist = new TherapistId(new UUID(0, 0));
    String mail = UUID.randomUUID() + "@client.example";

    @BeforeEach
    void a_therapist() {
        therapist = api.therapist();
    }

    @Test
    void a_client_books_reads_and_cancels_and_the_record_says_who() {
        var jo = signedIn("jo-" + mail, mail.toUpperCase());
        var booked = book(jo, 10);
        assertThat(booked).hasStatus(201).doesNotContainHeader("Guest-Pass");
        var path = "/bookings/" + Api.json(booked).get("id").asString();

        assertThat(get(jo, path)).hasStatusOk();
        assertThat(put(jo, path + "/cancellation", "{}")).hasStatusOk();

        var history = Api.json(get(jo, path + "/history"));
        assertThat(history).hasSize(2);
        for (var change : history) {
            assertThat(change.get("actor").asString()).isEqualTo("CLIENT");
            assertThat(change.get("actorId").asString()).isEqualTo("jo-" + mail);
        }
    }

    @Test
    void a_guest_goes_on_with_the_pass_of_what_they_booked_and_with_nothing_else() {
        var booked = book(NOBODY, 10);
        var other = book(NOBODY, 14);
        var pass = booked.getResponse().getHeader("Guest-Pass");
        var guest = Map.of("Authorization", "", "Guest-Pass", pass);
        var path = "/bookings/" + Api.json(booked).get("id").asString();

        assertThat(get(guest, path)).hasStatusOk();
        assertThat(Api.json(get(guest, path + "/history")).get(0).get("actor").asString())
                .isEqualTo("GUEST");
        Api.assertProblem(get(NOBODY, path), 401, "not-signed-in");
        Api.assertProblem(get(guest, "/bookings/" + Api.json(other).get("id").asString()), 404, "unknown-booking");
        Api.assertProblem(get(Map.of("Authorization", "", "Guest-Pass", pass + "A"), path), 401, "not-signed-in");
    }

    @Test
    void who_gives_somebody_elses_address_gets_no_pass_to_what_they_hold() {
        var held = hold(NOBODY, 10);
        assertThat(held).containsHeader("Guest-Pass");

        var again = hold(NOBODY, 10);

        assertThat(Api.json(again).get("id")).isEqualTo(Api.json(held).get("id"));
        assertThat(again).hasStatus(201).doesNotContainHeader("Guest-Pass");
    }

    @Test
    void overriding_is_for_staff() {
        var jo = signedIn("jo-" + mail, mail);
        var path = "/bookings/" + Api.json(book(jo, 10)).get("id").asString() + "/cancellation";
        var body = "{\"override\":{\"reason\":\"GOODWILL\"}}";

        Api.assertProblem(put(jo, path, body), 403, "not-allowed");
        assertThat(api.put(path, 1, body)).hasStatusOk();
    }

    @Test
    void a_calendar_is_opened_for_oneself_only() {
        var jo = signedIn("jo-" + mail, mail);
        book(jo, 10);
        var body = "{\"kind\":\"THERAPIST\",\"id\":\"" + therapist + "\"}";

        Api.assertProblem(post(jo, "/calendars", body), 422, "unknown-therapist");
        assertThat(api.post("/calendars", body)).hasStatus(201);
        assertThat(Api.json(get(jo, "/calendars?kind=THERAPIST&id=" + therapist))
                        .get("calendars"))
                .isEmpty();
    }

    private static Map<String, String> signedIn(String subject, String mail) {
        return Map.of("Authorization", "Bearer " + Issuer.token(subject, mail));
    }

    private MvcTestResult book(Map<String, String> who, int hour) {
        return ask(who, hour, false);
    }

    private MvcTestResult hold(Map<String, String> who, int hour) {
        return ask(who, hour, true);
    }

    private MvcTestResult ask(Map<String, String> who, int hour, boolean hold) {
        var start = Instant.now()
                .plus(6, ChronoUnit.DAYS)
                .truncatedTo(ChronoUnit.DAYS)
                .plus(hour, ChronoUnit.HOURS);
        return post(who, "/bookings", """
                {"therapistId":"%s","clinicId":"%s","treatment":"SWEDISH","lengthMinutes":60,"start":"%s",\
                "client":{"name":"Jo Weber","email":"%s"},"hold":%s,"screening":{"has":[]}}""".formatted(therapist, Neighbourhood.CLINIC, start, mail, hold));
    }

    private MvcTestResult get(Map<String, String> who, String path) {
        var request = http.get().uri("/api/v1" + path);
        who.forEach(request::header);
        return request.exchange();
    }

    private MvcTestResult post(Map<String, String> who, String path, String body) {
        var request = http.post()
                .uri("/api/v1" + path)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
        who.forEach(request::header);
        return request.exchange();
    }

    private MvcTestResult put(Map<String, String> who, String path, String body) {
        var request = http.put()
                .uri("/api/v1" + path)
                .header("If-Match", "\"1\"")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
        who.forEach(request::header);
        return request.exchange();
    }
}
