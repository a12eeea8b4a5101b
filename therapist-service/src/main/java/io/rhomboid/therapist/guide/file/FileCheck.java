package io.rhomboid.therapist.guide.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import io.rhomboid.contracts.treatment.Treatment.Pressure;
import io.rhomboid.therapist.guide.Condition;
import io.rhomboid.therapist.guide.Question;
import io.rhomboid.therapist.guide.Questions;
import io.rhomboid.therapist.guide.Rules;
import io.rhomboid.therapist.guide.Rules.Weighed;
import io.rhomboid.therapist.guide.Synonyms;
import io.rhomboid.therapist.guide.Verdict;
import io.rhomboid.therapist.treatment.Catalogue;

/** Finds what is wrong with the guide's files: a code that nobody can name, a rule twice, a case that none covers. */
final class FileCheck {

    private static final Pattern ID = Pattern.compile("[a-z]+(-[a-z]+)*");
    private static final Pattern SOURCE = Pattern.compile("00[0-4](, 00[0-4])*|house");
    private static final Pattern PHRASE = Pattern.compile("[\\p{Ll}\\p{N}']+( [\\p{Ll}\\p{N}']+)*");

    private final Catalogue catalogue;
    private final Map<Question, Set<String>> known = new EnumMap<>(Question.class);
    private final Set<String> ids = new HashSet<>();
    private final List<String> wrong = new ArrayList<>();

    FileCheck(Questions questions, Catalogue catalogue) {
        this.catalogue = catalogue;
        for (var asked : questions.questions()) {
            for (var option : asked.options()) source("the option " + option.code(), option.source());
            if (asked.about() == null) continue;
            var codes = new HashSet<String>();
            for (var option : asked.options())
                must(codes.add(option.code()), asked.field(), "has " + option.code() + " twice");
            must(known.put(asked.about(), codes) == null, asked.field(), "asks about " + asked.about() + " again");
        }
        for (var question : Question.values()) {
            must(known.containsKey(question), "questions.json", "does not ask about " + question);
            known.computeIfAbsent(question, _ -> new HashSet<>());
        }
        for (var treatment : catalogue.treatments().values()) {
            for (var rule : treatment.contraindications())
                known.get(Question.HEALTH).add(rule.code().value());
        }
        var levels = Arrays.stream(Pressure.Level.values()).map(Enum::name).toList();
        must(levels.containsAll(known.get(Question.PRESSURE)), "pressure", "may have no option but " + levels);
    }

    void check(Rules rules, Synonyms synonyms) {
        must(rules.version() > 0, "rules.json", "needs a version above 0");
        for (var verdict : Verdict.values())
            must(rules.verdicts().containsKey(verdict), "verdicts", "lacks " + verdict);
        for (var rule : rules.implied()) {
            rule(rule.id(), rule.when(), rule.says(), rule.source());
            must(!rule.when().isEmpty(), rule.id(), "needs a condition");
            option(rule.id(), rule.question(), rule.option());
        }
        for (var rule : rules.ranking()) {
            rule(rule.id(), rule.when(), rule.says(), rule.source());
            weight(rule.id(), rule.weight());
            ranking(rule);
        }
        for (var rule : List.of(
                rules.pressure().fits(),
                rules.pressure().firmer(),
                rules.pressure().lighter(),
                rules.ownBestFor())) {
            weighed(rule);
        }
        for (var rule : rules.lengths().rules()) {
            rule(rule.id(), rule.when(), rule.says(), rule.source());
            must(
                    rule.minutes() >= rules.lengths().fromMinutes()
                            && rule.minutes() <= rules.lengths().toMinutes(),
                    rule.id(),
                    "must be within fromMinutes and toMinutes");
        }
        must(
                rules.lengths().rules().stream().anyMatch(rule -> rule.when().isEmpty()),
                "lengths",
                "needs a rule that always applies");
        for (var rule : rules.frequency()) rule(rule.id(), rule.when(), rule.says(), rule.source());
        for (var phase : Rules.Phase.values()) {
            must(
                    rules.frequency().stream()
                            .anyMatch(
                                    rule -> rule.phase() == phase && rule.when().isEmpty()),
                    "frequency",
                    "needs a rule for " + phase + " that always applies");
        }
        for (var rule : rules.selfCare()) {
            rule(rule.id(), rule.when(), rule.says(), rule.source());
            if (rule.unless() != null) conditions(rule.id(), rule.unless());
        }
        for (var synonym : synonyms.synonyms()) {
            option("words.json", synonym.question(), synonym.option());
            for (var phrase : synonym.phrases()) {
                must(PHRASE.matcher(phrase).matches(), "words.json", "has a phrase that nobody can say: " + phrase);
            }
        }
        if (!wrong.isEmpty())
            throw new IllegalStateException("The guide's files are wrong: " + String.join("; ", wrong));
    }

    private void ranking(Rules.Ranking rule) {
        if (rule.treatments() == null) return;
        must(rule.pressingFrom() == null, rule.id(), "can't have both treatments and pressingFrom");
        for (var code : rule.treatments()) {
            must(catalogue.treatments().containsKey(code), rule.id(), "names the unknown treatment " + code);
        }
    }

    private void weighed(Weighed rule) {
        rule(rule.id(), List.of(), rule.says(), rule.source());
        weight(rule.id(), rule.weight());
    }

    private void weight(String id, int weight) {
        must(weight != 0, id, "has no weight");
    }

    private void rule(String id, List<Condition> when, String says, String source) {
        must(ID.matcher(id).matches(), id, "must be small letters and hyphens");
        must(ids.add(id), id, "is there twice");
        must(!says.isBlank(), id, "says nothing");
        source(id, source);
        conditions(id, when);
    }

    private void source(String id, String source) {
        must(SOURCE.matcher(source).matches(), id, "has the unknown source " + source);
    }

    private void conditions(String id, List<Condition> conditions) {
        for (var condition : conditions) {
            condition.said().forEach((question, options) -> options.forEach(option -> option(id, question, option)));
            must(!condition.isEmpty(), id, "has a condition without any part");
        }
    }

    private void option(String id, Question question, String option) {
        must(known.get(question).contains(option), id, "names the unknown " + question + " " + option);
    }

    private void must(boolean holds, String where, String what) {
        if (!holds) wrong.add(where + " " + what);
    }
}
