package io.rhomboid.therapist.staff;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Date;
import java.util.UUID;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import io.rhomboid.contracts.Topics;
import io.rhomboid.testing.identity.Issuer;
import io.rhomboid.therapist.Api;
import io.rhomboid.therapist.Api.Answer;
import io.rhomboid.therapist.Examples;
import io.rhomboid.therapist.ServiceTest;
import io.rhomboid.therapist.Told;

import static org.assertj.core.api.Assertions.assertThat;

@ServiceTest
class BecomingAMemberTest {

    @Autowired
    Api api;

    @Autowired
    MongoDatabase database;

    final String dana = "dana-" + UUID.randomUUID();
    final String mail = dana + "@spree.example";
    String clinic = "";

    @BeforeEach
    void a_clinic() {
        clinic = api.post("/clinics", Examples.clinic()).text("/id");
    }

    @Test
    void who_is_invited_signs_in_and_shows_the_token_and_is_a_member_at_once() {
        var invited = invite("{'mail':'" + mail.toUpperCase() + "','roles':['DESK']}");
        assertThat(invited.status()).isEqualTo(201);
        var token = invited.text("/token");
        assertThat(token).hasSize(66);

        var accepted = accept(dana, mail, token);

        assertThat(accepted.status()).isEqualTo(200);
        assertThat(accepted.json().get("roles").toString()).isEqualTo("[\"DESK\"]");
        var me = get(dana, mail, "/me").json();
        assertThat(me.at("/memberships/0/clinicId").asString()).isEqualTo(clinic);
        assertThat(api.get("/clinics/" + clinic + "/invitations").json().get("invitations"))
                .isEmpty();
        assertThat(accept(dana, mail, token).problem()).isEqualTo("unknown-invitation");
    }

    @Test
    void the_token_is_told_to_who_invites_and_kept_nowhere() {
        var key = UUID.randomUUID().toString();
        var body = Api.json("{'mail':'" + mail + "','roles':['DESK']}");
        var first = api.post("/clinics/" + clinic + "/invitations", key, body);
        var again = api.post("/clinics/" + clinic + "/invitations", key, body);

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text("/id")).isEqualTo(first.text("/id"));
        assertThat(again.text("/token")).isEqualTo(first.text("/token"));
        assertThat(api.post("/clinics/" + clinic + "/invitations", key, body.put("mail", "x@y.example"))
                        .problem())
                .isEqualTo("idempotency-key-reused");
        for (var stored : database.getCollection("invitations").find()) {
            assertThat(stored.toJson()).doesNotContain(first.text("/token"));
        }
        var told = Told.on(Topics.INVITATIONS, first.text("/id"), 1);
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().toString()).doesNotContain(first.text("/token"));
        assertThat(told.getFirst().get("mail").asString()).isEqualTo(mail);
        assertThat(told.getFirst().get("clinicId").asString()).isEqualTo(clinic);
        assertThat(told.getFirst().get("expiresAt").asString()).isEqualTo(first.text("/expiresAt"));
    }

    @Test
    void nobody_else_can_accept_and_all_refusals_look_alike() {
        var token = invite("{'mail':'" + mail + "','roles':['CLINIC_ADMIN']}").text("/token");

        for (var refused : new Answer[] {
            accept("eve", "eve@other.example", token),
            accept("eve", null, token),
            accept(dana, mail, token.substring(1)),
            accept(dana, mail, "nonsense")
        }) {
            assertThat(refused.status()).isEqualTo(404);
            assertThat(refused.problem()).isEqualTo("unknown-invitation");
        }
        assertThat(accept(dana, mail, token).status()).isEqualTo(200);
        assertThat(accept("twin", mail, token).problem()).isEqualTo("unknown-invitation");
    }

    @Test
    void it_is_over_after_its_time_and_when_it_was_taken_back() {
        var late = invite("{'mail':'" + mail + "','roles':['DESK']}");
        database.getCollection("invitations")
                .updateOne(Filters.eq("_id", late.text("/id")), Updates.set("expiresAt", new Date(0)));
        assertThat(accept(dana, mail, late.text("/token")).problem()).isEqualTo("unknown-invitation");

        var taken = invite("{'mail':'" + mail + "','roles':['DESK']}");
        assertThat(api.delete(taken.location(), "\"1\"").status()).isEqualTo(204);
        assertThat(accept(dana, mail, taken.text("/token")).problem()).isEqualTo("unknown-invitation");
    }

    @Test
    void what_somebody_was_before_they_stay() {
        accept(dana, mail, invite("{'mail':'" + mail + "','roles':['DESK']}").text("/token"));
        var accepted = accept(
                dana,
                mail,
                invite("{'mail':'" + mail + "','roles':['CLINIC_ADMIN']}").text("/token"));

        assertThat(accepted.json().get("roles").toString()).isEqualTo("[\"DESK\",\"CLINIC_ADMIN\"]");
        assertThat(get(dana, mail, "/clinics/" + clinic + "/members").status()).isEqualTo(200);
    }

    @Test
    void who_stopped_in_between_comes_again() {
        var invited = invite("{'mail':'" + mail + "','roles':['DESK']}");
        database.getCollection("invitations")
                .updateOne(Filters.eq("_id", invited.text("/id")), Updates.set("acceptedBy", dana));

        assertThat(accept("twin", mail, invited.text("/token")).problem()).isEqualTo("unknown-invitation");
        assertThat(accept(dana, mail, invited.text("/token")).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'roles':['DESK']} | mail",
                "{'mail':'nobody','roles':['DESK']} | mail",
                "{'mail':'a@b.example','roles':[]} | roles",
                "{'mail':'a@b.example','roles':['THERAPIST']} | therapistId"
            })
    void a_wrong_field_is_named(String body, String field) {
        var answer = invite(body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.firstError()).startsWith(field);
    }

    private Answer invite(String body) {
        return api.post("/clinics/" + clinic + "/invitations", Api.json(body));
    }

    private Answer accept(String person, @Nullable String address, String token) {
        return api.send(api.request("/invitations/acceptance")
                .setHeader("Authorization", "Bearer " + Issuer.token(person, address))
                .setHeader("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"token\":\"" + token + "\"}")));
    }

    private Answer get(String person, String address, String path) {
        return api.send(api.request(path)
                .setHeader("Authorization", "Bearer " + Issuer.token(person, address))
                .GET());
    }
}
