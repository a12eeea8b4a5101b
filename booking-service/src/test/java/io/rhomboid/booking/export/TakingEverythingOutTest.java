package io.rhomboid.booking.export;

import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.rhomboid.booking.Api;
import io.rhomboid.booking.WholeService;
import io.rhomboid.booking.reservation.mongo.Neighbourhood;
import io.rhomboid.booking.vault.Vault;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.testing.identity.Issuer;

import static io.rhomboid.booking.Api.inDays;
import static io.rhomboid.booking.Api.signedIn;
import static org.assertj.core.api.Assertions.assertThat;

@WholeService
class TakingEverythingOutTest {

    @Autowired
    Api api;

    @Autowired
    Vault vault;

    final String some = UUID.randomUUID().toString();
    final String mail = some + "@client.example";
    final String[] jo = signedIn("jo-" + some, mail);
    String client = "";
    String booking = "";

    @BeforeEach
    void a_client_who_has_said_something() {
        var start = inDays(5);
        var booked = api.book(api.therapist(), start, mail);
        client = booked.get("clientId").asString();
        booking = booked.get("id").asString();
        assertThat(api.put("/bookings/" + booking + "/note", 1, "{\"text\":\"likes it warm\"}"))
                .hasStatusOk();
        assertThat(api.put("/clients/" + client + "/intake", 0, """
                        {"handIn":false,"goals":["WELL_BEING"],"history":"a <b>fall</b> in 2019"}""", jo)).hasStatusOk();
        assertThat(api.post(
                        "/clients/" + client + "/plans",
                        """
                        {"clinicId":"%s","treatment":"SWEDISH","lengthMinutes":60,"pain":6}""".formatted(Neighbourhood.CLINIC),
                        jo[0],
                        jo[1],
                        "Idempotency-Key",
                        some))
                .hasStatus(201);
    }

    @Test
    void a_program_gets_all_of_it() {
        var answer = api.get("/clients/" + client + "/export", jo);

        assertThat(answer).hasStatusOk().containsHeader("Content-Disposition");
        var all = Api.json(answer);
        assertThat(all.get("client").get("email").asString()).isEqualTo(mail);
        assertThat(all.get("bookings")).hasSize(1);
        var part = all.get("bookings").get(0);
        assertThat(part.get("booking").get("id").asString()).isEqualTo(booking);
        assertThat(part.get("note").asString()).isEqualTo("likes it warm");
        assertThat(part.get("history").get(0).get("event").asString()).isEqualTo("BookingConfirmed");
        assertThat(all.get("intake").get("draft").get("history").asString()).isEqualTo("a <b>fall</b> in 2019");
        assertThat(all.get("plans").get(0).get("pain").asInt()).isEqualTo(6);
        assertThat(all.get("disclosures")).isNotEmpty();
        assertThat(all.at("/account/subject").asString()).isEqualTo("jo-" + some);
        assertThat(all.at("/account/mail").asString()).isEqualTo(mail);
        // The others are away here, and the file says what is not in it.
        assertThat(all.get("missing").findValuesAsString("service"))
                .containsExactly("therapist-service", "notification-service");
    }

    @Test
    void a_person_gets_a_page_in_which_nothing_they_wrote_is_markup() {
        var answer = api.get("/clients/" + client + "/export?format=HTML", jo);

        assertThat(answer).hasStatusOk().hasContentTypeCompatibleWith("text/html");
        assertThat(Api.text(answer))
                .contains("<dt>History</dt><dd>a &lt;b&gt;fall&lt;/b&gt; in 2019</dd>", "likes it warm", mail);
    }

    @Test
    void nobody_else_gets_it_and_nobody_at_all_once_they_are_forgotten() {
        Api.assertProblem(
                api.get("/clients/" + client + "/export", signedIn("x" + some, "x" + mail)), 404, "unknown-client");
        assertThat(api.get("/clients/" + client + "/export", "Authorization", "Bearer " + Issuer.platformAdmin()))
                .hasStatus(403);
        Api.assertProblem(api.get("/clients/" + client + "/export?format=PDF", jo), 400, "invalid-parameter");

        vault.forget(ClientId.of(client));

        Api.assertProblem(api.get("/clients/" + client + "/export", jo), 410, "client-forgotten");
    }
}
