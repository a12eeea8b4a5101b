package io.rhomboid.therapist.treatment;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

import io.rhomboid.therapist.Api;
import io.rhomboid.therapist.Examples;
import io.rhomboid.therapist.ServiceTest;
import io.rhomboid.therapist.Spoiled;

import static org.assertj.core.api.Assertions.assertThat;

@ServiceTest
class ClinicLengthsTest {

    @Autowired
    Api api;

    String clinic = "";
    String lengths = "";

    @BeforeEach
    void a_clinic() {
        clinic = api.post("/clinics", Examples.clinic()).text("/id");
        lengths = "/clinics/" + clinic + "/treatments/TRIGGER_POINT/lengths";
    }

    @Test
    void a_treatment_lasts_here_as_the_clinic_says_and_elsewhere_as_the_catalogue_says() {
        var answer = api.put(lengths, "\"1\"", minutes("[20, 75]"));

        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        assertThat(answer.etag()).isEqualTo("\"2\"");
        assertThat(answer.json().get("lengthsMinutes").toString()).isEqualTo("[20,75]");
        assertThat(answer.json().get("pricesLeft")).isEmpty();
        assertThat(onTheMenu("?clinicId=" + clinic)).isEqualTo("[20,75]");
        assertThat(onTheMenu("")).isEqualTo("[30,45,60]");
        assertThat(api.put("/clinics/" + clinic, "\"2\"", Examples.clinic()).status())
                .isEqualTo(200);
        assertThat(onTheMenu("?clinicId=" + clinic)).isEqualTo("[20,75]");
    }

    @Test
    void a_price_may_have_no_other_length_and_one_that_is_left_is_told() {
        var therapist = api.post("/therapists", Examples.therapist()).location();
        assertThat(price(therapist, "\"1\"", 60).status()).isEqualTo(200);

        var changed = api.put(lengths, "\"1\"", minutes("[20, 75]"));
        assertThat(changed.json().get("pricesLeft")).hasSize(1);
        assertThat(changed.text("/pricesLeft/0/name")).isEqualTo("Mira Albrecht");
        assertThat(changed.text("/pricesLeft/0/therapistId"))
                .isEqualTo(therapist.substring("/api/v1/therapists/".length()));
        assertThat(changed.json().at("/pricesLeft/0/lengthMinutes").asInt()).isEqualTo(60);
        assertThat(price(therapist, "\"2\"", 60).firstError())
                .isEqualTo("offers[0].lengthMinutes must be one of the treatment's at this clinic: [20, 75]");
        assertThat(price(therapist, "\"2\"", 75).status()).isEqualTo(200);

        var back = api.delete(lengths, "\"2\"");
        assertThat(back.status()).isEqualTo(200);
        assertThat(back.json().get("lengthsMinutes").toString()).isEqualTo("[30,45,60]");
        assertThat(back.json().at("/pricesLeft/0/lengthMinutes").asInt()).isEqualTo(75);
    }

    @Test
    void the_guide_suggests_a_length_of_the_clinic() {
        api.put(lengths, "\"1\"", minutes("[20, 40]"));

        var answer = api.post(
                "/guide",
                Api.json("{'qualities': ['KNOTS'], 'areas': ['RHOMBOIDS'], 'pain': 4,"
                        + " 'health': [], 'clinicId': '%s'}".formatted(clinic)));

        assertThat(answer.text("/suggestions/0/treatment")).isEqualTo("TRIGGER_POINT");
        assertThat(answer.json().at("/suggestions/0/lengthMinutes").asInt()).isEqualTo(40);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/lengthsMinutes | | lengthsMinutes",
                "/lengthsMinutes | [] | lengthsMinutes",
                "/lengthsMinutes | [60, 30] | lengthsMinutes[1]",
                "/lengthsMinutes | [31] | lengthsMinutes[0]",
                "/lengthsMinutes | [300] | lengthsMinutes[0]",
                "/lengthsMinutes | ['30'] | lengthsMinutes[0]",
                "/lengthsMinutes | [null] | lengthsMinutes[0]",
                "/source | 'me' | source"
            })
    void what_is_wrong_is_named(String pointer, String value, String field) {
        var answer = api.put(lengths, "\"1\"", Spoiled.at(minutes("[30]"), pointer, value));

        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(400);
        assertThat(answer.text("/errors/0/field")).isEqualTo(field);
    }

    @Test
    void who_and_what_must_be_there() {
        var nowhere = lengths.replace(clinic, "0b8f7b0e-0000-4000-8000-000000000001");

        assertThat(api.put(nowhere, "\"1\"", minutes("[30]")).problem()).isEqualTo("unknown-clinic");
        assertThat(api.put(lengths.replace("TRIGGER_POINT", "REIKI"), "\"1\"", minutes("[30]"))
                        .problem())
                .isEqualTo("unknown-treatment");
        assertThat(api.put(lengths, "\"7\"", minutes("[30]")).problem()).isEqualTo("version-changed");
    }

    private Api.Answer price(String therapist, String etag, int lengthMinutes) {
        return api.put(
                therapist + "/prices",
                etag,
                Examples.prices(Examples.offer(clinic, "TRIGGER_POINT", lengthMinutes, 8900, "EUR")));
    }

    private static ObjectNode minutes(String list) {
        return Api.json("{'lengthsMinutes': %s}".formatted(list));
    }

    private String onTheMenu(String query) {
        return api.get("/treatments" + query)
                .json()
                .get("treatments")
                .valueStream()
                .filter(it -> it.get("code").asString().equals("TRIGGER_POINT"))
                .findFirst()
                .orElseThrow()
                .get("lengthsMinutes")
                .toString();
    }
}
