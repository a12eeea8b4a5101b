package io.rhomboid.therapist.clinic;

import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.rhomboid.therapist.Api;
import io.rhomboid.therapist.Api.Answer;
import io.rhomboid.therapist.Examples;
import io.rhomboid.therapist.ServiceTest;

import static org.assertj.core.api.Assertions.assertThat;

@ServiceTest
class CancellingTermsTest {

    @Autowired
    Api api;

    @Test
    void there_are_five_presets_from_mild_to_strict() {
        var presets = api.get("/cancellation-presets").json().get("presets");

        assertThat(presets.valueStream().map(preset -> preset.get("code").asString()))
                .containsExactly("ZERO", "FLEXIBLE", "FAIR", "MODERATE", "STRICT");
        assertThat(presets).allSatisfy(preset -> {
            assertThat(preset.get("advice").asString()).isNotBlank();
            assertThat(preset.get("terms").asString()).endsWith(".");
        });
        for (var number : List.of("freeMinutes", "latePercent", "noShowPercent")) {
            assertThat(presets.valueStream().map(preset -> preset.get(number).asInt()))
                    .isSorted();
        }
    }

    @ParameterizedTest
    @CsvSource({"ZERO", "FLEXIBLE", "FAIR", "MODERATE", "STRICT"})
    void a_policy_may_name_a_preset_and_is_answered_with_its_numbers(String code) {
        var preset = api.get("/cancellation-presets")
                .json()
                .get("presets")
                .valueStream()
                .filter(it -> it.get("code").asString().equals(code))
                .findFirst()
                .orElseThrow();

        var policy = created(Examples.clinic(), "{'cancellation': '%s'}".formatted(code));

        assertThat(policy.get("cancellation").asString()).isEqualTo(code);
        assertThat(policy.get("freeCancellationMinutes")).isEqualTo(preset.get("freeMinutes"));
        assertThat(policy.get("lateCancellationPercent")).isEqualTo(preset.get("latePercent"));
        assertThat(policy.get("noShowPercent")).isEqualTo(preset.get("noShowPercent"));
        assertThat(policy.get("cancellationTerms")).isEqualTo(preset.get("terms"));
    }

    @Test
    void numbers_of_a_presets_are_that_preset_and_others_are_custom() {
        var fair = "{'freeCancellationMinutes': 1440, 'lateCancellationPercent': 50, 'noShowPercent': 100}";
        assertThat(created(Examples.clinic(), fair).get("cancellation").asString())
                .isEqualTo("FAIR");

        var own = "{'cancellation': 'CUSTOM', 'freeCancellationMinutes': 1441, 'lateCancellationPercent': 50}";
        assertThat(created(Examples.clinic(), own).get("cancellation").asString())
                .isEqualTo("CUSTOM");
    }

    @Test
    void a_policy_can_be_sent_back_as_it_was_answered() {
        var preset = created(Examples.clinic(), "{'cancellation': 'STRICT'}");
        ((ObjectNode) preset).remove("cancellationTerms");

        var again = Examples.clinic();
        again.set("policy", preset);
        assertThat(api.post("/clinics", again).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1440 | 50 | 100 | Free until 24 hours before; later half the price; not coming costs the full price.",
                "0 | 100 | 100 | Free until the session begins; not coming costs the full price.",
                "720 | 0 | 0 | Free until the session begins; not coming costs nothing.",
                "60 | 25 | 50 | Free until 1 hour before; later 25% of the price; not coming costs half the price.",
                "30 | 25 | 0 | Free until 30 minutes before; later 25% of the price; not coming costs nothing.",
                "150 | 10 | 0 | Free until 2 hours 30 minutes before; later 10% of the price; not coming costs nothing.",
                "4320 | 100 | 100 | Free until 72 hours before; later the full price; not coming costs the full price.",
                "10080 | 100 | 100 | Free until 7 days before; later the full price; not coming costs the full price."
            })
    void the_terms_are_a_sentence_for_clients(int free, int late, int noShow, String sentence) {
        assertThat(CancellationTerms.of(free, late, noShow)).isEqualTo(sentence);
    }

    @Test
    void equal_sentences_mean_that_equal_amounts_are_owed() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            int[] one = {random.nextInt(5) * 60, random.nextInt(3) * 50, random.nextInt(3) * 50};
            int[] other = {random.nextInt(5) * 60, random.nextInt(3) * 50, random.nextInt(3) * 50};
            var sameWords = CancellationTerms.of(one[0], one[1], one[2])
                    .equals(CancellationTerms.of(other[0], other[1], other[2]));

            assertThat(sameWords).as("seed %d", seed).isEqualTo(owesTheSame(one, other));
        }
    }

    /** Minute by minute before the start, and for not coming. */
    private static boolean owesTheSame(int[] one, int[] other) {
        for (int before = 1; before <= 300; before++) {
            if (owed(one, before) != owed(other, before)) return false;
        }
        return one[2] == other[2];
    }

    private static int owed(int[] terms, int minutesBefore) {
        return minutesBefore >= terms[0] ? 0 : terms[1];
    }

    private JsonNode created(ObjectNode clinic, String cancelling) {
        var policy = (ObjectNode) clinic.get("policy");
        policy.remove(List.of("freeCancellationMinutes", "lateCancellationPercent"));
        policy.setAll(Api.json(cancelling));
        Answer answer = api.post("/clinics", clinic);
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
        assertThat(answer.response().body()).containsOnlyOnce("\"policy\"");
        return answer.json().get("policy");
    }
}
