package io.rhomboid.therapist.guide.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

import io.rhomboid.therapist.Api;
import io.rhomboid.therapist.ServiceTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Ten people and what the guide tells them, over HTTP. The same ten are a table in {@code docs/guide.md}, which must be
 * what the guide answers today; run with {@code -Dguide.docs=write} it writes the table.
 */
@ServiceTest
class TenComplaintsTest {

    static final Path PAGE = Path.of("../docs/guide.md");
    static final String BEGIN = "<!-- the ten: written by TenComplaintsTest -->\n";
    static final String END = "<!-- end of the ten -->\n";

    static final Set<String> SEVEN =
            Set.of("DEEP_TISSUE", "SWEDISH", "TRIGGER_POINT", "THAI", "SPORTS", "FOOT", "HOT_STONE");

    @Autowired
    Api api;

    /**
     * @param says what they would say across the counter
     * @param request what the page sends for them
     * @param first the technique that fits best, or none
     * @param rules that must be among those told, each with its source
     */
    record Person(String says, String request, String verdict, String first, List<String> rules) {}

    static final List<Person> TEN = List.of(
            new Person(
                    "I sit at a desk all day and have knots between my shoulder blades.",
                    "{'areas': ['RHOMBOIDS'], 'qualities': ['KNOTS'], 'causes': ['DESK_WORK'], 'sinceDays': 30,"
                            + " 'pain': 5, 'health': []}",
                    "CLEAR",
                    "TRIGGER_POINT",
                    List.of(
                            "trigger-point-knots (002, 004)",
                            "trigger-point-shoulder-blades (001)",
                            "length-spot (001)",
                            "frequency-start (001, 002)",
                            "care-desk (002)",
                            "care-tennis-ball (001)")),
            new Person(
                    "I am pregnant, my back is tight, and I would like a deep tissue massage.",
                    "{'areas': ['ERECTOR_SPINAE'], 'qualities': ['TIGHTNESS'], 'pain': 4, 'health': ['PREGNANCY'],"
                            + " 'pressure': 'FIRM', 'wanted': 'DEEP_TISSUE'}",
                    "ASK_DOCTOR_FIRST",
                    "SWEDISH",
                    List.of("PREGNANCY (001, 002, 003)", "firm-in-pregnancy (001)", "length-usual (001)")),
            new Person(
                    "I have diabetes and would love hot stones after a stressful month.",
                    "{'qualities': ['TIGHTNESS'], 'causes': ['STRESS'], 'goals': ['RELIEVE_STRESS'], 'pain': 3,"
                            + " 'health': ['DIABETES'], 'wanted': 'HOT_STONE'}",
                    "CLEAR",
                    "SWEDISH",
                    List.of("HOT_STONE/DIABETES (003)", "swedish-stress (001)", "length-relaxation (001)")),
            new Person(
                    "My upper back hurts sharply, and so does my chest.",
                    "{'areas': ['RHOMBOIDS'], 'qualities': ['SHARP_OR_BURNING'], 'pain': 8, 'health': ['CHEST_PAIN']}",
                    "STOP",
                    "none",
                    List.of("CHEST_PAIN (002)")),
            new Person(
                    "Since a car accident last week my arm goes numb. (in words alone)",
                    "{'pain': 5, 'health': [], 'words': 'Since a car accident last week my arm goes numb.'}",
                    "STOP",
                    "none",
                    List.of("CAR_ACCIDENT (002, 003)", "NUMBNESS (002, 003)")),
            new Person(
                    "I run marathons; my shoulders are tight and stiff from too much training. Press firmly.",
                    "{'areas': ['TRAPEZIUS'], 'qualities': ['TIGHTNESS', 'STIFFNESS'], 'causes': ['OVERUSE'],"
                            + " 'sinceDays': 14, 'pain': 4, 'health': [], 'person': ['ACTIVE'], 'pressure': 'FIRM'}",
                    "CLEAR",
                    "SPORTS",
                    List.of("sports-active (001)", "sports-overuse (001)", "pressure-fits (001)")),
            new Person(
                    "I never had a massage, am stressed and a little tense; gently, please.",
                    "{'qualities': ['TIGHTNESS'], 'causes': ['STRESS'], 'goals': ['RELIEVE_STRESS', 'WELL_BEING'],"
                            + " 'pain': 2, 'health': [], 'person': ['FIRST_MASSAGE'], 'pressure': 'LIGHT'}",
                    "CLEAR",
                    "SWEDISH",
                    List.of("swedish-first (001)", "swedish-mild (001)", "length-relaxation (001)")),
            new Person(
                    "My back has been rigid for two years from sitting badly. As hard as you can.",
                    "{'areas': ['ERECTOR_SPINAE', 'TRAPEZIUS'], 'qualities': ['STIFFNESS'], 'causes': ['POOR_POSTURE'],"
                            + " 'sinceDays': 730, 'pain': 5, 'health': [], 'pressure': 'INTENSE'}",
                    "CLEAR",
                    "DEEP_TISSUE",
                    List.of(
                            "lasts-three-months (house)",
                            "deep-tissue-chronic (001)",
                            "deep-tissue-posture (003)",
                            "HOT_STONE/ONLY_TREATMENT_FOR_STRONG_PAIN (003)")),
            new Person(
                    "I have a slipped disc; it has burned and radiated for half a year, eight out of ten.",
                    "{'qualities': ['SHARP_OR_BURNING', 'RADIATING'], 'sinceDays': 180, 'pain': 8,"
                            + " 'health': ['HERNIATED_DISC']}",
                    "ASK_DOCTOR_FIRST",
                    "TRIGGER_POINT",
                    List.of(
                            "HERNIATED_DISC (001, 002, 003)",
                            "CHRONIC_SEVERE_PAIN (001, 002, 003)",
                            "trigger-point-can-hurt (000)",
                            "frequency-severe (004)")),
            new Person(
                    "Since yesterday I can hardly turn my neck; no accident, no fever. Eight out of ten.",
                    "{'areas': ['NECK', 'LEVATOR_SCAPULAE'], 'qualities': ['STIFFNESS', 'TIGHTNESS'], 'sinceDays': 1,"
                            + " 'pain': 8, 'health': [], 'words': 'Hardly can turn my neck; no accident, no fever.'}",
                    "CLEAR",
                    "THAI",
                    List.of("thai-mobility (001)", "frequency-severe (004)", "frequency-upkeep (004)")));

    @TestFactory
    Stream<DynamicTest> a_person_is_told() {
        return TEN.stream()
                .map(person -> DynamicTest.dynamicTest(person.says, () -> {
                    var answer = answer(person);

                    assertThat(answer.get("verdict").asString()).isEqualTo(person.verdict);
                    assertThat(answer.at("/suggestions/0/treatment").asString("none"))
                            .isEqualTo(person.first);
                    assertThat(rules(answer)).containsAll(person.rules);
                    assertThat(answer.get("techniques")).hasSize(SEVEN.size());
                }));
    }

    @Test
    void the_page_shows_what_the_guide_answers() throws IOException {
        var page = Files.readString(PAGE);
        var from = page.indexOf(BEGIN) + BEGIN.length();
        var to = page.indexOf(END);
        if ("write".equals(System.getProperty("guide.docs"))) {
            Files.writeString(PAGE, page.substring(0, from) + table() + page.substring(to));
        } else {
            assertThat(page.substring(from, to)).isEqualTo(table());
        }
    }

    private String table() {
        var table = new StringBuilder("""

                | complaint | verdict | techniques, best first | length and how often | rules (sources) |
                |---|---|---|---|---|
                """);
        for (var person : TEN) {
            var answer = answer(person);
            table.append("| ")
                    .append(String.join(
                            " | ",
                            person.says,
                            verdict(answer),
                            techniques(answer),
                            when(answer),
                            String.join(", ", rules(answer))))
                    .append(" |\n");
        }
        return table.append('\n').toString();
    }

    private JsonNode answer(Person person) {
        var answer = api.post("/guide", Api.json(person.request));
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        // Other tests add treatments to the same house.
        for (var list : List.of("techniques", "suggestions")) {
            ((ArrayNode) answer.json().get(list))
                    .removeIf(it -> !SEVEN.contains(it.get("treatment").asString()));
        }
        return answer.json();
    }

    private static String verdict(JsonNode answer) {
        var reasons =
                answer.get("reasons").valueStream().map(it -> it.get("says").asString());
        return Stream.concat(Stream.of("**" + answer.get("verdict").asString() + "**"), reasons)
                .collect(Collectors.joining("<br>"));
    }

    private static String techniques(JsonNode answer) {
        var fitting = answer.get("suggestions")
                .valueStream()
                .limit(3)
                .map(it -> it.get("treatment").asString() + " (" + it.get("score") + ")");
        var not = answer.get("techniques")
                .valueStream()
                .filter(it -> it.get("verdict").asString().equals("NOT_THIS_TECHNIQUE"))
                .map(it -> "not " + it.get("treatment").asString());
        var all = Stream.concat(fitting, not).collect(Collectors.joining("<br>"));
        return all.isEmpty() ? "none" : all;
    }

    private static String when(JsonNode answer) {
        if (answer.get("suggestions").isEmpty()) return "none";
        return answer.at("/suggestions/0/lengthMinutes") + " min<br>"
                + answer.get("frequency")
                        .valueStream()
                        .map(it -> it.at("/reason/says").asString())
                        .collect(Collectors.joining("<br>"));
    }

    /** Those of the verdict, of each technique that is ruled out, of the first suggestion, and of what follows. */
    private static List<String> rules(JsonNode answer) {
        var reasons = new ArrayList<JsonNode>();
        answer.get("understood").forEach(it -> reasons.add(it.get("because")));
        answer.get("reasons").forEach(reasons::add);
        answer.get("techniques").forEach(it -> it.get("reasons").forEach(reasons::add));
        answer.at("/suggestions/0/reasonsFor").forEach(reasons::add);
        answer.get("suggestions").valueStream().limit(1).forEach(it -> reasons.add(it.get("length")));
        answer.get("suggestions").forEach(it -> it.get("reasonsAgainst").forEach(reasons::add));
        answer.get("frequency").forEach(it -> reasons.add(it.get("reason")));
        answer.get("selfCare").forEach(reasons::add);
        return List.copyOf(new LinkedHashSet<>(reasons.stream()
                .map(it -> it.get("rule").asString() + " (" + it.get("source").asString() + ")")
                .toList()));
    }
}
