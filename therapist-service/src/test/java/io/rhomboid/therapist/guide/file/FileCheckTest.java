package io.rhomboid.therapist.guide.file;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import io.rhomboid.platform.web.StrictJson;
import io.rhomboid.therapist.Spoiled;
import io.rhomboid.therapist.guide.Questions;
import io.rhomboid.therapist.guide.Rules;
import io.rhomboid.therapist.guide.Synonyms;
import io.rhomboid.therapist.treatment.Catalogue;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A file that is wrong stops the service, and says where. */
class FileCheckTest {

    static final JsonMapper JSON = StrictJson.mapper();
    static final Catalogue CATALOGUE = Catalogue.load(JSON);

    @Test
    void the_files_that_come_with_the_service_are_right() {
        assertThatCode(() -> check("questions.json", "/about", "'as it is'")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "rules.json | /version | 0 | rules.json needs a version",
                "rules.json | /verdicts/STOP | | verdicts lacks STOP",
                "rules.json | /implied/0/option | 'FOREVER' | lasts-three-months names the unknown COURSE FOREVER",
                "rules.json | /implied/0/when | [] | lasts-three-months needs a condition",
                "rules.json | /ranking/0/treatments | ['REIKI'] | deep-tissue-chronic names the unknown treatment REIKI",
                "rules.json | /ranking/0/pressingFrom | 'FIRM' | deep-tissue-chronic can't have both",
                "rules.json | /ranking/0/weight | 0 | deep-tissue-chronic has no weight",
                "rules.json | /ranking/0/id | 'Deep' | Deep must be small letters",
                "rules.json | /ranking/0/id | 'wanted' | wanted is there twice",
                "rules.json | /ranking/0/source | 'a friend' | deep-tissue-chronic has the unknown source a friend",
                "rules.json | /ranking/0/says | ' ' | deep-tissue-chronic says nothing",
                "rules.json | /ranking/0/when/0/said/QUALITY | ['SOUR'] | names the unknown QUALITY SOUR",
                "rules.json | /ranking/0/when/0 | {} | deep-tissue-chronic has a condition without any part",
                "rules.json | /pressure/fits/weight | 0 | pressure-fits has no weight",
                "rules.json | /lengths/rules/2/when | [{'painFrom': 1}] | lengths needs a rule that always applies",
                "rules.json | /lengths/rules/0/minutes | 75 | length-relaxation must be within",
                "rules.json | /frequency/1/phase | 'UPKEEP' | frequency needs a rule for START",
                "rules.json | /selfCare/7/unless | [{'said': {'HEALTH': ['HAPPY']}}] | names the unknown HEALTH HAPPY",
                "questions.json | /questions/0/options/1/code | 'TRAPEZIUS' | areas has TRAPEZIUS twice",
                "questions.json | /questions/0/about | 'GOAL' | goals asks about GOAL again",
                "questions.json | /questions/0/about | 'GOAL' | questions.json does not ask about AREA",
                "questions.json | /questions/0/options/1/source | '9' | LATISSIMUS_DORSI has the unknown source 9",
                "questions.json | /questions/8/options/0/code | 'FEATHER' | pressure may have no option but",
                "words.json | /synonyms/0/option | 'KNEE' | words.json names the unknown AREA KNEE",
                "words.json | /synonyms/0/phrases/0 | 'Shoulder' | a phrase that nobody can say: Shoulder"
            })
    void what_is_wrong_is_named(String file, String pointer, String value, String message) {
        assertThatThrownBy(() -> check(file, pointer, value))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(message);
    }

    @Test
    void a_field_that_nobody_reads_is_refused() {
        assertThatThrownBy(() -> check("rules.json", "/ranking/0/wieght", "3")).hasMessageContaining("wieght");
    }

    private static void check(String spoiled, String pointer, String value) {
        var rules = read("rules.json", Rules.class, spoiled, pointer, value);
        var questions = read("questions.json", Questions.class, spoiled, pointer, value);
        var synonyms = read("words.json", Synonyms.class, spoiled, pointer, value);
        new FileCheck(questions, CATALOGUE).check(rules, synonyms);
    }

    private static <T> T read(String file, Class<T> type, String spoiled, String pointer, String value) {
        var content = JSON.readTree(FileCheckTest.class.getResourceAsStream("/guide/" + file));
        return JSON.treeToValue(
                file.equals(spoiled) ? Spoiled.at((ObjectNode) content, pointer, value) : content, type);
    }
}
