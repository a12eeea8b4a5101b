package io.rhomboid.signin.account;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

import com.nulabinc.zxcvbn.Zxcvbn;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What Keycloak refuses as a password ({@code keycloak/common-passwords.txt}), because it looks for whole ones only: those
 * of the 30,000 commonest that are long enough, and what people make of the commonest, and of the words of the place, to
 * make them long. Made by this test with {@code -Dwrite=yes}.
 */
class CommonPasswordsTest {

    private static final Path FILE = Path.of("keycloak", "common-passwords.txt");

    private static final List<String> ENDINGS =
            List.of("1", "12", "123", "1234", "12345", "123456", "!", "1!", "123!", "2024", "2025", "2026", "2027");
    private static final List<String> BETWEEN = List.of("", "-", "_", ".", " ");

    /** In the languages that the pages speak. */
    private static final List<String> OF_THE_PLACE = List.of(
            "rhomboid",
            "massage",
            "masaje",
            "clinic",
            "klinik",
            "praxis",
            "clinica",
            "therapist",
            "therapy",
            "therapeut",
            "terapeuta",
            "booking",
            "password",
            "passwort",
            "contraseña",
            "kennwort",
            "welcome");

    private static Set<String> made() throws IOException {
        var all = new TreeSet<String>();
        var known = 0;
        try (var reader = new BufferedReader(new InputStreamReader(
                Zxcvbn.class.getResourceAsStream("matchers/dictionaries/passwords.txt"), StandardCharsets.UTF_8))) {
            for (var word : (Iterable<String>) reader.lines()::iterator) {
                all.add(word);
                if (++known > 2_000) continue;
                all.add(word + word);
                if (known <= 300) ENDINGS.forEach(ending -> all.add(word + ending));
            }
        }
        for (var first : OF_THE_PLACE) {
            for (var between : BETWEEN) {
                ENDINGS.forEach(ending -> all.add(first + between + ending));
                for (var second : OF_THE_PLACE) all.add(first + between + second);
            }
        }
        all.removeIf(word -> word.codePointCount(0, word.length()) < PasswordRules.SHORTEST
                || !word.equals(word.toLowerCase(Locale.ROOT)));
        return all;
    }

    @Test
    void the_list_is_what_this_makes_of_the_commonest() throws IOException {
        var made = made();
        if (System.getProperty("write") != null) Files.write(FILE, made);

        assertThat(made).hasSizeGreaterThan(3_000);
        assertThat(Files.readAllLines(FILE)).containsExactlyElementsOf(made);
    }
}
