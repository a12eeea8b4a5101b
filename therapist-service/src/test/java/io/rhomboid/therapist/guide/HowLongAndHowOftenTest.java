package io.rhomboid.therapist.guide;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.rhomboid.contracts.treatment.TreatmentCode;
import io.rhomboid.therapist.guide.Advice.Reason;

import static org.assertj.core.api.Assertions.assertThat;

/** What the articles say about the length of a session, how often, and what to do in between. */
class HowLongAndHowOftenTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "QUALITY KNOTS, AREA RHOMBOIDS | TRIGGER_POINT | 30 | length-spot",
                "QUALITY KNOTS, AREA RHOMBOIDS, AREA NECK | TRIGGER_POINT | 45 | length-usual",
                "QUALITY TIGHTNESS | SWEDISH | 45 | length-usual",
                "GOAL RELIEVE_STRESS | SWEDISH | 60 | length-relaxation",
                "CAUSE STRESS | HOT_STONE | 60 | length-relaxation",
                "GOAL WELL_BEING | FOOT | 60 | length-relaxation",
                "QUALITY KNOTS, AREA RHOMBOIDS | THAI | 45 | length-spot"
            })
    void a_session_lasts_30_to_60_minutes(String said, String technique, int minutes, String rule) {
        var suggestion = Saying.advice(said).suggestions().stream()
                .filter(it -> it.treatment().value().equals(technique))
                .findFirst()
                .orElseThrow();

        assertThat(suggestion.lengthMinutes()).isEqualTo(minutes);
        assertThat(suggestion.length().rule()).isEqualTo(rule);
        assertThat(suggestion.length().source()).isEqualTo("001");
        assertThat(suggestion.length().says()).contains("30 to 60 minutes");
    }

    @ParameterizedTest
    @CsvSource({"15 90, 15", "20 40, 40", "90 120, 90", "35 55, 35", "25, 25"})
    void it_is_a_length_that_can_be_had(String offered, int minutes) {
        var thai = TreatmentCode.of("THAI");
        var lengths = Arrays.stream(offered.split(" ")).map(Integer::valueOf).toList();
        var treatment = Saying.CATALOGUE.treatments().get(thai).withLengths(lengths);

        assertThat(Saying.GUIDE
                        .advise(Saying.complaint(""), "", List.of(new Offered(thai, 1, treatment)))
                        .suggestions()
                        .getFirst()
                        .lengthMinutes())
                .isEqualTo(minutes);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pain 7 | START | 2 | 7 | 7 | frequency-severe | 004 | up to twice a week",
                "pain 6 | START | 1 | 7 | 7 | frequency-start | 001, 002 | Weekly to start",
                "pain 0 | START | 1 | 7 | 7 | frequency-start | 001, 002 | Weekly to start",
                "pain 7 | BETTER | 1 | 14 | 28 | frequency-better | 001 | every 2 to 4 weeks",
                "pain 5 | UPKEEP | 1 | 28 | 31 | frequency-upkeep | 004 | the knots come back"
            })
    void each_phase_has_its_frequency(
            String said, Rules.Phase phase, int sessions, int from, int to, String rule, String source, String words) {
        var advice = Saying.advice(said);

        assertThat(advice.frequency().stream().map(Advice.Phase::phase)).containsExactly(Rules.Phase.values());
        assertThat(advice.frequency()).anySatisfy(it -> {
            assertThat(it.phase()).isEqualTo(phase);
            assertThat(it.sessions()).isEqualTo(sessions);
            assertThat(it.inDaysFrom()).isEqualTo(from);
            assertThat(it.inDaysTo()).isEqualTo(to);
            assertThat(it.reason().rule()).isEqualTo(rule);
            assertThat(it.reason().source()).isEqualTo(source);
            assertThat(it.reason().says()).contains(words);
        });
    }

    @Test
    void the_therapist_adjusts_the_plan() {
        assertThat(Saying.advice("").frequency().getFirst().until()).contains("therapist adjusts the plan after each");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "care-change-position | 002 | every hour",
                "care-desk | 002 | desk",
                "care-wall-slides | 002 | Ten wall slides",
                "care-shoulder-rolls | 002 | Roll your shoulders",
                "care-butterfly | 002 | butterfly stretch",
                "care-rest | 004 | Rest",
                "care-stretch | 004 | Stretch and exercise",
                "care-heat-and-cold | 004 | Heat and cold",
                "care-tennis-ball | 001 | tennis ball on the hot spot; stop if it hurts",
                "care-move | 004 | Swim, walk or cycle"
            })
    void between_sessions_there_is_something_to_do(String rule, String source, String words) {
        assertThat(Saying.advice("CAUSE DESK_WORK, QUALITY KNOTS").selfCare()).anySatisfy(it -> {
            assertThat(it.rule()).isEqualTo(rule);
            assertThat(it.source()).isEqualTo(source);
            assertThat(it.says()).contains(words);
        });
    }

    @Test
    void nothing_that_presses_or_moves_is_named_while_a_doctor_must_be_asked() {
        assertThat(rules("HEALTH OSTEOPOROSIS, QUALITY KNOTS")).containsExactly("care-change-position", "care-rest");
    }

    @ParameterizedTest
    @CsvSource({"SENSITIVE_SKIN", "DIABETES", "CIRCULATORY_PROBLEM"})
    void no_heat_is_named_to_who_must_mind_it(String flag) {
        assertThat(rules("HEALTH " + flag)).doesNotContain("care-heat-and-cold").contains("care-move");
    }

    @Test
    void a_desk_is_not_named_to_who_sits_at_none() {
        assertThat(rules("CAUSE OVERUSE")).doesNotContain("care-desk", "care-tennis-ball");
    }

    private static List<String> rules(String said) {
        return Saying.advice(said).selfCare().stream().map(Reason::rule).toList();
    }
}
