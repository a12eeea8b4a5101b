package io.rhomboid.therapist.guide;

import java.time.Duration;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

class HearingWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "I've got KNOTS between my shoulder-blades | AREA RHOMBOIDS, QUALITY KNOTS",
                "Knots, between my shoulder blades | AREA RHOMBOIDS, QUALITY KNOTS",
                "sore traps from the office | AREA TRAPEZIUS, QUALITY DULL, CAUSE DESK_WORK",
                "shooting pain, burning too | QUALITY SHARP_OR_BURNING, QUALITY RADIATING",
                "I’m 20 weeks pregnant and can’t breathe | HEALTH SHORTNESS_OF_BREATH, HEALTH PREGNANCY",
                "I fell off my bike; my hand is weak | HEALTH FALL, HEALTH LOSS_OF_STRENGTH",
                "slipped disc and diabetes | HEALTH HERNIATED_DISC, HEALTH DIABETES",
                "no chest pain | nothing",
                "I don't have any fever or chills. | nothing",
                "not had a fall, chest pain though | HEALTH CHEST_PAIN",
                "I can't sleep for chest pain | HEALTH CHEST_PAIN",
                "no fever, but chest pain | HEALTH CHEST_PAIN",
                "no fever and chest pain | HEALTH CHEST_PAIN",
                "no chest pain yesterday. Today chest pain | HEALTH CHEST_PAIN",
                "knotty knobs | nothing",
                "I can't fall asleep | nothing",
                "chestpain | nothing",
                "'' | nothing"
            })
    void words_mean_what_people_mean_by_them(String words, String meaning) {
        assertThat(Saying.SYNONYMS.hear(words).stream()
                        .map(heard -> heard.question() + " " + heard.option())
                        .reduce((a, b) -> a + ", " + b)
                        .orElse("nothing"))
                .isEqualTo(meaning);
    }

    @TestFactory
    Stream<DynamicTest> every_phrase_is_heard_and_can_be_denied() {
        return Saying.SYNONYMS.synonyms().stream()
                .flatMap(synonym -> synonym.phrases().stream()
                        .map(phrase -> DynamicTest.dynamicTest(phrase, () -> {
                            assertThat(Saying.SYNONYMS.hear("Well, " + phrase.toUpperCase() + "!"))
                                    .anyMatch(it -> it.option().equals(synonym.option()));
                            assertThat(Saying.SYNONYMS.hear("There was never any " + phrase))
                                    .noneMatch(it -> it.option().equals(synonym.option()));
                        })));
    }

    @Test
    void what_was_heard_counts_as_if_it_had_been_ticked_and_is_told() {
        var advice = Saying.adviceOnWords("I sit at a desk, and my chest hurts");

        assertThat(advice.verdict()).isEqualTo(Verdict.STOP);
        assertThat(advice.understood()).anySatisfy(it -> {
            assertThat(it.option()).isEqualTo("CHEST_PAIN");
            assertThat(it.because().says()).isEqualTo("You wrote: chest hurts.");
        });
        assertThat(advice.reasons().getFirst().rule()).isEqualTo("CHEST_PAIN");
    }

    @Test
    void what_was_ticked_is_not_told_again() {
        assertThat(Saying.GUIDE
                        .advise(Saying.complaint("QUALITY KNOTS"), "knots", Saying.everything())
                        .understood())
                .isEmpty();
    }

    @Test
    void a_nasty_text_takes_no_time() {
        for (var word : new String[] {"no any ", "knots ", "chest ", "a", "\u0000", "\uD800", "ﷺ", "between my "}) {
            assertTimeoutPreemptively(Duration.ofSeconds(2), () -> Saying.SYNONYMS.hear(word.repeat(10_000)));
        }
    }
}
