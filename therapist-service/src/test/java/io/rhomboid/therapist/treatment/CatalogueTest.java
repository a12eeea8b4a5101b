package io.rhomboid.therapist.treatment;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

import io.rhomboid.contracts.treatment.Contraindication;
import io.rhomboid.contracts.treatment.Contraindication.Level;
import io.rhomboid.contracts.treatment.ContraindicationCode;
import io.rhomboid.contracts.treatment.Treatment;
import io.rhomboid.contracts.treatment.Treatment.Pressure;
import io.rhomboid.contracts.treatment.TreatmentCode;
import io.rhomboid.platform.web.StrictJson;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

/** Every fact that the articles 000 to 004 say about techniques and about who must not be massaged. */
class CatalogueTest {

    final Catalogue catalogue = Catalogue.load(StrictJson.mapper());

    @Test
    void there_are_the_seven_techniques() {
        assertThat(catalogue.treatments().keySet().stream().map(TreatmentCode::value))
                .containsExactlyInAnyOrder(
                        "DEEP_TISSUE", "SWEDISH", "TRIGGER_POINT", "THAI", "SPORTS", "FOOT", "HOT_STONE");
    }

    /** Technique, where it is said, and the words that must be there, in small letters. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "DEEP_TISSUE | how | slow; deliberate; firm strokes; deep muscle layers; connective tissue; cross-fibre friction",
                "DEEP_TISSUE | bestFor | chronic pain; stiff knots; rigidity; postural problems",
                "DEEP_TISSUE | benefits | releases tension; restores movement",
                "DEEP_TISSUE | feelsLike | uncomfortable or painful; therapist adjusts to the client's comfort",
                "SWEDISH | how | long gliding strokes; kneading; tapping; circles; gentle stretching; surface layer",
                "SWEDISH | bestFor | mild tension; stress-related discomfort; a first massage before a deeper one",
                "SWEDISH | benefits | circulation; relaxation; less stiffness",
                "SWEDISH | feelsLike | painless or mild",
                "TRIGGER_POINT | how | direct pressure on a knot until it releases",
                "TRIGGER_POINT | bestFor | knots between the shoulder blades; radiating or referred pain; muscle imbalance; nerve irritation",
                "TRIGGER_POINT | benefits | less referred pain; mobility; best technique for upper-back knots",
                "TRIGGER_POINT | feelsLike | local; hurt there or elsewhere; the client says so",
                "THAI | how | stretching; compression; rocking; hands; thumbs; elbows; feet",
                "THAI | bestFor | tightness; posture problems; limited mobility",
                "THAI | benefits | blood flow; flexibility; posture",
                "SPORTS | how | deep tissue; stretching; dynamic activation; combined",
                "SPORTS | bestFor | athletes; active people; overuse pain",
                "SPORTS | benefits | less fatigue; fewer injuries; faster recovery",
                "FOOT | how | reflexology; pressure on points of the feet that relate to the upper back",
                "FOOT | bestFor | indirect relief; stress-related tightness",
                "FOOT | benefits | relaxation; eased back soreness",
                "HOT_STONE | how | smooth stones; 43–54 °c; 110–130 °f; placed on the body; used for strokes",
                "HOT_STONE | bestFor | muscle tension; stress; mild to moderate discomfort",
                "HOT_STONE | benefits | circulation; endorphins; flexibility",
                "HOT_STONE | feelsLike | not for everyone"
            })
    void a_technique_carries_its_facts(String code, String where, String words) {
        var treatment = treatment(code);
        var said = switch (where) {
            case "how" -> treatment.how();
            case "bestFor" -> String.join("; ", treatment.bestFor());
            case "benefits" -> String.join("; ", treatment.benefits());
            default -> String.valueOf(treatment.feelsLike());
        };

        assertThat(said.toLowerCase()).contains(words.split("; "));
    }

    @ParameterizedTest
    @CsvSource({
        "DEEP_TISSUE, FIRM, INTENSE, false, 000 001 003",
        "SWEDISH, LIGHT, MODERATE, false, 001 003",
        "TRIGGER_POINT, FIRM, FIRM, false, 000 001 002 004",
        "THAI, MODERATE, MODERATE, false, 001",
        "SPORTS, MODERATE, FIRM, false, 001",
        "FOOT, LIGHT, MODERATE, false, 001",
        "HOT_STONE, LIGHT, MODERATE, true, 001 003"
    })
    void a_technique_has_its_pressure_and_its_sources(
            String code, Pressure.Level from, Pressure.Level to, boolean withHeat, String sources) {
        assertThat(treatment(code).pressure()).isEqualTo(new Pressure(from, to, withHeat));
        assertThat(treatment(code).sources()).containsExactly(sources.split(" "));
    }

    @Test
    void what_speaks_against_every_massage_is_there_with_its_level_and_source() {
        assertThat(catalogue.general().stream().map(CatalogueTest::row))
                .containsExactlyInAnyOrder(
                        "CHEST_PAIN STOP 002",
                        "SHORTNESS_OF_BREATH STOP 002",
                        "FEVER STOP 002",
                        "FALL STOP 002, 003",
                        "CAR_ACCIDENT STOP 002, 003",
                        "OTHER_INJURY STOP 002, 003",
                        "BLADDER_OR_BOWEL_PROBLEM STOP 002, 003",
                        "LOSS_OF_STRENGTH STOP 002, 003",
                        "NUMBNESS STOP 002, 003",
                        "RECOVERING_FROM_INJURY ASK_DOCTOR 002, 003",
                        "FRACTURE ASK_DOCTOR 001",
                        "SKIN_INFECTION ASK_DOCTOR 001",
                        "OPEN_WOUND ASK_DOCTOR 001",
                        "SERIOUS_MEDICAL_CONDITION ASK_DOCTOR 001",
                        "PREGNANCY ASK_DOCTOR 001, 002, 003",
                        "OSTEOPOROSIS ASK_DOCTOR 001, 002, 003",
                        "HERNIATED_DISC ASK_DOCTOR 001, 002, 003",
                        "OSTEOARTHRITIS ASK_DOCTOR 001, 002, 003",
                        "SCOLIOSIS ASK_DOCTOR 001, 002, 003",
                        "FIBROMYALGIA ASK_DOCTOR 001, 002, 003",
                        "SPONDYLITIS ASK_DOCTOR 001, 002, 003",
                        "OTHER_SPINAL_CONDITION ASK_DOCTOR 001, 002, 003",
                        "CHRONIC_SEVERE_PAIN ASK_DOCTOR 001, 002, 003");
    }

    @Test
    void every_treatment_has_the_general_ones_and_only_hot_stone_has_more() {
        catalogue.treatments().forEach((code, treatment) -> {
            assertThat(treatment.contraindications()).containsAll(catalogue.general());
            var own = treatment.contraindications().stream()
                    .filter(rule -> !catalogue.general().contains(rule))
                    .map(CatalogueTest::row);
            if (code.value().equals("HOT_STONE")) {
                assertThat(own)
                        .containsExactlyInAnyOrder(
                                "SENSITIVE_SKIN NOT_THIS_TECHNIQUE 003",
                                "DIABETES NOT_THIS_TECHNIQUE 003",
                                "CIRCULATORY_PROBLEM NOT_THIS_TECHNIQUE 003",
                                "ONLY_TREATMENT_FOR_STRONG_PAIN NOT_THIS_TECHNIQUE 003");
            } else {
                assertThat(own).isEmpty();
            }
        });
    }

    @Test
    void the_advice_says_what_the_articles_say() {
        var rules = treatment("HOT_STONE").contraindications().stream()
                .collect(toMap(Contraindication::code, Function.identity()));

        assertThat(rules.values().stream().filter(r -> r.level() == Level.STOP))
                .allMatch(r -> r.advice().contains("Seek medical care now")
                        || r.advice().contains("See a doctor before"));
        for (var code : List.of("FRACTURE", "SKIN_INFECTION", "OPEN_WOUND", "SERIOUS_MEDICAL_CONDITION")) {
            assertThat(rules.get(ContraindicationCode.of(code)).advice())
                    .isEqualTo("No massage until a doctor agrees.");
        }
        assertThat(rules.get(ContraindicationCode.of("PREGNANCY")).condition()).contains("raised risk of clots");
        assertThat(rules.get(ContraindicationCode.of("PREGNANCY")).advice())
                .contains("obstetrician", "pregnancy guidelines");
        assertThat(rules.get(ContraindicationCode.of("SCOLIOSIS")).advice()).contains("structural cause");
        assertThat(rules.get(ContraindicationCode.of("DIABETES")).advice()).contains("without a doctor's word");
        assertThat(rules.get(ContraindicationCode.of("BLADDER_OR_BOWEL_PROBLEM"))
                        .condition())
                .contains("new");
    }

    @Test
    void lengths_that_no_article_knows_are_marked_as_ours() {
        var file = new JsonMapper().readTree(CatalogueTest.class.getResourceAsStream("/catalogue/treatments.json"));
        var lengths = file.at("/treatments")
                .valueStream()
                .flatMap(treatment -> treatment.at("/lengths").valueStream())
                .toList();

        assertThat(lengths).allSatisfy(length -> {
            var fromTheArticle =
                    length.get("minutes").asInt() >= 30 && length.get("minutes").asInt() <= 60;
            assertThat(length.get("source").asString()).isEqualTo(fromTheArticle ? "001" : "house");
        });
        assertThat(catalogue.treatments().values())
                .allMatch(t -> t.lengthsMinutes().contains(60));
    }

    @Test
    void rooms_and_equipment_fit_the_technique() {
        assertThat(needs("THAI")).isEqualTo(Set.of("FLOOR_MAT"));
        assertThat(needs("FOOT")).isEqualTo(Set.of("RECLINER"));
        assertThat(needs("HOT_STONE")).isEqualTo(Set.of("TABLE", "HOT_STONE_KIT"));
        for (var code : List.of("DEEP_TISSUE", "SWEDISH", "TRIGGER_POINT", "SPORTS")) {
            assertThat(needs(code)).isEqualTo(Set.of("TABLE"));
        }
    }

    private Set<String> needs(String code) {
        var needs = new HashSet<String>();
        treatment(code).roomNeeds().forEach(need -> needs.add(need.value()));
        treatment(code).equipmentNeeds().forEach(need -> needs.add(need.value()));
        return needs;
    }

    private Treatment treatment(String code) {
        var treatment = catalogue.treatments().get(TreatmentCode.of(code));
        assertThat(treatment).as(code).isNotNull();
        return treatment;
    }

    private static String row(Contraindication rule) {
        return rule.code() + " " + rule.level() + " " + rule.source();
    }
}
