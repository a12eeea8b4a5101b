package io.rhomboid.therapist.staff;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;

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
class WhoBelongsToAClinicTest {

    @Autowired
    Api api;

    final String anton = "anton-" + UUID.randomUUID();
    final String dana = "dana-" + UUID.randomUUID();
    String clinic = "";

    @BeforeEach
    void a_clinic_with_an_admin() {
        clinic = api.post("/clinics", Examples.clinic()).text("/id");
        assertThat(put(admin(), anton, 0, "{'roles':['CLINIC_ADMIN'],'name':'Anton Beck','mail':'anton@spree.example'}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void an_admin_says_what_the_others_are_and_it_is_told_without_their_names() {
        put(admin(), dana, 0, "{'roles':['DESK'],'name':'Dana Vogel'}");
        var changed = put(anton, dana, 1, "{'roles':['DESK','CLINIC_ADMIN']}");

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().get("name").asString()).isEqualTo("Dana Vogel");
        var members = as(anton, "/clinics/" + clinic + "/members").json().get("members");
        assertThat(members).hasSize(2);
        var told = Told.on(Topics.MEMBERS, dana, 2).getLast();
        assertThat(told.at("/memberships/0/clinicId").asString()).isEqualTo(clinic);
        assertThat(told.at("/memberships/0/roles").toString()).isEqualTo("[\"DESK\",\"CLINIC_ADMIN\"]");
        assertThat(told.toString()).doesNotContain("Vogel");
    }

    @Test
    void who_is_taken_out_is_out_with_the_next_request() {
        put(admin(), dana, 0, "{'roles':['CLINIC_ADMIN']}");
        assertThat(as(dana, "/clinics/" + clinic + "/members").status()).isEqualTo(200);

        assertThat(delete(anton, "/clinics/" + clinic + "/members/" + dana, 1).status())
                .isEqualTo(204);

        assertThat(as(dana, "/clinics/" + clinic + "/members").status()).isEqualTo(403);
        assertThat(Told.on(Topics.MEMBERS, dana, 2).getLast().get("memberships"))
                .isEmpty();
    }

    @Test
    void who_leaves_is_out_with_the_next_request_and_their_name_is_forgotten() {
        put(admin(), dana, 0, "{'roles':['CLINIC_ADMIN'],'name':'Dana Vogel','mail':'dana@spree.example'}");

        assertThat(delete(dana, "/me/memberships/" + clinic, 1).status()).isEqualTo(204);

        assertThat(as(dana, "/clinics/" + clinic + "/members").status()).isEqualTo(403);
        var me = as(dana, "/me").json();
        assertThat(me.get("memberships")).isEmpty();
        assertThat(me.get("version").asLong()).isEqualTo(2);
        var back = put(admin(), dana, 2, "{'roles':['DESK']}");
        assertThat(back.json().has("name") && !back.json().get("name").isNull()).isFalse();
    }

    @Test
    void only_the_platform_takes_in_whom_it_names() {
        assertThat(put(anton, dana, 0, "{'roles':['DESK']}").problem()).isEqualTo("unknown-member");
        assertThat(delete(anton, "/clinics/" + clinic + "/members/" + dana, 0).problem())
                .isEqualTo("unknown-member");
    }

    @Test
    void nobody_becomes_a_therapist_of_another_clinic() {
        var elsewhere = api.post("/clinics", Examples.clinic()).text("/id");
        var theirs = api.post("/therapists?clinicId=" + elsewhere, Examples.therapist())
                .text("/id");
        var refused = put(anton, anton, 1, "{'roles':['CLINIC_ADMIN','THERAPIST'],'therapistId':'" + theirs + "'}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problem()).isEqualTo("unknown-therapist");
        assertThat(refused.firstError()).startsWith("therapistId");

        var own = post(
                anton, "/therapists?clinicId=" + clinic, Examples.therapist().toString());
        assertThat(own.status()).isEqualTo(201);
        var ours = own.text("/id");
        assertThat(put(anton, anton, 1, "{'roles':['CLINIC_ADMIN','THERAPIST'],'therapistId':'" + ours + "'}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_request_repeated_by_somebody_else_takes_nobody_over() {
        var elsewhere = api.post("/clinics", Examples.clinic()).text("/id");
        var key = UUID.randomUUID().toString();
        var theirs = api.post("/therapists?clinicId=" + elsewhere, key, Examples.therapist());
        var stolen = api.send(api.request("/therapists?clinicId=" + clinic)
                .setHeader("Authorization", bearer(anton))
                .setHeader("Content-Type", "application/json")
                .setHeader("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(Examples.therapist().toString())));

        var id = theirs.text("/id");
        assertThat(stolen.text("/id")).isEqualTo(id);
        assertThat(put(anton, anton, 1, "{'roles':['THERAPIST'],'therapistId':'" + id + "'}")
                        .problem())
                .isEqualTo("unknown-therapist");
    }

    @Test
    void two_admins_at_once_do_not_undo_each_other() {
        put(admin(), dana, 0, "{'roles':['DESK']}");
        put(anton, dana, 1, "{'roles':['CLINIC_ADMIN']}");

        var late = put(admin(), dana, 1, "{'roles':['DESK']}");

        assertThat(late.status()).isEqualTo(412);
        assertThat(late.json().get("currentVersion").asLong()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'roles':[]} | roles",
                "{} | roles",
                "{'roles':['BOSS']} | roles",
                "{'roles':['THERAPIST']} | therapistId",
                "{'roles':['DESK'],'therapistId':'10000000-0000-4000-8000-000000000001'} | therapistId",
                "{'roles':['THERAPIST'],'therapistId':'x'} | therapistId",
                "{'roles':['DESK'],'name':''} | name",
                "{'roles':['DESK'],'mail':'a\\nb'} | mail"
            })
    void a_wrong_field_is_named(String body, String field) {
        var answer = put(admin(), dana, 0, body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.firstError()).startsWith(field);
    }

    @Test
    void me_says_who_the_token_says_i_am_and_what_i_am_where() {
        var me = as(anton, "/me").json();

        assertThat(me.get("person").asString()).isEqualTo(anton);
        assertThat(me.get("platformAdmin").asBoolean()).isFalse();
        assertThat(me.at("/memberships/0/clinicId").asString()).isEqualTo(clinic);
    }

    private static String admin() {
        return "platform-admin";
    }

    private static String bearer(String person) {
        return "Bearer " + (person.equals(admin()) ? Issuer.platformAdmin() : Issuer.token(person, null));
    }

    private Answer as(String person, String path) {
        return api.send(
                api.request(path).setHeader("Authorization", bearer(person)).GET());
    }

    private Answer put(String who, String person, long version, String body) {
        return api.send(api.request("/clinics/" + clinic + "/members/" + person)
                .setHeader("Authorization", bearer(who))
                .setHeader("Content-Type", "application/json")
                .setHeader("If-Match", "\"" + version + "\"")
                .PUT(BodyPublishers.ofString(body.replace('\'', '"'))));
    }

    private Answer post(String who, String path, String body) {
        return api.send(api.request(path)
                .setHeader("Authorization", bearer(who))
                .setHeader("Content-Type", "application/json")
                .setHeader("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(body)));
    }

    private Answer delete(String who, String path, long version) {
        return api.send(api.request(path)
                .setHeader("Authorization", bearer(who))
                .setHeader("If-Match", "\"" + version + "\"")
                .DELETE());
    }
}
