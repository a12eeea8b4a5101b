package io.rhomboid.booking.ownership;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;

import com.mongodb.client.MongoDatabase;
import org.bson.Document;
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
import io.rhomboid.booking.reservation.mongo.Neighbourhood;
import io.rhomboid.booking.screening.Screened;
import io.rhomboid.booking.vault.Vault;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.staff.StaffRole;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.platform.link.Guest;
import io.rhomboid.platform.link.GuestLinks;
import io.rhomboid.testing.identity.Issuer;

import static io.rhomboid.booking.Api.assertProblem;
import static io.rhomboid.booking.Api.json;
import static io.rhomboid.booking.Api.signedIn;
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

    @Autowired
    Vault vault;

    @Autowired
    MongoDatabase database;

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

    @Test
    void what_the_guest_answered_for_the_visit_is_the_accounts_and_is_forgotten_with_it() {
        var booking = answered(3);
        var guest = desk.find(id(booking)).orElseThrow().clientId();

        assertThat(claim(booking, link(booking), home)).hasStatusOk();

        var account = clients.known(home).orElseThrow();
        var screened = desk.find(id(booking)).orElseThrow().screened();
        assertThat(screened).extracting(Screened::client).containsExactly(account);
        var path = "/bookings/" + id(booking);
        for (var reader : List.of(signedIn(home, home), signedIn("kai-" + home, null))) {
            assertThat(Api.text(api.get(path + "/screening", reader))).contains("Dr. Adler", "PREGNANCY");
        }
        Api.assertProblem(api.get(path + "/screening", signedIn(work, work)), 404, "unknown-booking");
        assertThat(Api.json(api.get("/clients/" + account + "/disclosures", signedIn(home, home)))
                        .get("disclosures")
                        .findValuesAsString("ground"))
                .containsExactly("OWN", "TREATMENT");

        forget(booking, account);

        // The guest was nothing but this visit: of a backup from before, too, nobody reads anything.
        for (var client : List.of(guest, account))
            assertThat(vault.toOpen(client)).isEmpty();
        assertThat(vault.toSeal(guest)).isEmpty();
    }

    @Test
    void a_guest_who_has_more_than_that_visit_is_not_forgotten_by_who_only_had_a_link() {
        var booking = answered(3);
        var guest = desk.find(id(booking)).orElseThrow().clientId();
        var other = answered(5);
        assertThat(claim(booking, link(booking), home)).hasStatusOk();

        forget(booking, clients.known(home).orElseThrow());

        assertThat(vault.toOpen(guest)).isPresent();
        assertThat(Api.text(api.get("/bookings/" + id(other) + "/screening", signedIn(work, work))))
                .contains("Dr. Adler");
    }

    @Test
    void the_intake_goes_along_with_who_shows_that_the_mailbox_is_theirs_and_with_nobody_else() {
        var booking = answered(3);
        var guest = desk.find(id(booking)).orElseThrow().clientId();
        said(guest, work, 0, "a fall in May");
        var forwarded = answered(5);
        assertThat(claim(forwarded, link(forwarded), "friend-" + home)).hasStatusOk();
        var friend = clients.known("friend-" + home).orElseThrow();
        assertThat(Api.json(api.get("/clients/" + friend + "/intake", signedIn("friend", "friend-" + home)))
                        .get("version")
                        .asLong())
                .isZero();
        var until = GuestLinks.passUntil(Instant.now());
        for (var pass : List.of(
                "nonsense",
                links.pass(Guest.ofIntake(friend), until),
                links.pass(Guest.of(id(booking), guest), until),
                links.pass(Guest.ofIntake(guest), Instant.now().minusSeconds(1)))) {
            assertProblem(claim(booking, link(booking), home, pass), 422, "pass-opens-nothing");
        }

        assertThat(claim(booking, link(booking), home, links.pass(Guest.ofIntake(guest), until)))
                .hasStatusOk();

        var account = clients.known(home).orElseThrow();
        var own = Api.json(api.get("/clients/" + account + "/intake", signedIn(home, home)));
        assertThat(own.at("/said/history").asString()).isEqualTo("a fall in May");
        assertThat(Api.text(api.get("/bookings/" + id(booking) + "/intake", signedIn("kai-" + home, null))))
                .contains("a fall in May");
        forget(booking, account);
        for (var client : List.of(guest, account))
            assertThat(vault.toOpen(client)).isEmpty();
    }

    @Test
    void what_was_said_later_with_the_account_counts_more() {
        var booking = answered(3);
        var guest = desk.find(id(booking)).orElseThrow().clientId();
        said(guest, work, 0, "as a guest");
        api.book(mira, at(5, 14, 0), home);
        var account = clients.known(home).orElseThrow();
        said(account, home, 0, "with the account");

        var pass = links.pass(Guest.ofIntake(guest), GuestLinks.passUntil(Instant.now()));
        assertThat(claim(booking, link(booking), home, pass)).hasStatusOk();

        var own = Api.json(api.get("/clients/" + account + "/intake", signedIn(home, home)));
        assertThat(own.at("/said/history").asString()).isEqualTo("with the account");
    }

    @Test
    void what_was_written_down_of_the_session_goes_along() {
        var booking = answered(3);
        api.member("kai-" + home, StaffRole.THERAPIST, mira);
        var arrived = new Document("status", "ARRIVED").append("arrivedAt", new Date());
        database.getCollection("bookings")
                .updateOne(new Document("_id", id(booking).toString()), new Document("$set", arrived));
        var note = "{\"areas\":[\"NECK\"],\"selfCare\":[\"Wall slides\"],\"assessment\":\"posture\"%s}";
        var kai = signedIn("kai-" + home, null);
        var path = "/bookings/" + id(booking) + "/sessions/1/note";
        assertThat(api.put(path, 0, note.formatted(""), kai)).hasStatusOk();

        assertThat(claim(booking, link(booking), home)).hasStatusOk();

        var account = clients.known(home).orElseThrow();
        assertThat(Api.text(api.get("/clients/" + account + "/sessions", signedIn(home, home))))
                .contains("Wall slides");
        assertThat(Api.text(api.get("/bookings/" + id(booking) + "/notes", kai)))
                .contains("posture");
        assertThat(api.put(path, 2, note.formatted(",\"because\":\"again\""), kai))
                .hasStatusOk();
    }

    /** Booked as a guest, who states that a doctor agreed; kai treats. */
    private JsonNode answered(int day) {
        api.member("kai-" + home, StaffRole.THERAPIST, mira);
        var answer = api.post("/bookings", """
                {"therapistId":"%s","clinicId":"%s","treatment":"SWEDISH","lengthMinutes":60,"start":"%s",\
                "client":{"name":"Jo Maria Weber","email":"%s"},"screening":{"has":["PREGNANCY"],\
                "doctor":{"name":"Dr. Adler","on":"2026-01-02"}}}""".formatted(mira, Neighbourhood.CLINIC, at(day, 10, 0), work));
        assertThat(answer).hasStatus(201);
        return json(answer);
    }

    private void said(ClientId client, String mail, long version, String history) {
        assertThat(api.put("/clients/" + client + "/intake", version, """
                        {"handIn":true,"consent":"2026-11","goals":["TREAT_TIGHTNESS"],\
                        "spots":[{"area":"RHOMBOIDS","side":"LEFT","qualities":["KNOTS"],"pain":6}],"sinceDays":90,\
                        "history":"%s","medication":"","allergies":"","pregnancy":"NO","pressure":"FIRM",\
                        "avoidAreas":["NECK"],"conversation":"QUIET"}""".formatted(history), signedIn(mail, mail)))
                .hasStatusOk();
    }

    /** Cancels what is ahead, and has the account forgotten. */
    private void forget(JsonNode booking, ClientId account) {
        assertThat(api.put("/bookings/" + id(booking) + "/cancellation", 2, "{}"))
                .hasStatusOk();
        assertThat(api.put("/clients/" + account + "/erasure", 0, "{\"understood\":true}", signedIn(home, home)))
                .hasStatusOk();
    }

    private MvcTestResult claim(JsonNode booking, String link, String mail, String intakePass) {
        return api.put(
                "/bookings/" + id(booking) + "/client",
                booking.get("version").asLong(),
                "{\"link\":\"" + link + "\",\"intakePass\":\"" + intakePass + "\"}",
                signedIn(mail, mail));
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
