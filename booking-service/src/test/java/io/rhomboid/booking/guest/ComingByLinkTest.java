package io.rhomboid.booking.guest;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

import io.rhomboid.booking.Api;
import io.rhomboid.booking.WholeService;
import io.rhomboid.booking.reservation.BookingDesk;
import io.rhomboid.booking.reservation.mongo.Neighbourhood;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.booking.SeriesId;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.waitlist.WaitlistEntryId;
import io.rhomboid.platform.link.Guest;
import io.rhomboid.platform.link.Guest.Thing;
import io.rhomboid.platform.link.GuestLinks;

import static io.rhomboid.booking.Api.assertProblem;
import static io.rhomboid.booking.Api.json;
import static io.rhomboid.booking.reservation.mongo.Neighbourhood.at;
import static org.assertj.core.api.Assertions.assertThat;

@WholeService
class ComingByLinkTest {

    @Autowired
    Api api;

    @Autowired
    MockMvcTester http;

    @Autowired
    GuestLinks links;

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
        var others = links.link(Guest.of(id, new ClientId(UUID.randomUUID())));
        var nobodys = links.link(Guest.of(new BookingId(UUID.randomUUID()), new ClientId(UUID.randomUUID())));
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
    void a_series_and_its_visits_open_to_who_held_it_without_an_account_until_it_is_given_up() {
        var mira = api.therapist();
        var held = api.post(
                "/series",
                """
                {"clinicId":"%s","treatment":"SWEDISH","lengthMinutes":60,\
                "client":{"name":"Jo","email":"%s@client.example"},\
                "visits":[{"therapistId":"%s","start":"%s"},{"therapistId":"%s","start":"%s"}]}""".formatted(Neighbourhood.CLINIC, UUID.randomUUID(), mira, at(3, 10, 0), mira, at(10, 10, 0)),
                "Authorization",
                "",
                "Idempotency-Key",
                UUID.randomUUID().toString());
        assertThat(held).hasStatus(201);
        var series = json(held);
        var path = "/series/" + series.path("id").asString();
        var id = SeriesId.of(series.path("id").asString());
        var pass = held.getResponse().getHeader("Guest-Pass");
        var client = links.admit(pass, clock.instant()).orElseThrow().client();
        assertThat(links.admit(pass, clock.instant())).contains(Guest.of(id, client));

        var confirmed =
                as(pass, "PUT", path + "/confirmation", series.path("version").asLong());
        assertThat(json(confirmed).path("status").asString()).isEqualTo("CONFIRMED");

        var answer = json(api.post("/guest-passes", body(links.link(Guest.of(id, client)))));
        assertThat(answer.path("seriesId").asString()).isEqualTo(id.toString());
        assertThat(answer.has("bookingId")).isFalse();
        var byLink = answer.path("pass").asString();
        var visit = "/bookings/" + series.at("/visits/1/booking/id").asString();
        assertThat(as(byLink, "GET", visit, 0)).hasStatusOk();
        var version = json(confirmed).at("/visits/1/booking/version").asLong();
        assertThat(as(byLink, "PUT", visit + "/cancellation", version)).hasStatusOk();
        assertProblem(as(byLink, "GET", "/bookings/" + booking().path("id").asString(), 0), 404, "unknown-booking");
        var others = links.pass(
                Guest.of(id, new ClientId(UUID.randomUUID())), clock.instant().plusSeconds(60));
        assertProblem(as(others, "GET", path, 0), 404, "unknown-series");
        var asBooking = links.pass(
                new Guest(Thing.BOOKING, id.value(), client), clock.instant().plusSeconds(60));
        assertProblem(as(asBooking, "GET", path, 0), 404, "unknown-series");

        assertThat(json(as(
                                byLink,
                                "PUT",
                                path + "/cancellation",
                                json(confirmed).path("version").asLong()))
                        .path("status")
                        .asString())
                .isEqualTo("CANCELLED");
        assertProblem(api.post("/guest-passes", body(links.link(Guest.of(id, client)))), 404, "unknown-link");
    }

    @Test
    void a_place_on_the_waitlist_opens_to_who_took_it_without_an_account_until_it_is_given_up() {
        var mira = api.therapist();
        var day = LocalDate.now(Neighbourhood.BERLIN).plusDays(3);
        var joined = api.post(
                "/waitlist",
                """
                {"clinicId":"%s","treatment":"SWEDISH","lengthsMinutes":[60],"therapistId":"%s","from":"%s",\
                "until":"%s","daysOfWeek":["%s"],"client":{"name":"Jo","email":"%s@client.example"}}""".formatted(
                        Neighbourhood.CLINIC, mira, day, day, day.plusDays(1).getDayOfWeek(), UUID.randomUUID()),
                "Authorization",
                "",
                "Idempotency-Key",
                UUID.randomUUID().toString());
        assertThat(joined).hasStatus(201);
        var id = WaitlistEntryId.of(json(joined).path("id").asString());
        var path = "/waitlist/" + id;
        var pass = joined.getResponse().getHeader("Guest-Pass");
        var place = links.admit(pass, clock.instant()).orElseThrow();
        assertThat(place).isEqualTo(Guest.of(id, place.client()));

        var answer = json(api.post("/guest-passes", body(links.link(place))));
        assertThat(answer.path("waitlistEntryId").asString()).isEqualTo(id.toString());
        var byLink = answer.path("pass").asString();
        assertThat(as(byLink, "GET", path, 0)).hasStatusOk();
        assertProblem(api.get(path, "Authorization", ""), 401, "not-signed-in");
        var others = links.pass(
                Guest.of(id, new ClientId(UUID.randomUUID())), clock.instant().plusSeconds(60));
        assertProblem(as(others, "GET", path, 0), 404, "unknown-entry");

        assertThat(as(byLink, "PUT", path + "/cancellation", 1)).hasStatusOk();
        assertProblem(api.post("/guest-passes", body(links.link(place))), 404, "unknown-link");
    }

    private MvcTestResult as(String pass, String method, String path, long version) {
        return http.method(HttpMethod.valueOf(method))
                .uri("/api/v1" + path)
                .header("Authorization", "")
                .header("Guest-Pass", pass)
                .header("If-Match", "\"" + version + "\"")
                .contentType(MediaType.APPLICATION_JSON)
                .content(path.endsWith("/confirmation") ? Api.SCREENED : "")
                .exchange();
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
        return Guest.of(id, desk.find(id).orElseThrow().clientId());
    }

    private String link(JsonNode booking) {
        return links.link(guest(booking));
    }

    private static String body(String link) {
        return "{\"link\":\"" + link + "\"}";
    }
}
