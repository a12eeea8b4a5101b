package io.rhomboid.therapist.guide;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * When a rule applies; all parts that are there must hold.
 *
 * @param said for each question one of these must have been answered
 * @param areasTo at most so many areas
 */
public record Condition(
        Map<Question, Set<String>> said,
        @Nullable Integer painFrom,
        @Nullable Integer painTo,
        @Nullable Integer daysFrom,
        @Nullable Integer daysTo,
        @Nullable Integer areasTo) {

    public Condition {
        // Left out in the file where nothing must be said.
        said = said == null ? Map.of() : Map.copyOf(said);
    }

    /** Whether it asks for nothing. */
    public boolean isEmpty() {
        return said.isEmpty()
                && painFrom == null
                && painTo == null
                && daysFrom == null
                && daysTo == null
                && areasTo == null;
    }

    boolean holds(Complaint complaint) {
        return said.entrySet().stream()
                        .allMatch(part -> complaint.said(part.getKey()).stream().anyMatch(part.getValue()::contains))
                && within(painFrom, complaint.pain(), painTo)
                && (daysFrom == null && daysTo == null || within(daysFrom, complaint.days(), daysTo))
                && (areasTo == null || complaint.said(Question.AREA).size() <= areasTo);
    }

    private static boolean within(@Nullable Integer from, @Nullable Integer value, @Nullable Integer to) {
        return value != null && (from == null || value >= from) && (to == null || value <= to);
    }

    /** Whether one of them holds; none at all always does. */
    static boolean any(List<Condition> conditions, Complaint complaint) {
        return conditions.isEmpty() || conditions.stream().anyMatch(condition -> condition.holds(complaint));
    }
}
