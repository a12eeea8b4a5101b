package io.rhomboid.therapist.guide.web;

import java.util.EnumMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.treatment.TreatmentCode;
import io.rhomboid.therapist.guide.Complaint;
import io.rhomboid.therapist.guide.Question;
import io.rhomboid.therapist.guide.Questions.Asked;
import io.rhomboid.therapist.guide.Questions.Option;
import io.rhomboid.therapist.http.Findings;

/**
 * A complaint as a client sends it: for each question of GET the codes of its options. Whether they are known is
 * checked against the questions.
 *
 * @param course or {@code sinceDays}, not both
 * @param health must be there, so that nobody is told that nothing speaks against a massage without having been asked
 * @param wanted a technique that they have in mind
 * @param clinicId to hear of this clinic's own treatments too, in its lengths
 * @param words read once, never kept
 */
record GuideRequest(
        @Size(max = 50) @Nullable List<@NotNull String> areas,
        @Size(max = 50) @Nullable List<@NotNull String> qualities,
        @Nullable String course,

        @Min(value = 0, message = "must be from 0 to 36500")
        @Max(value = 36_500, message = "must be from 0 to 36500")
        @Nullable
        Integer sinceDays,

        @NotNull(message = "is missing; from 0 (none) to 10 (the worst)")
        @Min(value = 0, message = "must be from 0 to 10")
        @Max(value = 10, message = "must be from 0 to 10")
        Integer pain,

        @Size(max = 50) @Nullable List<@NotNull String> causes,
        @Size(max = 50) @Nullable List<@NotNull String> goals,

        @NotNull(message = "is missing; send [] if none of the options of GET /api/v1/guide holds") @Size(max = 200)
        List<@NotNull String> health,

        @Nullable String pressure,
        @Size(max = 50) @Nullable List<@NotNull String> person,
        @Nullable TreatmentCode wanted,
        @Nullable ClinicId clinicId,

        @Size(max = 2000, message = "must be at most {max} characters; say it shorter") @Nullable
        String words) {

    /**
     * The complaint that it is.
     *
     * @param asked the questions with all their options
     * @param known which treatments there are
     * @throws io.rhomboid.platform.web.ProblemException naming each field that is wrong
     */
    Complaint toComplaint(List<Asked> asked, Set<TreatmentCode> known) {
        var findings = new Findings();
        var said = new EnumMap<Question, Set<String>>(Question.class);
        for (var question : asked) {
            if (question.about() != null) said.put(question.about(), options(question, findings));
        }
        if (course != null && sinceDays != null) {
            findings.add("sinceDays", "must not be there beside course: send one of the two");
        }
        if (wanted != null && !known.contains(wanted)) {
            findings.add("wanted", "must be one of GET /api/v1/treatments");
        }
        findings.throwIfAny();
        return new Complaint(said, pain, sinceDays, wanted);
    }

    private Set<String> options(Asked question, Findings findings) {
        var codes = question.options().stream().map(Option::code).collect(Collectors.toSet());
        var answers = answers(question.about());
        for (int i = 0; i < answers.size(); i++) {
            if (codes.contains(answers.get(i))) continue;
            // Not what was sent: that may be anything a client says about themselves.
            var place = question.field() + (isList(question.about()) ? "[" + i + "]" : "");
            findings.add(place, "must be one of " + new TreeSet<>(codes));
        }
        return Set.copyOf(answers);
    }

    private static boolean isList(Question question) {
        return switch (question) {
            case COURSE, PRESSURE -> false;
            case AREA, QUALITY, CAUSE, GOAL, HEALTH, PERSON -> true;
        };
    }

    private List<String> answers(Question question) {
        return switch (question) {
            case AREA -> orNone(areas);
            case QUALITY -> orNone(qualities);
            case COURSE -> course == null ? List.of() : List.of(course);
            case CAUSE -> orNone(causes);
            case GOAL -> orNone(goals);
            case HEALTH -> health;
            case PRESSURE -> pressure == null ? List.of() : List.of(pressure);
            case PERSON -> orNone(person);
        };
    }

    private static List<String> orNone(@Nullable List<String> answers) {
        return answers == null ? List.of() : answers;
    }

    /** Nothing of it belongs in a log. */
    @Override
    public String toString() {
        return "a request to the guide";
    }
}
