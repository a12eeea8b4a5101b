package io.rhomboid.therapist.guide;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import io.rhomboid.contracts.treatment.TreatmentCode;

/**
 * What a client says. Health data: lives as long as the answer takes.
 *
 * @param said the codes named for each question
 * @param pain 0 to 10
 * @param days for how long; null if not said in days
 * @param wanted the technique they have in mind
 */
public record Complaint(
        Map<Question, Set<String>> said,
        int pain,
        @Nullable Integer days,
        @Nullable TreatmentCode wanted) {

    public Complaint {
        said = Map.copyOf(said);
    }

    public Set<String> said(Question question) {
        return said.getOrDefault(question, Set.of());
    }

    public boolean says(Question question, String option) {
        return said(question).contains(option);
    }

    /** The same complaint with one more thing said. */
    Complaint and(Question question, String option) {
        var more = new EnumMap<Question, Set<String>>(Question.class);
        more.putAll(said);
        var options = new TreeSet<>(said(question));
        options.add(option);
        more.put(question, options);
        return new Complaint(more, pain, days, wanted);
    }

    /** Nothing of it belongs in a log. */
    @Override
    public String toString() {
        return "a complaint";
    }
}
