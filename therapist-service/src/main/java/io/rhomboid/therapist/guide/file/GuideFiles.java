package io.rhomboid.therapist.guide.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

import io.rhomboid.therapist.guide.Guide;
import io.rhomboid.therapist.guide.Questions;
import io.rhomboid.therapist.guide.Rules;
import io.rhomboid.therapist.guide.Synonyms;
import io.rhomboid.therapist.treatment.Catalogue;

/** The files under {@code /guide}; the service does not start with one that is wrong. */
@Configuration(proxyBeanMethods = false)
public class GuideFiles {

    @Bean
    Questions questions(JsonMapper json) {
        return read(json, "questions.json", Questions.class);
    }

    /** @throws IllegalStateException that lists all that is wrong with the files */
    @Bean
    Guide guide(JsonMapper json, Questions questions, Catalogue catalogue) {
        var rules = read(json, "rules.json", Rules.class);
        var synonyms = read(json, "words.json", Synonyms.class);
        new FileCheck(questions, catalogue).check(rules, synonyms);
        return new Guide(rules, synonyms, catalogue.general(), catalogue.rulesVersion());
    }

    /** One file of {@code /guide}. */
    public static <T> T read(JsonMapper json, String file, Class<T> type) {
        try (InputStream in = GuideFiles.class.getResourceAsStream("/guide/" + file)) {
            return json.readValue(Objects.requireNonNull(in, () -> "/guide/" + file + " is missing in the jar"), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
