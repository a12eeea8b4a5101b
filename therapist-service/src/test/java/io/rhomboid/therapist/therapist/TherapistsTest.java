package io.rhomboid.therapist.therapist;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import io.rhomboid.therapist.Api;
import io.rhomboid.therapist.Examples;
import io.rhomboid.therapist.ServiceTest;
import io.rhomboid.therapist.Spoiled;

import static org.assertj.core.api.Assertions.assertThat;

@ServiceTest
class TherapistsTest {

    @Autowired
    Api api;

    @Test
    void a_new_therapist_has_a_profile_and_nothing_to_sell_yet() {
        var created = api.post("/therapists", Examples.therapist());

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.location()).isEqualTo("/api/v1/therapists/" + created.text("/id"));
        assertThat(created.text("/about")).isEqualTo("Quiet hands.\nI ask first.");
        for (var empty : List.of("/licences", "/offers", "/rota/weekly", "/rota/overrides", "/rota/timeOff")) {
            assertThat(created.json().at(empty).isArray()).as(empty).isTrue();
            assertThat(created.json().at(empty)).as(empty).isEmpty();
        }
        assertThat(api.get(created.location()).json()).isEqualTo(created.json());
    }

    @Test
    void the_same_request_twice_makes_one_therapist() {
        var key = UUID.randomUUID().toString();
        var first = api.post("/therapists", key, Examples.therapist());

        assertThat(api.post("/therapists", key, Examples.therapist()).json()).isEqualTo(first.json());
        assertThat(api.post("/therapists", key, Examples.therapist().put("name", "Other"))
                        .problem())
                .isEqualTo("idempotency-key-reused");
    }

    @Test
    void a_profile_changes_without_touching_the_rest() {
        var clinic = api.post("/clinics", Examples.clinic()).text("/id");
        var created = api.post("/therapists", Examples.therapist());
        api.put(
                created.location() + "/prices",
                "\"1\"",
                Examples.prices(Examples.offer(clinic, "TRIGGER_POINT", 60, 8900, "EUR")));

        var answer = api.put(created.location(), "\"2\"", Examples.therapist().put("name", "Mira Lindner"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.etag()).isEqualTo("\"3\"");
        assertThat(answer.text("/name")).isEqualTo("Mira Lindner");
        assertThat(answer.json().at("/offers")).hasSize(1);
    }

    @Test
    void a_therapist_names_the_bodies_behind_their_training() {
        var with = Spoiled.at(Examples.therapist(), "/professionalBodies", "['VPT', 'Physio Deutschland']");
        var created = api.post("/therapists", with);

        assertThat(created.json().at("/professionalBodies")).isEqualTo(with.get("professionalBodies"));
        assertThat(api.put(created.location(), "\"1\"", Examples.therapist())
                        .json()
                        .at("/professionalBodies"))
                .isEmpty();
    }

    @Test
    void a_technique_with_prices_can_not_be_dropped() {
        var clinic = api.post("/clinics", Examples.clinic()).text("/id");
        var created = api.post("/therapists", Examples.therapist());
        api.put(
                created.location() + "/prices",
                "\"1\"",
                Examples.prices(Examples.offer(clinic, "HOT_STONE", 60, 8900, "EUR")));
        var without = Examples.therapist();
        without.withArray("/specializations").remove(1);

        assertThat(api.put(created.location(), "\"2\"", without).firstError())
                .startsWith("specializations must keep HOT_STONE");
    }

    @Test
    void a_change_needs_the_version_that_was_seen() {
        var created = api.post("/therapists", Examples.therapist());

        assertThat(api.put(created.location(), "\"2\"", Examples.therapist()).status())
                .isEqualTo(412);
        assertThat(api.put(created.location(), "2", Examples.therapist()).status())
                .isEqualTo(400);
        assertThat(api.put("/therapists/" + UUID.randomUUID(), "\"1\"", Examples.therapist())
                        .problem())
                .isEqualTo("unknown-therapist");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/name | 'A\\u202Eb' | name",
                "/listing | 'OPEN' | listing",
                "/gender | | gender",
                "/languages | [] | languages",
                "/languages | ['german'] | languages[0]",
                "/languages | ['xx'] | languages[0]",
                "/languages | ['de', 'de'] | languages[1]",
                "/about | 'a\\u0007b' | about",
                "/practisingSince | 1900 | practisingSince",
                "/practisingSince | 2999 | practisingSince",
                "/practisingSince | '2012' | practisingSince",
                "/specializations | [] | specializations",
                "/specializations/0/treatment | 'REIKI' | specializations[0].treatment",
                "/specializations/1/treatment | 'TRIGGER_POINT' | specializations[1].treatment",
                "/specializations/0/experienceYears | 50 | specializations[0].experienceYears",
                "/specializations/0/experienceYears | | specializations[0].experienceYears",
                "/professionalBodies | 'VPT' | professionalBodies",
                "/professionalBodies | [' '] | professionalBodies[0]",
                "/professionalBodies | ['VPT', null] | professionalBodies[1]",
                "/professionalBodies | ['VPT', 'vpt'] | professionalBodies[1]",
                "/professionalBodies | ['1','2','3','4','5','6','7','8','9','10','11'] | professionalBodies",
                "/photo | '/api/v1/photos/x' | photo",
                "/licences | [] | licences"
            })
    void what_is_wrong_is_named(String pointer, String value, String field) {
        var answer = api.post("/therapists", Spoiled.at(Examples.therapist(), pointer, value));

        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(400);
        assertThat(answer.text("/errors/0/field")).isEqualTo(field);
    }

    @Test
    void a_draft_can_be_read() {
        var draft = api.post("/therapists", Examples.therapist().put("listing", "DRAFT"));

        assertThat(api.get(draft.location()).status()).isEqualTo(200);
    }
}
