package io.rhomboid.booking.ownership;

import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

import io.rhomboid.booking.Api;
import io.rhomboid.booking.WholeService;
import io.rhomboid.booking.client.Clients;
import io.rhomboid.booking.reservation.BookingDesk;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.platform.link.Guest;
import io.rhomboid.platform.link.GuestLinks;
import io.rhomboid.testing.identity.Issuer;

import static io.rhomboid.booking.Api.assertProblem;
import static io.rhomboid.booking.Api.json;
import static io.rhomboid.booking.reservation.mongo.Neighbourhood.at;
import static org.assertj.core.api.Assertions.assertThat;

@WholeService
class ClaimingABookingTest {

    @Autowired
    Api api;

    @Autowired
    MockMvcTester http;

    @Autowired
    GuestLinks links;

    @Autowired
    Clients clients;

    @Autowired
    BookingDesk desk;

    TherapistId mira;
    String work = UUID.randomUUID() + "@work.example";
    String home = UUID.randomUUID() + "@home.example";

    @BeforeEach
    void a_therapist() {
        mira = api.therapist();
    }

    @Test
    void puts_it_into_the_account_whatever_address_it_was_booked_with_and_the_link_is_over() {
        var booking = api.book(mira, at(3, 10, 0), work);
        assertProblem(read(booking, home), 404, "unknown-booking");

        var claimed = claim(booking, link(booking), home);

        assertThat(claimed).hasStatusOk().containsHeader("ETag");
        assertThat(json(claimed).get("version").asLong()).isEqualTo(2);
        assertThat(read(booking, home)).hasStatusOk();
        assertProblem(read(booking, work), 404, "unknown-booking");
        var former = links.link(Guest.of(id(booking), clients.known(work).orElseThrow()));
        assertProblem(api.post("/guest-passes", "{\"link\":\"" + former + "\"}"), 404, "unknown-link");
        var history = json(api.get("/bookings/" + id(booking) + "/history"));
        assertThat(history.get(1).get("event").asString()).isEqualTo("BookingClaimed");
        assertThat(history.get(1).get("actorId").asString()).isEqualTo(home);
        assertThat(history.get(1).toString())
                .contains(clients.known(home).orElseThrow().toString());
        assertThat(desk.find(id(booking)).orElseThrow().claims().keys())
                .anyMatch(key -> key.startsWith("c:" + clients.known(home).orElseThrow()))
                .noneMatch(key -> key.startsWith("c:" + clients.known(work).orElseThrow()));
        assertProblem(claim(json(claimed), former, work), 404, "unknown-booking");
    }

    @Test
    void by_its_own_client_changes_nothing() {
        var booking = api.book(mira, at(3, 10, 0), work);

        assertThat(json(claim(booking, link(booking), work.toUpperCase()))
                        .get("version")
                        .asLong())
                .isEqualTo(1);
    }

    @Test
    void wants_the_link_to_this_very_booking_and_an_account_with_an_address() {
        var booking = api.book(mira, at(3, 10, 0), work);
        var other = api.book(mira, at(3, 14, 0), work);

        assertProblem(claim(booking, link(other), home), 404, "unknown-booking");
        var guessed = links.link(Guest.of(id(booking), new ClientId(UUID.randomUUID())));
        assertProblem(claim(booking, guessed, home), 404, "unknown-booking");
        assertProblem(claim(booking, "nonsense", home), 404, "unknown-booking");
        assertProblem(claim(booking, link(booking), null), 403, "no-mail");
        assertProblem(claim(booking, "", home), 400, "invalid-field");
        assertProblem(claim(booking, "x".repeat(201), home), 400, "invalid-field");
        assertThat(read(booking, work)).hasStatusOk();
    }

    @Test
    void is_refused_when_the_account_has_a_session_at_that_time() {
        var booking = api.book(mira, at(3, 10, 0), work);
        api.book(api.therapist(), at(3, 10, 30), home);

        assertProblem(claim(booking, link(booking), home), 409, "client-busy");
        assertThat(read(booking, work)).hasStatusOk();
    }

    @Test
    void is_refused_for_what_is_held_or_cancelled() {
        var held = api.hold(mira, at(3, 10, 0), work);
        assertProblem(claim(held, link(held), home), 409, "not-confirmed");
        var booking = api.book(mira, at(3, 14, 0), work);
        var cancelled = json(api.put("/bookings/" + id(booking) + "/cancellation", 1, "{}"));
        assertProblem(claim(cancelled, link(booking), home), 409, "already-cancelled");
    }

    private MvcTestResult claim(JsonNode booking, String link, String mail) {
        return http.put()
                .uri("/api/v1/bookings/" + id(booking) + "/client")
                .header("Authorization", "Bearer " + Issuer.token(mail == null ? "nobody" : mail, mail))
                .header("If-Match", "\"" + booking.get("version").asLong() + "\"")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"link\":\"" + link + "\"}")
                .exchange();
    }

    private MvcTestResult read(JsonNode booking, String mail) {
        return api.get("/bookings/" + id(booking), "Authorization", "Bearer " + Issuer.token(mail, mail));
    }

    private String link(JsonNode booking) {
        return links.link(
                Guest.of(id(booking), desk.find(id(booking)).orElseThrow().clientId()));
    }

    private static BookingId id(JsonNode booking) {
        return BookingId.of(booking.get("id").asString());
    }
}
