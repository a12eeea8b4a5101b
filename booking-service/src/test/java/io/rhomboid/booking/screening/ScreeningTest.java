package io.rhomboid.booking.screening;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.rhomboid.booking.availability.Versioned;
import io.rhomboid.booking.screening.Verdict.Outcome;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.treatment.Contraindication;
import io.rhomboid.contracts.treatment.Contraindication.Level;
import io.rhomboid.contracts.treatment.ContraindicationCode;
import io.rhomboid.contracts.treatment.Treatment;
import io.rhomboid.contracts.treatment.Treatment.Pressure;
import io.rhomboid.contracts.treatment.TreatmentCode;

import static org.assertj.core.api.Assertions.assertThat;

class ScreeningTest {

    static final TreatmentCode SWEDISH = TreatmentCode.of("SWEDISH");
    static final TreatmentCode HOT_STONE = TreatmentCode.of("HOT_STONE");
    static final TreatmentCode OURS = TreatmentCode.of("OURS");
    static final ClinicId CLINIC = new ClinicId(UUID.randomUUID());

    static final Contraindication FEVER = rule("FEVER", Level.STOP);
    static final Contraindication PREGNANCY = rule("PREGNANCY", Level.ASK_DOCTOR);
    static final Contraindication DIABETES = rule("DIABETES", Level.NOT_THIS_TECHNIQUE);

    final Screening screening = new Screening(Map.of(
            SWEDISH, treatment(3, null, PREGNANCY, FEVER),
            HOT_STONE, treatment(7, null, DIABETES, PREGNANCY, FEVER),
            OURS, treatment(1, CLINIC, PREGNANCY, FEVER)));

    @Test
    void only_what_the_chosen_technique_needs_is_asked_and_a_stop_comes_first() {
        assertThat(screening.questions(List.of(SWEDISH)))
                .extracting(question -> question.code().value())
                .containsExactly("FEVER", "PREGNANCY");
        assertThat(screening.questions(List.of(SWEDISH, HOT_STONE)))
                .extracting(question -> question.code().value())
                .containsExactly("FEVER", "DIABETES", "PREGNANCY");
        assertThat(screening.questions(List.of(SWEDISH, HOT_STONE)).getFirst().treatments())
                .containsExactly(SWEDISH, HOT_STONE);
        assertThat(screening.questions(List.of(TreatmentCode.of("NONE")))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SWEDISH   |                          | CLEAR              | true  | true",
                "SWEDISH   | DIABETES                 | CLEAR              | true  | true",
                "SWEDISH   | PREGNANCY                | ASK_DOCTOR_FIRST   | false | true",
                "HOT_STONE | PREGNANCY,DIABETES       | NOT_THIS_TECHNIQUE | false | true",
                "HOT_STONE | DIABETES                 | NOT_THIS_TECHNIQUE | false | true",
                "SWEDISH   | FEVER                    | STOP               | false | false",
                "HOT_STONE | FEVER,DIABETES,PREGNANCY | STOP               | false | false",
            })
    void the_strictest_rule_holds(String treatment, String has, Outcome outcome, boolean bookable, boolean withDoctor) {
        var verdict = screening.verdict(List.of(TreatmentCode.of(treatment)), codes(has), null);

        assertThat(verdict.outcome()).isEqualTo(outcome);
        assertThat(verdict.isBookable(false)).isEqualTo(bookable);
        assertThat(verdict.isBookable(true)).isEqualTo(withDoctor);
    }

    @Test
    void a_verdict_names_rule_version_and_source() {
        var verdict = screening.verdict(List.of(HOT_STONE), codes("PREGNANCY,FEVER"), null);

        assertThat(verdict.findings())
                .containsExactly(new Finding(HOT_STONE, 7, FEVER), new Finding(HOT_STONE, 7, PREGNANCY));
    }

    @Test
    void who_can_not_have_this_technique_is_offered_those_that_fit() {
        assertThat(screening
                        .verdict(List.of(HOT_STONE), codes("DIABETES"), null)
                        .fits())
                .containsExactly(SWEDISH);
        assertThat(screening
                        .verdict(List.of(HOT_STONE), codes("DIABETES"), CLINIC)
                        .fits())
                .containsExactly(OURS, SWEDISH);
        assertThat(screening
                        .verdict(List.of(HOT_STONE), codes("DIABETES,FEVER"), CLINIC)
                        .fits())
                .isEmpty();
        assertThat(screening
                        .verdict(List.of(SWEDISH), codes("PREGNANCY"), CLINIC)
                        .fits())
                .isEmpty();
    }

    @Test
    void of_several_techniques_each_is_held_to_its_own_rules() {
        var verdict = screening.verdict(List.of(SWEDISH, HOT_STONE), codes("DIABETES"), null);

        assertThat(verdict.outcome()).isEqualTo(Outcome.NOT_THIS_TECHNIQUE);
        assertThat(verdict.findings()).containsExactly(new Finding(HOT_STONE, 7, DIABETES));
        assertThat(verdict.fits()).isEmpty();
    }

    private static Set<ContraindicationCode> codes(String has) {
        return has == null
                ? Set.of()
                : Set.of(has.split(",")).stream().map(ContraindicationCode::of).collect(Collectors.toSet());
    }

    private static Contraindication rule(String code, Level level) {
        return new Contraindication(ContraindicationCode.of(code), level, "a condition", "what to do", "001");
    }

    private static Versioned<Treatment> treatment(long version, ClinicId clinic, Contraindication... rules) {
        return new Versioned<>(
                version,
                new Treatment(
                        "a name",
                        "how",
                        new Pressure(Pressure.Level.LIGHT, Pressure.Level.FIRM, false),
                        List.of(),
                        List.of(),
                        null,
                        List.of(60),
                        Set.of(),
                        Set.of(),
                        List.of(rules),
                        List.of("001"),
                        clinic));
    }
}
