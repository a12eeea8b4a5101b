package io.rhomboid.therapist.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

import org.jspecify.annotations.Nullable;

/**
 * Words that a person will read: not blank, no blanks around them, nothing that can't be seen, no marks that turn the
 * direction of writing. Null passes.
 */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Text.Check.class)
public @interface Text {

    /** The most characters. */
    int max();

    /** Whether there may be more than one line. */
    boolean lines() default false;

    String message() default "must be 1 to {max} characters without blanks around them and without control characters";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Reads the text once, whatever is in it. */
    final class Check implements ConstraintValidator<Text, String> {

        private int max;
        private boolean lines;

        @Override
        public void initialize(Text text) {
            max = text.max();
            lines = text.lines();
        }

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            if (text == null) return true;
            return !text.isBlank()
                    && text.length() <= max
                    && text.strip().length() == text.length()
                    && text.codePoints().allMatch(this::isSeen);
        }

        private boolean isSeen(int c) {
            if (c == '\n' || c == '\r' || c == '\t') return lines;
            return switch (Character.getType(c)) {
                case Character.CONTROL,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR,
                        Character.SURROGATE,
                        Character.UNASSIGNED -> false;
                // Joiners are part of words and emoji; the others turn the writing or hide something.
                case Character.FORMAT -> c == 0x200C || c == 0x200D;
                default -> true;
            };
        }
    }
}
