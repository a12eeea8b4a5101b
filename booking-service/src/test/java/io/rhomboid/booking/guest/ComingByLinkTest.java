package io.rhomboid.booking.guest;

import java.time.Clock;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import io.rhomboid.booking.Api;
import io.rhomboid.booking.WholeService;
import io.rhomboid.booking.reservation.BookingDesk;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.platform.link.BookingLinks;
import io.rhomboid.platform.link.BookingLinks.Guest;

import static io.rhomboid.booking.Api.assertProblem;
import static io.rhomboid.booking.Api.json;
import static io.rhomboid.booking.reservation.mongo.Neighbourhood.at;
import static org.assertj.core.api.Assertions.assertThat;

@WholeService
class ComingByLinkTest {

    @Autowired
    Api api;

    @Autowired
    BookingLinks links;

    @Autowired
    BookingDesk desk;

    @Autowired
    Clock clock;

    @Test
    void a_link_becomes_a_pass_for_its_booking_as_often_as_asked() {
        var booking = booking();
        for (int i = 0; i < 2; i++) {
            var answer = api.post("/guest-passes", body(link(booking)));
            assertThat(answer).hasStatus(201);
            assertThat(json(answer).path("bookingId").asString())
                    .isEqualTo(booking.path("id").asString());
            assertThat(links.admit(json(answer).path("pass").asString(), clock.instant()))
                    .contains(guest(booking));
        }
    }

    @Test
    void nothing_else_opens_anything_and_all_refusals_look_alike() {
        var booking = booking();
        var id = BookingId.of(booking.path("id").asString());
        var others = links.link(id, new ClientId(UUID.randomUUID()));
        var nobodys = links.link(new BookingId(UUID.randomUUID()), new ClientId(UUID.randomUUID()));
        for (var link : new String[] {others, nobodys, link(booking).substring(1), "AQ", "nonsense"}) {
            assertProblem(api.post("/guest-passes", body(link)), 404, "unknown-link");
        }
    }

    @Test
    void a_link_is_over_with_its_booking() {
        var booking = booking();
        var path = "/bookings/" + booking.path("id").asString() + "/cancellation";
        assertThat(api.put(path, 1, "{}")).hasStatusOk();

        assertProblem(api.post("/guest-passes", body(link(booking))), 404, "unknown-link");
    }

    @Test
    void what_is_no_link_at_all_is_told_so() {
        assertProblem(api.post("/guest-passes", "{}"), 400, "invalid-field");
        assertProblem(api.post("/guest-passes", "{\"link\":\"\"}"), 400, "invalid-field");
        assertProblem(api.post("/guest-passes", body("x".repeat(201))), 400, "invalid-field");
        assertProblem(api.post("/guest-passes", "{\"link\":\"AQ\",\"more\":1}"), 400, "unknown-field");
    }

    private JsonNode booking() {
        return api.book(api.therapist(), at(3, 10, 0), UUID.randomUUID() + "@client.example");
    }

    private Guest guest(JsonNode booking) {
        var id = BookingId.of(booking.path("id").asString());
        return new Guest(id, desk.find(id).orElseThrow().clientId());
    }

    private String link(JsonNode booking) {
        var guest = guest(booking);
        return links.link(guest.booking(), guest.client());
    }

    private static String body(String link) {
        return "{\"link\":\"" + link + "\"}";
    }
}
