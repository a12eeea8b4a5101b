package io.rhomboid.therapist.guide;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.rhomboid.contracts.treatment.TreatmentCode;

/**
 * What the guide answers.
 *
 * @param understood what follows from what was said, beyond what was ticked
 * @param techniques every treatment with its own verdict, by code
 * @param suggestions those that may be had, the most fitting first; none when stopped
 * @param frequency none when stopped
 * @param selfCare none when stopped
 */
public record Advice(
        Verdict verdict,
        String says,
        List<Reason> reasons,
        List<Understood> understood,
        List<TechniqueVerdict> techniques,
        List<Suggestion> suggestions,
        List<Phase> frequency,
        List<Reason> selfCare,
        String notice) {

    /**
     * Why, in plain words.
     *
     * @param rule its id
     * @param version of the file or of the treatment that the rule is in
     * @param source the articles it is from, or {@code house}
     */
    public record Reason(String rule, long version, String says, String source) {}

    /** What the guide took from words or concluded, as if it had been ticked. */
    public record Understood(Question question, String option, Reason because) {}

    /** @param reasons none when clear */
    public record TechniqueVerdict(TreatmentCode treatment, Verdict verdict, String says, List<Reason> reasons) {}

    /** @param score the sum of the weights; only its order means anything */
    public record Suggestion(
            TreatmentCode treatment,
            String name,
            Verdict verdict,
            int score,
            List<Reason> reasonsFor,
            List<Reason> reasonsAgainst,
            int lengthMinutes,
            Reason length) {}

    /** So many sessions in so many days. */
    public record Phase(Rules.Phase phase, int sessions, int inDaysFrom, int inDaysTo, String until, Reason reason) {}

    public Advice {
        reasons = List.copyOf(reasons);
        understood = List.copyOf(understood);
        techniques = List.copyOf(techniques);
        suggestions = List.copyOf(suggestions);
        frequency = List.copyOf(frequency);
        selfCare = List.copyOf(selfCare);
    }

    /** The verdict on one treatment, if it was among those asked about. */
    public @Nullable TechniqueVerdict on(TreatmentCode treatment) {
        return techniques.stream()
                .filter(technique -> technique.treatment().equals(treatment))
                .findFirst()
                .orElse(null);
    }
}
