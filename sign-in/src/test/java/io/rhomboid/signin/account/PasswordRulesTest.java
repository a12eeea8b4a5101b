package io.rhomboid.signin.account;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.rhomboid.signin.account.PasswordRules.Weakness;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.junit.jupiter.api.Assertions.assertTimeout;

class PasswordRulesTest {

    static final List<String> JO = List.of("Johanna Weber", "jo.weber@client.example");

    PasswordRules rules = new PasswordRules();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quiet lamp orbit seven",
                "kmtrw-qpzxv-hjdfs",
                "äußerst müde Dächer im Nebel",
                "静かな朝に鳥が歌っている川のそば",
                "🌿🪨🦉🌊🎻🧵🪵🍂🧭🔔🪁🌙"
            })
    void a_long_and_uncommon_one_will_do_whatever_letters_it_has(String password) {
        assertThat(rules.weakness(password, JO)).isEmpty();
    }

    @Test
    void eleven_letters_are_too_few_and_each_letter_counts_as_one() {
        assertThat(rules.weakness("xq7 vbm 2pz", JO)).contains(Weakness.TOO_SHORT);
        assertThat(rules.weakness("🌿🪨🦉🌊🎻🧵", JO)).contains(Weakness.TOO_SHORT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234",
                "Password1234!",
                "qwertyuiop12",
                "123456789012",
                "aaaaaaaaaaaa",
                "iloveyou2024",
                "letmeinletmein",
                "massage-clinic",
                "Johanna Weber 1",
                "jo.weber@client.example",
                "rhomboid2026",
                "1qaz2wsx3edc"
            })
    void one_that_is_common_or_about_the_person_or_the_place_is_refused(String password) {
        assertThat(rules.weakness(password, JO)).contains(Weakness.SOON_GUESSED);
    }

    @Test
    void a_whole_sentence_fits_and_beyond_128_letters_it_ends() {
        assertThat(rules.weakness("a quiet lamp ".repeat(9), JO)).isEmpty();
        assertThat(rules.weakness("a quiet lamp ".repeat(10), JO)).contains(Weakness.TOO_LONG);
        assertTimeout(ofSeconds(2), () -> rules.weakness("ab1!".repeat(1000), JO));
    }

    @Test
    void odd_names_do_no_harm() {
        assertThatNoException()
                .isThrownBy(() -> rules.weakness("quiet lamp orbit seven", List.of("", "@", " . ", "((")));
    }
}
