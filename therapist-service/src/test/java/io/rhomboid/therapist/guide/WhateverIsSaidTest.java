package io.rhomboid.therapist.guide;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

import io.rhomboid.contracts.treatment.Contraindication.Level;
import io.rhomboid.contracts.treatment.TreatmentCode;
import io.rhomboid.therapist.guide.Questions.Option;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for every complaint that there could be. */
class WhateverIsSaidTest {

    static final int COMPLAINTS = 2000;

    final long seed = new Random().nextLong();
    final Random random = new Random(seed);
    final List<String> flags = Saying.CATALOGUE.treatments().values().stream()
            .flatMap(treatment -> treatment.contraindications().stream())
            .map(rule -> rule.code().value())
            .distinct()
            .sorted()
            .toList();

    @Test
    void a_stop_flag_always_stops() {
        var stops = Saying.CATALOGUE.general().stream()
                .filter(rule -> rule.level() == Level.STOP)
                .map(rule -> rule.code().value())
                .toList();
        assertThat(stops).hasSize(9);

        for (var stop : stops) {
            for (int i = 0; i < COMPLAINTS / 10; i++) {
                var advice = advise(any().and(Question.HEALTH, stop));

                assertThat(advice.verdict()).as("%s, seed %d", stop, seed).isEqualTo(Verdict.STOP);
                assertThat(advice.suggestions()).isEmpty();
                assertThat(advice.selfCare()).isEmpty();
                assertThat(advice.techniques()).hasSize(7).allMatch(it -> it.verdict() == Verdict.STOP);
            }
        }
    }

    @Test
    void one_flag_more_never_makes_anything_milder() {
        for (int i = 0; i < COMPLAINTS; i++) {
            var complaint = any();
            var before = advise(complaint);
            var flag = flags.get(random.nextInt(flags.size()));
            var after = advise(complaint.and(Question.HEALTH, flag));

            assertThat(after.verdict()).as("%s, seed %d", flag, seed).isGreaterThanOrEqualTo(before.verdict());
            for (var technique : before.techniques()) {
                assertThat(after.on(technique.treatment()).verdict())
                        .as("%s on %s, seed %d", flag, technique.treatment(), seed)
                        .isGreaterThanOrEqualTo(technique.verdict());
            }
            assertThat(care(before)).as("%s, seed %d", flag, seed).containsAll(care(after));
        }
    }

    /** All pairs, not some. */
    @Test
    void two_flags_are_as_strict_as_the_stricter_one() {
        for (var one : flags) {
            for (var other : flags) {
                var both = advise(flagged(one).and(Question.HEALTH, other)).verdict();
                var strictest =
                        advise(flagged(one)).verdict().or(advise(flagged(other)).verdict());

                assertThat(both).as("%s and %s", one, other).isEqualTo(strictest);
            }
        }
    }

    @Test
    void every_technique_gets_a_verdict_and_is_suggested_unless_it_is_ruled_out() {
        for (int i = 0; i < COMPLAINTS; i++) {
            var advice = advise(any());

            assertThat(advice.techniques().stream().map(Advice.TechniqueVerdict::treatment))
                    .containsExactlyElementsOf(
                            new TreeSet<>(Saying.CATALOGUE.treatments().keySet()));
            var had = advice.techniques().stream()
                    .filter(it -> it.verdict().compareTo(Verdict.NOT_THIS_TECHNIQUE) < 0)
                    .map(Advice.TechniqueVerdict::treatment)
                    .toList();
            assertThat(advice.suggestions().stream().map(Advice.Suggestion::treatment))
                    .as("seed %d", seed)
                    .containsExactlyInAnyOrderElementsOf(had);
            assertThat(advice.techniques())
                    .allMatch(it -> it.verdict().compareTo(advice.verdict()) >= 0)
                    .allMatch(it ->
                            it.verdict() == advice.verdict() || !it.reasons().isEmpty());
        }
    }

    @Test
    void the_answer_is_the_same_however_the_treatments_come() {
        for (int i = 0; i < COMPLAINTS / 4; i++) {
            var complaint = any();
            var shuffled = new ArrayList<>(Saying.everything());
            Collections.shuffle(shuffled, random);

            assertThat(Saying.GUIDE.advise(complaint, "", shuffled))
                    .as("seed %d", seed)
                    .isEqualTo(advise(complaint));
        }
    }

    @Test
    void every_rule_is_met_by_somebody() {
        var met = new HashSet<String>();
        for (int i = 0; i < 10 * COMPLAINTS; i++) {
            var advice = advise(any());
            advice.understood().forEach(it -> met.add(it.because().rule()));
            advice.suggestions().forEach(it -> {
                it.reasonsFor().forEach(reason -> met.add(reason.rule()));
                it.reasonsAgainst().forEach(reason -> met.add(reason.rule()));
                met.add(it.length().rule());
            });
            advice.frequency().forEach(it -> met.add(it.reason().rule()));
            advice.selfCare().forEach(it -> met.add(it.rule()));
        }

        var all = new HashSet<String>();
        Saying.RULES.implied().forEach(it -> all.add(it.id()));
        Saying.RULES.ranking().forEach(it -> all.add(it.id()));
        Saying.RULES.lengths().rules().forEach(it -> all.add(it.id()));
        Saying.RULES.frequency().forEach(it -> all.add(it.id()));
        Saying.RULES.selfCare().forEach(it -> all.add(it.id()));
        assertThat(met).as("seed %d", seed).containsAll(all);
    }

    @Test
    void every_reason_says_something_and_names_its_source() {
        for (int i = 0; i < COMPLAINTS; i++) {
            var advice = advise(any());
            var reasons = new ArrayList<>(advice.reasons());
            advice.techniques().forEach(it -> reasons.addAll(it.reasons()));
            advice.suggestions().forEach(it -> reasons.addAll(it.reasonsFor()));
            advice.suggestions().forEach(it -> reasons.addAll(it.reasonsAgainst()));
            reasons.addAll(advice.selfCare());

            assertThat(reasons)
                    .allMatch(it -> !it.says().isBlank() && !it.says().contains("{"))
                    .allMatch(it -> it.version() > 0)
                    .allMatch(it -> it.source().matches("00[0-4](, 00[0-4])*|house"));
        }
    }

    /** The guide speaks of well-being; it names no illness that nobody named, and promises nothing. */
    @Test
    void nothing_it_says_sounds_like_a_diagnosis() {
        var said = new ArrayList<String>(Saying.RULES.verdicts().values());
        Saying.RULES.implied().forEach(it -> said.add(it.says()));
        Saying.RULES.ranking().forEach(it -> said.add(it.says()));
        Saying.RULES.frequency().forEach(it -> said.add(it.says() + it.until()));
        Saying.RULES.selfCare().forEach(it -> said.add(it.says()));
        Saying.CATALOGUE.general().forEach(it -> said.add(it.advice()));

        assertThat(said)
                .isNotEmpty()
                .allSatisfy(words -> assertThat(words.toLowerCase(Locale.ROOT))
                        .doesNotContain(
                                "diagnos",
                                "cure",
                                "patient",
                                "disease",
                                "heals",
                                "you suffer",
                                "you have a ",
                                "guarantee"));
        assertThat(Saying.RULES.notice()).contains("not medical advice");
    }

    private static Advice advise(Complaint complaint) {
        return Saying.GUIDE.advise(complaint, "", Saying.everything());
    }

    private static List<String> care(Advice advice) {
        return advice.selfCare().stream().map(Advice.Reason::rule).toList();
    }

    private static Complaint flagged(String flag) {
        return new Complaint(Map.of(Question.HEALTH, Set.of(flag)), 3, null, null);
    }

    /** Anything that can be said, little of it or much. */
    private Complaint any() {
        var said = new EnumMap<Question, Set<String>>(Question.class);
        for (var asked : Saying.QUESTIONS.questions()) {
            if (asked.about() == null) continue;
            var options = asked.about() == Question.HEALTH
                    ? flags
                    : asked.options().stream().map(Option::code).toList();
            var most = switch (asked.kind()) {
                case ONE -> 1;
                default -> asked.about() == Question.HEALTH ? 2 : 3;
            };
            var named = new TreeSet<String>();
            for (int i = random.nextInt(most + 1); i > 0; i--) named.add(options.get(random.nextInt(options.size())));
            said.put(asked.about(), named);
        }
        var inDays = said.get(Question.COURSE).isEmpty() && random.nextBoolean();
        var techniques = List.copyOf(Saying.CATALOGUE.treatments().keySet());
        TreatmentCode wanted = random.nextBoolean() ? techniques.get(random.nextInt(techniques.size())) : null;
        return new Complaint(said, random.nextInt(11), inDays ? random.nextInt(400) : null, wanted);
    }
}
