package io.rhomboid.therapist.guide;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import io.rhomboid.contracts.treatment.Contraindication;
import io.rhomboid.contracts.treatment.Treatment.Pressure;
import io.rhomboid.therapist.guide.Advice.Phase;
import io.rhomboid.therapist.guide.Advice.Reason;
import io.rhomboid.therapist.guide.Advice.Suggestion;
import io.rhomboid.therapist.guide.Advice.TechniqueVerdict;
import io.rhomboid.therapist.guide.Advice.Understood;
import io.rhomboid.therapist.guide.Rules.Weighed;

/**
 * Answers a complaint by the rules:
 *
 * <ol>
 *   <li>Words and what follows from what was said are understood as if they had been ticked.
 *   <li>What speaks against a massage gives the verdict; of several the strictest. A STOP ends here.
 *   <li>Each technique that is left adds up what speaks for and against it; equal sums go by code.
 *   <li>Length, frequency and self-care follow.
 * </ol>
 *
 * The same complaint, rules and treatments always give the same answer.
 */
public final class Guide {

    private final Rules rules;
    private final Synonyms synonyms;
    private final List<Contraindication> general;
    private final int generalVersion;

    /**
     * @param general what speaks against every massage
     * @param generalVersion of the file that has it
     */
    public Guide(Rules rules, Synonyms synonyms, List<Contraindication> general, int generalVersion) {
        this.rules = rules;
        this.synonyms = synonyms;
        this.general = List.copyOf(general);
        this.generalVersion = generalVersion;
    }

    /**
     * @param words the client's own, may be empty
     * @param offered what they could have
     */
    public Advice advise(Complaint ticked, String words, List<Offered> offered) {
        var understood = new ArrayList<Understood>();
        var complaint = understand(ticked, words, understood);

        var reasons = reasons(general, complaint, "", generalVersion);
        var verdict = verdict(general, complaint);
        var techniques = offered.stream()
                .map(it -> verdictOn(it, complaint, verdict))
                .sorted(Comparator.comparing(TechniqueVerdict::treatment))
                .toList();
        if (verdict == Verdict.STOP) {
            return new Advice(
                    verdict,
                    said(verdict),
                    reasons,
                    understood,
                    techniques,
                    List.of(),
                    List.of(),
                    List.of(),
                    rules.notice());
        }
        return new Advice(
                verdict,
                said(verdict),
                reasons,
                understood,
                techniques,
                suggestions(offered, complaint, techniques),
                frequency(complaint),
                selfCare(complaint, verdict),
                rules.notice());
    }

    private Complaint understand(Complaint complaint, String words, List<Understood> understood) {
        for (var heard : synonyms.hear(words)) {
            if (complaint.says(heard.question(), heard.option())) continue;
            complaint = complaint.and(heard.question(), heard.option());
            understood.add(new Understood(
                    heard.question(), heard.option(), reason("words", "You wrote: " + heard.phrase() + ".", "house")));
        }
        for (var rule : rules.implied()) {
            if (complaint.says(rule.question(), rule.option()) || !Condition.any(rule.when(), complaint)) continue;
            complaint = complaint.and(rule.question(), rule.option());
            understood.add(
                    new Understood(rule.question(), rule.option(), reason(rule.id(), rule.says(), rule.source())));
        }
        return complaint;
    }

    private static Verdict verdict(List<Contraindication> rules, Complaint complaint) {
        return rules.stream()
                .filter(rule -> applies(rule, complaint))
                .map(rule -> Verdict.of(rule.level()))
                .reduce(Verdict.CLEAR, Verdict::or);
    }

    private static boolean applies(Contraindication rule, Complaint complaint) {
        return complaint.says(Question.HEALTH, rule.code().value());
    }

    /** The strictest first. */
    private static List<Reason> reasons(
            List<Contraindication> rules, Complaint complaint, String prefix, long version) {
        return rules.stream()
                .filter(rule -> applies(rule, complaint))
                .sorted(Comparator.comparing((Contraindication rule) -> Verdict.of(rule.level()))
                        .reversed())
                .map(rule -> new Reason(
                        prefix + rule.code(), version, capital(rule.condition()) + ": " + rule.advice(), rule.source()))
                .toList();
    }

    private TechniqueVerdict verdictOn(Offered offered, Complaint complaint, Verdict general) {
        var own = offered.treatment().contraindications().stream()
                .filter(rule -> this.general.stream().noneMatch(it -> it.code().equals(rule.code())))
                .toList();
        var verdict = general.or(verdict(own, complaint));
        return new TechniqueVerdict(
                offered.code(),
                verdict,
                said(verdict),
                reasons(own, complaint, offered.code() + "/", offered.version()));
    }

    private List<Suggestion> suggestions(
            List<Offered> offered, Complaint complaint, List<TechniqueVerdict> techniques) {
        var verdicts =
                techniques.stream().collect(Collectors.toMap(TechniqueVerdict::treatment, TechniqueVerdict::verdict));
        return offered.stream()
                .filter(it -> mayBeHad(verdicts.get(it.code())))
                .map(it -> suggestion(it, complaint, verdicts.get(it.code())))
                .sorted(Comparator.comparingInt(Suggestion::score).reversed().thenComparing(Suggestion::treatment))
                .toList();
    }

    private static boolean mayBeHad(Verdict verdict) {
        return switch (verdict) {
            case CLEAR, ASK_DOCTOR_FIRST -> true;
            case NOT_THIS_TECHNIQUE, STOP -> false;
        };
    }

    private Suggestion suggestion(Offered offered, Complaint complaint, Verdict verdict) {
        var weighed = new ArrayList<Weighed>();
        for (var rule : rules.ranking()) {
            if (rule.isAbout(offered, complaint) && Condition.any(rule.when(), complaint)) {
                weighed.add(new Weighed(rule.id(), rule.weight(), rule.says(), rule.source()));
            }
        }
        ownBestFor(offered, complaint).ifPresent(weighed::add);
        weighed.addAll(pressure(offered.treatment().pressure(), complaint));

        var length = rules.lengths().rules().stream()
                .filter(rule -> Condition.any(rule.when(), complaint))
                .findFirst()
                .orElseThrow();
        return new Suggestion(
                offered.code(),
                offered.treatment().name(),
                verdict,
                weighed.stream().mapToInt(Weighed::weight).sum(),
                weighed.stream().filter(it -> it.weight() > 0).map(this::reason).toList(),
                weighed.stream().filter(it -> it.weight() < 0).map(this::reason).toList(),
                nearestLength(length.minutes(), offered.treatment().lengthsMinutes()),
                reason(length.id(), length.says(), length.source()));
    }

    /** A clinic's own treatment is measured by what the clinic says that it is best for. */
    private Optional<Weighed> ownBestFor(Offered offered, Complaint complaint) {
        if (offered.treatment().clinicId() == null) return Optional.empty();
        var fitting = offered.treatment().bestFor().stream()
                .filter(words -> synonyms.hear(words).stream()
                        .anyMatch(heard -> complaint.says(heard.question(), heard.option())))
                .toList();
        if (fitting.isEmpty()) return Optional.empty();
        var rule = rules.ownBestFor();
        return Optional.of(new Weighed(
                rule.id(),
                rule.weight() * fitting.size(),
                rule.says().replace("{words}", String.join(", ", fitting)),
                rule.source()));
    }

    /** The further away from what is preferred, the more it weighs. */
    private List<Weighed> pressure(Pressure pressure, Complaint complaint) {
        var weighed = new ArrayList<Weighed>();
        for (var preferred : complaint.said(Question.PRESSURE)) {
            var level = Pressure.Level.valueOf(preferred);
            var firmer = pressure.from().ordinal() - level.ordinal();
            var lighter = level.ordinal() - pressure.to().ordinal();
            if (firmer > 0) weighed.add(pressure(rules.pressure().firmer(), firmer, pressure));
            else if (lighter > 0) weighed.add(pressure(rules.pressure().lighter(), lighter, pressure));
            else weighed.add(pressure(rules.pressure().fits(), 1, pressure));
        }
        return weighed;
    }

    private static Weighed pressure(Weighed rule, int times, Pressure pressure) {
        var from = pressure.from().name().toLowerCase(Locale.ROOT);
        var to = pressure.to().name().toLowerCase(Locale.ROOT);
        var words = from.equals(to) ? from : from + " to " + to;
        return new Weighed(rule.id(), rule.weight() * times, rule.says().replace("{pressure}", words), rule.source());
    }

    /** Of the lengths that can be had within the usual ones; of equally near ones the shorter. */
    private int nearestLength(int ideal, List<Integer> lengths) {
        var usual = lengths.stream()
                .filter(it -> it >= rules.lengths().fromMinutes()
                        && it <= rules.lengths().toMinutes())
                .toList();
        return (usual.isEmpty() ? lengths : usual)
                .stream()
                        .min(Comparator.comparingInt((Integer it) -> Math.abs(it - ideal))
                                .thenComparing(Comparator.naturalOrder()))
                        .orElseThrow();
    }

    private List<Phase> frequency(Complaint complaint) {
        var phases = new LinkedHashMap<Rules.Phase, Phase>();
        for (var rule : rules.frequency()) {
            if (!Condition.any(rule.when(), complaint)) continue;
            phases.putIfAbsent(
                    rule.phase(),
                    new Phase(
                            rule.phase(),
                            rule.sessions(),
                            rule.inDaysFrom(),
                            rule.inDaysTo(),
                            rule.until(),
                            reason(rule.id(), rule.says(), rule.source())));
        }
        return List.copyOf(phases.values());
    }

    private List<Reason> selfCare(Complaint complaint, Verdict verdict) {
        return rules.selfCare().stream()
                .filter(rule -> verdict == Verdict.CLEAR || !rule.onlyWhenClear())
                .filter(rule -> Condition.any(rule.when(), complaint))
                .filter(rule -> rule.unless() == null || !Condition.any(rule.unless(), complaint))
                .map(rule -> reason(rule.id(), rule.says(), rule.source()))
                .toList();
    }

    /** Health codes that the rules for every massage know, in their order. */
    public List<Contraindication> general() {
        return general;
    }

    private String said(Verdict verdict) {
        return rules.verdicts().get(verdict);
    }

    private Reason reason(Weighed rule) {
        return reason(rule.id(), rule.says(), rule.source());
    }

    private Reason reason(String id, String says, String source) {
        return new Reason(id, rules.version(), says, source);
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
