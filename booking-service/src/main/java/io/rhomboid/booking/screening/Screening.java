package io.rhomboid.booking.screening;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.rhomboid.booking.availability.Versioned;
import io.rhomboid.booking.screening.Verdict.Outcome;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.treatment.ContraindicationCode;
import io.rhomboid.contracts.treatment.Treatment;
import io.rhomboid.contracts.treatment.TreatmentCode;

/** The rules of the catalogue as it is now. */
public final class Screening {

    private static final Comparator<Finding> STRICTEST_FIRST = Comparator.comparing(
                    (Finding finding) -> Outcome.of(finding.rule().level()))
            .reversed();

    private final Map<TreatmentCode, Versioned<Treatment>> treatments;

    public Screening(Map<TreatmentCode, Versioned<Treatment>> treatments) {
        this.treatments = treatments;
    }

    public boolean knows(TreatmentCode treatment) {
        return treatments.containsKey(treatment);
    }

    /** Everything that some treatment wants to know. */
    public Set<ContraindicationCode> codes() {
        return treatments.values().stream()
                .flatMap(treatment -> treatment.state().contraindications().stream())
                .map(rule -> rule.code())
                .collect(Collectors.toSet());
    }

    /** By which rules these treatments are judged; unknown ones have none. */
    public Map<TreatmentCode, Long> versions(Collection<TreatmentCode> asked) {
        return asked.stream()
                .filter(this::knows)
                .distinct()
                .collect(Collectors.toMap(
                        code -> code, code -> treatments.get(code).version()));
    }

    /** What must be known for these treatments and no more, what could mean a stop first; unknown ones ask nothing. */
    public List<Question> questions(Collection<TreatmentCode> asked) {
        var rules = new ArrayList<Finding>();
        for (var code : asked) rules.addAll(rules(code));
        rules.sort(STRICTEST_FIRST);
        var questions = new LinkedHashMap<ContraindicationCode, Question>();
        for (var one : rules) {
            var rule = one.rule();
            questions.merge(
                    rule.code(),
                    new Question(rule.code(), rule.condition(), List.of(one.treatment()), rule.source()),
                    Screening::both);
        }
        return List.copyOf(questions.values());
    }

    private static Question both(Question one, Question other) {
        var treatments = new ArrayList<>(one.treatments());
        treatments.addAll(other.treatments());
        return new Question(one.code(), one.condition(), treatments, one.source());
    }

    /**
     * @param has what holds for the client
     * @param at where they look; null for anywhere: then treatments that only one clinic gives are not proposed
     */
    public Verdict verdict(Collection<TreatmentCode> asked, Set<ContraindicationCode> has, @Nullable ClinicId at) {
        var findings = asked.stream()
                .flatMap(code -> findings(code, has).stream())
                .sorted(STRICTEST_FIRST)
                .toList();
        var outcome = outcome(findings);
        var ruledOut = outcome == Outcome.NOT_THIS_TECHNIQUE;
        var fits = treatments.keySet().stream()
                .filter(code -> ruledOut && !asked.contains(code) && isGiven(code, at))
                .filter(code -> outcome(findings(code, has)).compareTo(Outcome.NOT_THIS_TECHNIQUE) < 0)
                .sorted()
                .toList();
        return new Verdict(outcome, findings, fits);
    }

    private boolean isGiven(TreatmentCode code, @Nullable ClinicId at) {
        var only = treatments.get(code).state().clinicId();
        return only == null || only.equals(at);
    }

    private static Outcome outcome(List<Finding> findings) {
        return findings.stream()
                .map(finding -> Outcome.of(finding.rule().level()))
                .max(Comparator.naturalOrder())
                .orElse(Outcome.CLEAR);
    }

    private List<Finding> findings(TreatmentCode code, Set<ContraindicationCode> has) {
        return rules(code).stream()
                .filter(finding -> has.contains(finding.rule().code()))
                .toList();
    }

    private List<Finding> rules(TreatmentCode code) {
        var treatment = treatments.get(code);
        if (treatment == null) return List.of();
        return treatment.state().contraindications().stream()
                .map(rule -> new Finding(code, treatment.version(), rule))
                .toList();
    }
}
