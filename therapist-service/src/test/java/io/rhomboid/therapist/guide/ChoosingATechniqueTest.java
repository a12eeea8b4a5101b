package io.rhomboid.therapist.guide;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.treatment.Treatment;
import io.rhomboid.contracts.treatment.TreatmentCode;
import io.rhomboid.therapist.guide.Advice.Reason;
import io.rhomboid.therapist.guide.Advice.Suggestion;

import static org.assertj.core.api.Assertions.assertThat;

/** Every "best for", every benefit and every limit that the articles name for a technique. */
class ChoosingATechniqueTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DEEP_TISSUE | COURSE CHRONIC | deep-tissue-chronic | 001",
                "DEEP_TISSUE | days 90 | deep-tissue-chronic | 001",
                "DEEP_TISSUE | QUALITY KNOTS | deep-tissue-knots | 001",
                "DEEP_TISSUE | QUALITY STIFFNESS | deep-tissue-rigidity | 001",
                "DEEP_TISSUE | CAUSE POOR_POSTURE | deep-tissue-posture | 003",
                "DEEP_TISSUE | CAUSE DESK_WORK | deep-tissue-posture | 003",
                "SWEDISH | pain 3, QUALITY TIGHTNESS | swedish-mild | 001",
                "SWEDISH | pain 3, QUALITY STIFFNESS | swedish-mild | 001",
                "SWEDISH | pain 1, GOAL TREAT_TIGHTNESS | swedish-mild | 001",
                "SWEDISH | CAUSE STRESS | swedish-stress | 001",
                "SWEDISH | GOAL RELIEVE_STRESS | swedish-stress | 001",
                "SWEDISH | PERSON FIRST_MASSAGE | swedish-first | 001",
                "SWEDISH | GOAL WELL_BEING | swedish-well-being | 001",
                "SWEDISH | pain 7 | swedish-gentle | 003",
                "TRIGGER_POINT | QUALITY KNOTS | trigger-point-knots | 002, 004",
                "TRIGGER_POINT | QUALITY KNOTS, AREA RHOMBOIDS | trigger-point-shoulder-blades | 001",
                "TRIGGER_POINT | QUALITY RADIATING | trigger-point-radiating | 001",
                "TRIGGER_POINT | QUALITY SHARP_OR_BURNING | trigger-point-nerve | 001",
                "TRIGGER_POINT | QUALITY ONE_SIDED | trigger-point-imbalance | 001",
                "THAI | QUALITY TIGHTNESS | thai-tightness | 001",
                "THAI | CAUSE POOR_POSTURE | thai-posture | 001",
                "THAI | QUALITY STIFFNESS | thai-mobility | 001",
                "SPORTS | PERSON ACTIVE | sports-active | 001",
                "SPORTS | CAUSE OVERUSE | sports-overuse | 001",
                "SPORTS | GOAL RECOVER_FROM_INJURY | sports-recovery | 001",
                "FOOT | QUALITY TIGHTNESS, CAUSE STRESS | foot-stress | 001",
                "FOOT | GOAL WELL_BEING | foot-relaxes | 001",
                "FOOT | pain 7 | foot-indirect | 001",
                "HOT_STONE | QUALITY TIGHTNESS | hot-stone-tension | 003",
                "HOT_STONE | CAUSE STRESS | hot-stone-stress | 003",
                "HOT_STONE | pain 6 | hot-stone-mild-to-moderate | 003",
                "HOT_STONE | pain 1 | hot-stone-mild-to-moderate | 003",
                "THAI | wanted THAI | wanted | house",
                "DEEP_TISSUE | PRESSURE FIRM | pressure-fits | 001",
                "DEEP_TISSUE | PRESSURE INTENSE | pressure-fits | 001",
                "SWEDISH | PRESSURE LIGHT | pressure-fits | 001",
                "SWEDISH | HEALTH PREGNANCY | gentle-in-pregnancy | house"
            })
    void this_speaks_for_it(String technique, String said, String rule, String source) {
        assertThat(suggestion(technique, said).reasonsFor().stream().map(ChoosingATechniqueTest::row))
                .contains(rule + " " + source);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DEEP_TISSUE | pain 7 | deep-tissue-can-hurt | 003",
                "DEEP_TISSUE | PERSON FIRST_MASSAGE | deep-tissue-not-the-first | 001",
                "DEEP_TISSUE | HEALTH PREGNANCY | firm-in-pregnancy | 001",
                "TRIGGER_POINT | HEALTH PREGNANCY | firm-in-pregnancy | 001",
                "SPORTS | HEALTH PREGNANCY | firm-in-pregnancy | 001",
                "HOT_STONE | HEALTH PREGNANCY | heat-in-pregnancy | house",
                "SWEDISH | QUALITY KNOTS | swedish-surface | 001",
                "SWEDISH | COURSE CHRONIC | swedish-surface | 001",
                "TRIGGER_POINT | pain 7 | trigger-point-can-hurt | 000",
                "FOOT | QUALITY KNOTS | foot-far-from-knots | 001",
                "DEEP_TISSUE | PRESSURE LIGHT | pressure-firmer | 001",
                "SWEDISH | PRESSURE FIRM | pressure-lighter | 001"
            })
    void this_speaks_against_it(String technique, String said, String rule, String source) {
        assertThat(suggestion(technique, said).reasonsAgainst().stream().map(ChoosingATechniqueTest::row))
                .contains(rule + " " + source);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "QUALITY KNOTS, AREA RHOMBOIDS | TRIGGER_POINT",
                "QUALITY RADIATING | TRIGGER_POINT",
                "COURSE CHRONIC, QUALITY STIFFNESS, PRESSURE INTENSE | DEEP_TISSUE",
                "PERSON FIRST_MASSAGE, CAUSE STRESS | SWEDISH",
                "PERSON ACTIVE, CAUSE OVERUSE | SPORTS",
                "QUALITY TIGHTNESS, QUALITY STIFFNESS, CAUSE DESK_WORK | THAI",
                "pain 5, QUALITY TIGHTNESS, CAUSE STRESS, wanted HOT_STONE | HOT_STONE"
            })
    void the_most_fitting_comes_first(String said, String technique) {
        assertThat(Saying.advice(said).suggestions().getFirst().treatment()).isEqualTo(TreatmentCode.of(technique));
    }

    @Test
    void a_score_is_the_sum_of_its_reasons_and_equal_scores_go_by_code() {
        var weights =
                Saying.RULES.ranking().stream().collect(Collectors.toMap(Rules.Ranking::id, Rules.Ranking::weight));
        var suggestions = Saying.advice("QUALITY TIGHTNESS, QUALITY KNOTS, CAUSE DESK_WORK, pain 8")
                .suggestions();

        assertThat(suggestions)
                .allSatisfy(it -> assertThat(it.score())
                        .isEqualTo(Stream.concat(it.reasonsFor().stream(), it.reasonsAgainst().stream())
                                .mapToInt(reason -> weights.get(reason.rule()))
                                .sum()));
        for (int i = 1; i < suggestions.size(); i++) {
            var before = suggestions.get(i - 1);
            var after = suggestions.get(i);
            assertThat(before.score() > after.score()
                            || before.score() == after.score()
                                    && before.treatment().compareTo(after.treatment()) < 0)
                    .isTrue();
        }
    }

    @Test
    void the_pressure_weighs_more_the_further_away_it_is() {
        assertThat(suggestion("SWEDISH", "PRESSURE INTENSE").score())
                .isEqualTo(suggestion("SWEDISH", "PRESSURE FIRM").score() - 2);
        assertThat(suggestion("SWEDISH", "PRESSURE FIRM")
                        .reasonsAgainst()
                        .getFirst()
                        .says())
                .isEqualTo("Its pressure (light to moderate) is lighter than you prefer.");
    }

    @Test
    void a_clinics_own_treatment_fits_by_what_the_clinic_says_it_is_best_for() {
        var acupressure = own("ACUPRESSURE", "stress", "new shoes");

        var suggestion = Saying.GUIDE
                .advise(Saying.complaint("CAUSE STRESS, AREA NECK, QUALITY KNOTS"), "", List.of(acupressure))
                .suggestions()
                .getFirst();

        assertThat(suggestion.score()).isEqualTo(2);
        assertThat(suggestion.reasonsFor().getFirst().says()).isEqualTo("The clinic names it for: stress.");
    }

    private static Offered own(String code, String... bestFor) {
        var house = Saying.CATALOGUE.treatments().get(TreatmentCode.of("SWEDISH"));
        var clinic = ClinicId.of("c1000000-0000-4000-8000-000000000001");
        return new Offered(
                TreatmentCode.of(code),
                3,
                new Treatment(
                        code,
                        house.how(),
                        house.pressure(),
                        List.of(bestFor),
                        house.benefits(),
                        null,
                        house.lengthsMinutes(),
                        house.roomNeeds(),
                        house.equipmentNeeds(),
                        house.contraindications(),
                        List.of(),
                        clinic));
    }

    private static Suggestion suggestion(String technique, String said) {
        return Saying.advice(said).suggestions().stream()
                .filter(it -> it.treatment().value().equals(technique))
                .findFirst()
                .orElseThrow();
    }

    private static String row(Reason reason) {
        return reason.rule() + " " + reason.source();
    }
}
