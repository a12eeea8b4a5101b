package io.rhomboid.therapist.guide;

import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.rhomboid.contracts.treatment.TreatmentCode;
import io.rhomboid.therapist.guide.Advice.Reason;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

/** Every line of what the articles say about who must not be massaged, or must ask first. */
class WhoMustNotBeMassagedTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HEALTH CHEST_PAIN | STOP | CHEST_PAIN | 002 | Seek medical care now",
                "HEALTH SHORTNESS_OF_BREATH | STOP | SHORTNESS_OF_BREATH | 002 | Seek medical care now",
                "HEALTH FEVER | STOP | FEVER | 002 | Seek medical care now",
                "HEALTH FALL | STOP | FALL | 002, 003 | See a doctor before any massage",
                "HEALTH CAR_ACCIDENT | STOP | CAR_ACCIDENT | 002, 003 | See a doctor before any massage",
                "HEALTH OTHER_INJURY | STOP | OTHER_INJURY | 002, 003 | See a doctor before any massage",
                "CAUSE INJURY | STOP | OTHER_INJURY | 002, 003 | See a doctor before any massage",
                "HEALTH BLADDER_OR_BOWEL_PROBLEM | STOP | BLADDER_OR_BOWEL_PROBLEM | 002, 003 | See a doctor",
                "HEALTH LOSS_OF_STRENGTH | STOP | LOSS_OF_STRENGTH | 002, 003 | See a doctor before any massage",
                "HEALTH NUMBNESS | STOP | NUMBNESS | 002, 003 | See a doctor before any massage",
                "HEALTH FRACTURE | ASK_DOCTOR_FIRST | FRACTURE | 001 | until a doctor agrees",
                "HEALTH SKIN_INFECTION | ASK_DOCTOR_FIRST | SKIN_INFECTION | 001 | until a doctor agrees",
                "HEALTH OPEN_WOUND | ASK_DOCTOR_FIRST | OPEN_WOUND | 001 | until a doctor agrees",
                "HEALTH SERIOUS_MEDICAL_CONDITION | ASK_DOCTOR_FIRST | SERIOUS_MEDICAL_CONDITION | 001 | a doctor agrees",
                "CAUSE OTHER_ILLNESS | ASK_DOCTOR_FIRST | SERIOUS_MEDICAL_CONDITION | 001 | until a doctor agrees",
                "HEALTH PREGNANCY | ASK_DOCTOR_FIRST | PREGNANCY | 001, 002, 003 | obstetrician",
                "HEALTH PREGNANCY | ASK_DOCTOR_FIRST | PREGNANCY | 001, 002, 003 | pregnancy guidelines",
                "HEALTH PREGNANCY | ASK_DOCTOR_FIRST | PREGNANCY | 001, 002, 003 | risk of clots",
                "HEALTH OSTEOPOROSIS | ASK_DOCTOR_FIRST | OSTEOPOROSIS | 001, 002, 003 | structural cause",
                "HEALTH HERNIATED_DISC | ASK_DOCTOR_FIRST | HERNIATED_DISC | 001, 002, 003 | structural cause",
                "HEALTH OSTEOARTHRITIS | ASK_DOCTOR_FIRST | OSTEOARTHRITIS | 001, 002, 003 | structural cause",
                "HEALTH SCOLIOSIS | ASK_DOCTOR_FIRST | SCOLIOSIS | 001, 002, 003 | structural cause",
                "HEALTH FIBROMYALGIA | ASK_DOCTOR_FIRST | FIBROMYALGIA | 001, 002, 003 | structural cause",
                "HEALTH SPONDYLITIS | ASK_DOCTOR_FIRST | SPONDYLITIS | 001, 002, 003 | structural cause",
                "HEALTH OTHER_SPINAL_CONDITION | ASK_DOCTOR_FIRST | OTHER_SPINAL_CONDITION | 001, 002, 003 | from muscles",
                "CAUSE SPINAL_CONDITION | ASK_DOCTOR_FIRST | OTHER_SPINAL_CONDITION | 001, 002, 003 | from muscles",
                "HEALTH CHRONIC_SEVERE_PAIN | ASK_DOCTOR_FIRST | CHRONIC_SEVERE_PAIN | 001, 002, 003 | from muscles",
                "pain 7, COURSE CHRONIC | ASK_DOCTOR_FIRST | CHRONIC_SEVERE_PAIN | 001, 002, 003 | from muscles",
                "pain 10, days 90 | ASK_DOCTOR_FIRST | CHRONIC_SEVERE_PAIN | 001, 002, 003 | from muscles",
                "GOAL RECOVER_FROM_INJURY | ASK_DOCTOR_FIRST | RECOVERING_FROM_INJURY | 002, 003 | before any massage"
            })
    void a_line_of_the_articles_gives_its_verdict(
            String said, Verdict verdict, String rule, String source, String words) {
        var advice = Saying.advice(said);

        assertThat(advice.verdict()).isEqualTo(verdict);
        assertThat(advice.reasons()).hasSize(1).first().satisfies(reason -> {
            assertThat(reason.rule()).isEqualTo(rule);
            assertThat(reason.source()).isEqualTo(source);
            assertThat(reason.version()).isEqualTo(Saying.CATALOGUE.rulesVersion());
            assertThat(reason.says()).contains(words);
        });
        assertThat(advice.suggestions().isEmpty()).isEqualTo(verdict == Verdict.STOP);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HEALTH SENSITIVE_SKIN | HOT_STONE/SENSITIVE_SKIN | without a doctor's word",
                "HEALTH DIABETES | HOT_STONE/DIABETES | without a doctor's word",
                "HEALTH CIRCULATORY_PROBLEM | HOT_STONE/CIRCULATORY_PROBLEM | without a doctor's word",
                "HEALTH ONLY_TREATMENT_FOR_STRONG_PAIN | HOT_STONE/ONLY_TREATMENT_FOR_STRONG_PAIN | only treatment",
                "pain 7 | HOT_STONE/ONLY_TREATMENT_FOR_STRONG_PAIN | only treatment",
                "COURSE CHRONIC | HOT_STONE/ONLY_TREATMENT_FOR_STRONG_PAIN | only treatment"
            })
    void some_must_not_have_hot_stones_and_may_have_all_else(String said, String rule, String words) {
        var advice = Saying.advice(said);

        assertThat(advice.verdict()).isEqualTo(Verdict.CLEAR);
        assertThat(advice.on(TreatmentCode.of("HOT_STONE"))).satisfies(hotStone -> {
            assertThat(hotStone.verdict()).isEqualTo(Verdict.NOT_THIS_TECHNIQUE);
            assertThat(hotStone.reasons()).hasSize(1).first().satisfies(reason -> {
                assertThat(reason.rule()).isEqualTo(rule);
                assertThat(reason.source()).isEqualTo("003");
                assertThat(reason.says()).contains(words);
            });
        });
        assertThat(advice.suggestions().stream().map(it -> it.treatment().value()))
                .containsExactlyInAnyOrder("DEEP_TISSUE", "SWEDISH", "TRIGGER_POINT", "THAI", "SPORTS", "FOOT");
    }

    @Test
    void who_has_nothing_of_it_is_clear_and_may_have_everything() {
        var advice = Saying.advice("pain 6, COURSE ACUTE");

        assertThat(advice.verdict()).isEqualTo(Verdict.CLEAR);
        assertThat(advice.reasons()).isEmpty();
        assertThat(advice.suggestions()).hasSize(7);
    }

    @Test
    void every_reason_is_named_the_strictest_first() {
        var advice = Saying.advice("HEALTH PREGNANCY, HEALTH FEVER, HEALTH DIABETES");

        assertThat(advice.verdict()).isEqualTo(Verdict.STOP);
        assertThat(advice.reasons().stream().map(Reason::rule)).containsExactly("FEVER", "PREGNANCY");
        assertThat(advice.techniques()).hasSize(7).allMatch(it -> it.verdict() == Verdict.STOP);
        assertThat(advice.selfCare()).isEmpty();
        assertThat(advice.frequency()).isEmpty();
    }

    @Test
    void the_catalogue_has_no_rule_that_is_not_tried_here() {
        var known = Saying.CATALOGUE.treatments().values().stream()
                .flatMap(treatment -> treatment.contraindications().stream())
                .map(rule -> rule.code().value())
                .collect(toSet());

        assertThat(known)
                .isEqualTo(Set.of(
                        "CHEST_PAIN",
                        "SHORTNESS_OF_BREATH",
                        "FEVER",
                        "FALL",
                        "CAR_ACCIDENT",
                        "OTHER_INJURY",
                        "BLADDER_OR_BOWEL_PROBLEM",
                        "LOSS_OF_STRENGTH",
                        "NUMBNESS",
                        "RECOVERING_FROM_INJURY",
                        "FRACTURE",
                        "SKIN_INFECTION",
                        "OPEN_WOUND",
                        "SERIOUS_MEDICAL_CONDITION",
                        "PREGNANCY",
                        "OSTEOPOROSIS",
                        "HERNIATED_DISC",
                        "OSTEOARTHRITIS",
                        "SCOLIOSIS",
                        "FIBROMYALGIA",
                        "SPONDYLITIS",
                        "OTHER_SPINAL_CONDITION",
                        "CHRONIC_SEVERE_PAIN",
                        "SENSITIVE_SKIN",
                        "DIABETES",
                        "CIRCULATORY_PROBLEM",
                        "ONLY_TREATMENT_FOR_STRONG_PAIN"));
    }
}
