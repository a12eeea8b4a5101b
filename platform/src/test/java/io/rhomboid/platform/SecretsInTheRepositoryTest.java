package io.rhomboid.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Nothing that opens a door lies in the repository: looked for by shape, in every text that is built or shipped. */
class SecretsInTheRepositoryTest {

    static final List<Pattern> SHAPES = Stream.of(
                    "-----BEGIN (RSA |EC |OPENSSH |ENCRYPTED )?PRIVATE" + " KEY-----",
                    "\\bAKIA[0-9A-Z]{16}\\b",
                    "\\bgh[pousr]_[A-Za-z0-9]{36}\\b",
                    "\\bxox[baprs]-[A-Za-z0-9-]{10,}",
                    // Credentials in an address, unless they are plainly a placeholder.
                    "(mongodb(\\+srv)?|https?|smtps?)://[^\\s/:@<>$\"'{}]+:(?!p4ss@)[^\\s/@<>$\"'{}]{3,}@",
                    // A setting that has a value and not a reference or a placeholder.
                    "(?im)^[ \\t]*[\\w.-]*(password|secret|api[_-]?key|access[_-]?token)[ \\t]*[:=][ \\t]*(?![\\s$\\[{<#|>]|\"\"|''|null|true|false)[^\\s#]{8,}[ \\t]*$")
            .map(Pattern::compile)
            .toList();

    static Stream<Path> shipped() throws IOException {
        var root = Path.of("..");
        return Files.walk(root).filter(Files::isRegularFile).filter(file -> {
            var path = root.relativize(file).toString();
            return path.matches(
                            "(?s)(.*/src/main/.*|[^/]+\\.(yml|xml|sh|env.*)|\\.env.*|Dockerfile|clinic|local/shell/.*|\\.ci/.*)")
                    && !path.contains("/target/")
                    && !path.contains("node_modules/")
                    && !path.startsWith(".git/")
                    && !path.startsWith(".clinic/");
        });
    }

    static boolean looksSecret(String text) {
        return SHAPES.stream().anyMatch(shape -> shape.matcher(text).find());
    }

    @Test
    void there_is_none_in_anything_that_is_shipped() throws IOException {
        try (var files = shipped()) {
            var found = files.filter(file -> {
                        try {
                            return looksSecret(Files.readString(file));
                        } catch (MalformedInputException _) {
                            return false; // a picture
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .toList();
            assertThat(found).isEmpty();
        }
        try (var files = shipped()) {
            assertThat(files).as("it looks at files").hasSizeGreaterThan(100);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mongodb://booking:Xy7bbQ91@store.example/",
                "spring.mail.password=Xy7bbQ91kk",
                "  password: Xy7bbQ91kk",
                "API_KEY=0123456789abcdef",
                "-----BEGIN PRIVATE" + " KEY-----"
            })
    void it_would_be_found(String text) {
        assertThat(looksSecret(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mongodb://<user>:<password>@hosts/",
                "password: ${SMTP_PASSWORD:}",
                "#SMTP_PASSWORD=",
                "password:",
                "SMTP_PASSWORD:\n  SMTP_STARTTLS_REQUIRED:",
                "mongodb://127.0.0.1:27017"
            })
    void a_place_for_one_is_none(String text) {
        assertThat(looksSecret(text)).isFalse();
    }
}
