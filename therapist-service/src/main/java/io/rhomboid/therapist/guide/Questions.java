package io.rhomboid.therapist.guide;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What the guide asks, as the file {@code questions.json} has it.
 *
 * @param about for who edits the file
 */
public record Questions(String about, List<Asked> questions) {

    public Questions {
        questions = List.copyOf(questions);
    }

    /**
     * One question.
     *
     * @param field of the request that takes the answer
     * @param about what rules know it as; null where they do not know it by options
     * @param from the least number
     * @param to the largest number, or the most characters
     */
    public record Asked(
            String field,
            @Nullable Question about,
            Kind kind,
            String asks,
            boolean required,
            @Nullable Integer from,
            @Nullable Integer to,
            List<Option> options) {

        public Asked {
            options = options == null ? List.of() : List.copyOf(options);
        }

        /** The same question with these options. */
        public Asked with(List<Option> options) {
            return new Asked(field, about, kind, asks, required, from, to, options);
        }
    }

    public record Option(String code, String label, String source) {}

    /** How a question is answered: one option, many, a number, a text, or an id. */
    public enum Kind {
        ONE,
        MANY,
        NUMBER,
        TEXT,
        TREATMENT,
        CLINIC
    }
}
