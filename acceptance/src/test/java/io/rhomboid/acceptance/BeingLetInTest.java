package io.rhomboid.acceptance;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

import io.rhomboid.acceptance.SignIn.Person;
import io.rhomboid.acceptance.Visitor.Answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Through the gateway, with tokens of the sign-in server, as the demo's people: each gets to what is theirs. */
@ExtendWith(RunningClinic.ForAllStories.class)
class BeingLetInTest {

    final RunningClinic clinic;
    final Visitor nobody;
    final Visitor jo;
    final Visitor mira;
    final Visitor desk;
    final Visitor anton;
    final Visitor paula;
    final String berlin;
    final String auckland;
    final String today = LocalDate.now(ZoneId.of("Europe/Berlin")).toString();

    BeingLetInTest(RunningClinic clinic) {
        this.clinic = clinic;
        nobody = clinic.visitor();
        jo = clinic.as(Person.CLIENT);
        mira = clinic.as(Person.THERAPIST);
        desk = clinic.as(Person.DESK);
        anton = clinic.as(Person.CLINIC_ADMIN);
        paula = clinic.as(Person.PLATFORM_ADMIN);
        berlin = idOf("Europe/Berlin");
        auckland = idOf("Pacific/Auckland");
    }

    private String idOf(String zone) {
        return OneDayAtTheClinicTest.clinicIn(zone, nobody).get("id").asString();
    }

    @Test
    void a_client_keeps_what_they_booked_without_any_pass_and_nobody_else_sees_it() {
        var booked = jo.book(Slots.TECHNIQUE, Slots.free(jo, 1, 22).getFirst());
        assertThat(booked.pass()).isEmpty();
        assertThat(jo.look(booked).view()).isEqualTo(booked.view());

        var path = "/api/v1/bookings/" + booked.id();
        assertRefused(nobody.get(path), 401, "not-signed-in");
        assertRefused(clinic.as(Person.OTHER_CLIENT).get(path), 404, "unknown-booking");
        assertThat(paula.get(path).status()).isEqualTo(200);

        assertThat(jo.cancel(booked).status()).isEqualTo("CANCELLED");
    }

    @Test
    void a_client_who_asks_for_it_is_forgotten_by_every_service() {
        var ada = clinic.as(Person.OTHER_CLIENT);
        var booked = ada.book(Slots.TECHNIQUE, Slots.free(ada, 1, 22).getFirst());
        var id = ada.get("/api/v1/bookings/own").body().get("clientId").asString();
        assertRefused(forget(ada, id), 409, "still-expected");
        ada.cancel(booked);
        assertThat(ada.get("/api/v1/clients/" + id + "/export").body().get("bookings"))
                .isNotEmpty();

        assertThat(forget(ada, id).status()).isEqualTo(200);

        assertThat(ada.get("/api/v1/bookings/own").body().get("bookings")).isEmpty();
        assertRefused(ada.get("/api/v1/clients/" + id + "/export"), 404, "unknown-client");
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(nobody.get("/api/v1/erasures/" + id)
                                .body()
                                .get("receipts")
                                .propertyNames())
                        .contains("notification-service", "therapist-service"));
    }

    private static Answer forget(Visitor client, String id) {
        return client.send(client.request("/api/v1/clients/" + id + "/erasure")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"understood\":true}")));
    }

    @Test
    void a_therapist_has_their_own_day_and_nobody_elses() {
        var own = rolesOf(mira).get("therapistId").asString();
        var other = nobody.therapistsOf(berlin).stream()
                .map(therapist -> therapist.get("id").asString())
                .filter(id -> !id.equals(own))
                .findFirst()
                .orElseThrow();

        assertThat(mira.get(dayOf(own)).status()).isEqualTo(200);
        assertRefused(mira.get(dayOf(other)), 404, "unknown-therapist");
        assertRefused(jo.get(dayOf(own)), 403, "not-allowed");
        assertRefused(nobody.get(dayOf(own)), 401, "not-signed-in");
        assertThat(desk.get(dayOf(other) + "&clinicId=" + berlin).status()).isEqualTo(200);
    }

    private String dayOf(String therapist) {
        return "/api/v1/day-sheets?therapistId=" + therapist + "&date=" + today;
    }

    @Test
    void desk_and_admin_have_their_clinic_and_the_platforms_admin_all() {
        var bookings = "/api/v1/bookings?flagged=true&clinicId=";
        assertThat(desk.get(bookings + berlin).status()).isEqualTo(200);
        assertRefused(desk.get(bookings + auckland), 404, "unknown-clinic");
        assertRefused(mira.get(bookings + berlin), 403, "not-allowed");
        assertThat(paula.get(bookings + auckland).status()).isEqualTo(200);

        assertThat(anton.get(membersOf(berlin)).status()).isEqualTo(200);
        assertRefused(anton.get(membersOf(auckland)), 404, "unknown-clinic");
        assertRefused(desk.get(membersOf(berlin)), 403, "not-allowed");

        assertThat(paula.get("/api/v1/admin/invariants").status()).isEqualTo(200);
        assertRefused(anton.get("/api/v1/admin/invariants"), 403, "not-allowed");
    }

    @Test
    void the_demos_people_are_what_their_passwords_file_says() {
        assertThat(rolesOf(mira).get("roles").toString()).isEqualTo("[\"THERAPIST\"]");
        assertThat(rolesOf(desk).get("roles").toString()).isEqualTo("[\"DESK\"]");
        assertThat(rolesOf(anton).get("roles").toString()).isEqualTo("[\"CLINIC_ADMIN\"]");
        assertThat(jo.get("/api/v1/me").body().get("memberships")).isEmpty();
    }

    /** What they are at the clinic in Berlin, their only one. */
    private JsonNode rolesOf(Visitor member) {
        var memberships = member.get("/api/v1/me").body().get("memberships");
        assertThat(memberships).as("%s", memberships).hasSize(1);
        assertThat(memberships.get(0).get("clinicId").asString()).isEqualTo(berlin);
        return memberships.get(0);
    }

    private static String membersOf(String clinic) {
        return "/api/v1/clinics/" + clinic + "/members";
    }

    private static void assertRefused(Answer answer, int status, String type) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(type);
    }
}
