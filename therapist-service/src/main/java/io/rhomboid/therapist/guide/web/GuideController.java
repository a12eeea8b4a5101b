package io.rhomboid.therapist.guide.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jakarta.validation.Valid;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.rhomboid.contracts.clinic.Clinic;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.treatment.Contraindication;
import io.rhomboid.contracts.treatment.Treatment;
import io.rhomboid.contracts.treatment.TreatmentCode;
import io.rhomboid.platform.identity.Allowed;
import io.rhomboid.platform.web.BodyHash;
import io.rhomboid.platform.web.CanRefuse;
import io.rhomboid.platform.web.Problem;
import io.rhomboid.platform.web.ProblemException;
import io.rhomboid.therapist.guide.Advice;
import io.rhomboid.therapist.guide.Guide;
import io.rhomboid.therapist.guide.Offered;
import io.rhomboid.therapist.guide.Question;
import io.rhomboid.therapist.guide.Questions;
import io.rhomboid.therapist.guide.Questions.Asked;
import io.rhomboid.therapist.guide.Questions.Option;
import io.rhomboid.therapist.guide.Verdict;
import io.rhomboid.therapist.http.Answers;
import io.rhomboid.therapist.store.Kept;
import io.rhomboid.therapist.store.Records;
import io.rhomboid.therapist.treatment.Menu;

import static io.rhomboid.platform.identity.Who.ANYONE;

/** The guide over HTTP. Nothing of a request is kept or logged, and nothing of it is in an address. */
@Allowed(ANYONE)
@RestController
@RequestMapping("/api/v1/guide")
class GuideController {

    private static final CacheControl FIVE_MINUTES =
            CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();

    private final Guide guide;
    private final Questions questions;
    private final Menu menu;
    private final Records<ClinicId, Clinic> clinics;
    private final BodyHash hash;

    GuideController(Guide guide, Questions questions, Menu menu, Records<ClinicId, Clinic> clinics, BodyHash hash) {
        this.guide = guide;
        this.questions = questions;
        this.menu = menu;
        this.clinics = clinics;
        this.hash = hash;
    }

    record QuestionList(List<Asked> questions) {}

    /**
     * What the guide answers.
     *
     * @param understood what follows from what was said, beyond what was ticked
     * @param techniques every treatment with its own verdict, by code
     * @param suggestions the most fitting first; none when stopped
     * @param frequency by phase; none when stopped
     * @param selfCare what to do between sessions; none when stopped
     */
    record GuideAnswer(
            Verdict verdict,
            String says,
            List<Advice.Reason> reasons,
            List<Understood> understood,
            List<Advice.TechniqueVerdict> techniques,
            List<Suggestion> suggestions,
            List<Advice.Phase> frequency,
            List<Advice.Reason> selfCare,
            String notice) {}

    /** As if this option of this field had been sent. */
    record Understood(String field, String option, Advice.Reason because) {}

    record Suggestion(@JsonUnwrapped Advice.Suggestion suggestion, Search search) {}

    /** Where to look for who gives it, and when; may be added to. */
    record Search(String therapists, String availability) {}

    /** The questions with their options; with a clinic, also what speaks against its own treatments. */
    @GetMapping
    @CanRefuse({"400 invalid-parameter: clinicId is not an id", "404 unknown-clinic: there is no such clinic"})
    @ApiResponse(
            responseCode = "200",
            description = "The questions in the order to ask them",
            content = @Content(schema = @Schema(implementation = QuestionList.class)))
    ResponseEntity<?> questions(@RequestParam(required = false) @Nullable ClinicId clinicId) {
        var treatments = menu(clinicId);
        if (treatments.isEmpty()) return new Answers("clinic").unknown();
        var list = new QuestionList(asked(treatments.get()));
        return ResponseEntity.ok()
                .eTag("\"" + hash.of(list) + "\"")
                .cacheControl(FIVE_MINUTES)
                .body(list);
    }

    /**
     * What may do this client good: a safety verdict, techniques with what speaks for and against each, how long and
     * how often, and what to do between sessions. Each with its rule and source. Needs no Idempotency-Key, because it
     * makes nothing.
     */
    @PostMapping
    @ApiResponse(
            responseCode = "200",
            description = "The advice; also when it is to book no massage",
            content = @Content(schema = @Schema(implementation = GuideAnswer.class)))
    ResponseEntity<GuideAnswer> advise(@RequestBody @Valid GuideRequest request) {
        var clinicId = request.clinicId();
        var treatments = menu(clinicId)
                .orElseThrow(
                        () -> new ProblemException(Problem.invalid("clinicId", "must be one of GET /api/v1/clinics")));
        var asked = asked(treatments);
        var complaint =
                request.toComplaint(asked, treatments.stream().map(Kept::id).collect(Collectors.toSet()));
        var advice = guide.advise(
                complaint,
                request.words() == null ? "" : request.words(),
                treatments.stream()
                        .map(kept -> new Offered(kept.id(), kept.version(), kept.state()))
                        .toList());
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(answer(advice, asked, clinicId));
    }

    /** Empty if there is no such clinic. */
    private Optional<List<Kept<TreatmentCode, Treatment>>> menu(@Nullable ClinicId clinicId) {
        if (clinicId == null) return Optional.of(menu.ofTheHouse());
        return clinics.find(clinicId).map(menu::at);
    }

    private static GuideAnswer answer(Advice advice, List<Asked> asked, @Nullable ClinicId clinicId) {
        Map<Question, String> fields = asked.stream()
                .filter(question -> question.about() != null)
                .collect(Collectors.toMap(Asked::about, Asked::field));
        return new GuideAnswer(
                advice.verdict(),
                advice.says(),
                advice.reasons(),
                advice.understood().stream()
                        .map(it -> new Understood(fields.get(it.question()), it.option(), it.because()))
                        .toList(),
                advice.techniques(),
                advice.suggestions().stream()
                        .map(it -> new Suggestion(it, search(it, clinicId)))
                        .toList(),
                advice.frequency(),
                advice.selfCare(),
                advice.notice());
    }

    private static Search search(Advice.Suggestion suggestion, @Nullable ClinicId clinicId) {
        var query = "?treatment=" + suggestion.treatment();
        var place = clinicId == null ? "" : "&clinicId=" + clinicId;
        return new Search(
                "/api/v1/therapists" + query + place,
                "/api/v1/availability" + query + "&durationMinutes=" + suggestion.lengthMinutes() + place);
    }

    /** The questions, those of health with all that speaks against a massage or one of these treatments. */
    private List<Asked> asked(List<Kept<TreatmentCode, Treatment>> treatments) {
        var health = new LinkedHashMap<String, Option>();
        var rules = new ArrayList<>(guide.general());
        for (var kept : treatments) rules.addAll(kept.state().contraindications());
        for (var rule : rules) health.putIfAbsent(rule.code().value(), option(rule));
        return questions.questions().stream()
                .map(question ->
                        question.about() == Question.HEALTH ? question.with(List.copyOf(health.values())) : question)
                .toList();
    }

    private static Option option(Contraindication rule) {
        return new Option(rule.code().value(), rule.condition(), rule.source());
    }
}
