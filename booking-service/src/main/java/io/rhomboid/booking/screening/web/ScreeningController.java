package io.rhomboid.booking.screening.web;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.rhomboid.booking.availability.Availability;
import io.rhomboid.booking.screening.Finding;
import io.rhomboid.booking.screening.Question;
import io.rhomboid.booking.screening.Screening;
import io.rhomboid.booking.screening.Verdict;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.treatment.Contraindication.Level;
import io.rhomboid.contracts.treatment.ContraindicationCode;
import io.rhomboid.contracts.treatment.TreatmentCode;
import io.rhomboid.platform.identity.Allowed;
import io.rhomboid.platform.web.CanRefuse;
import io.rhomboid.platform.web.Problem;

import static io.rhomboid.platform.identity.Who.ANYONE;

/** Asks what must be known before a massage, and says what follows. What is said here is kept nowhere. */
@Allowed(ANYONE)
@RestController
@RequestMapping("/api/v1/screening")
class ScreeningController {

    private static final int MOST = 4;

    static final Problem NOT_READY = Problem.of(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "catalogue-not-ready",
                    "We do not know the treatments yet. Try again in a moment.")
            .retryAfter(Duration.ofSeconds(5));

    private final Availability availability;

    ScreeningController(Availability availability) {
        this.availability = availability;
    }

    record QuestionList(List<Question> questions) {}

    /**
     * @param has the codes of what holds; an empty list if nothing does
     * @param clinicId where; so that what only this clinic gives is proposed, too
     */
    record AnswersRequest(
            @NotEmpty @Size(max = MOST) List<@NotNull TreatmentCode> treatments,
            @NotNull @Size(max = 100) Set<@NotNull ContraindicationCode> has,
            @Nullable ClinicId clinicId) {

        /** What somebody says about their body is never written by accident. */
        @Override
        public String toString() {
            return "AnswersRequest[…]";
        }
    }

    /**
     * @param bookable whether it may be booked as it is
     * @param bookableWithDoctor whether it may once a doctor has agreed
     * @param findings the rules that it runs into, the strictest first
     * @param fits other treatments, if it is the technique that does not fit
     */
    record VerdictView(
            Verdict.Outcome outcome,
            boolean bookable,
            boolean bookableWithDoctor,
            List<FindingView> findings,
            List<TreatmentCode> fits) {

        static VerdictView of(Verdict verdict) {
            return new VerdictView(
                    verdict.outcome(),
                    verdict.isBookable(false),
                    verdict.isBookable(true),
                    verdict.findings().stream().map(FindingView::of).toList(),
                    verdict.fits());
        }
    }

    /**
     * @param version of the treatment that the rule came with
     * @param advice what to do, and where to turn
     * @param source the article that the rule is from
     */
    record FindingView(
            TreatmentCode treatment,
            long version,
            ContraindicationCode code,
            Level level,
            String condition,
            String advice,
            String source) {

        static FindingView of(Finding finding) {
            var rule = finding.rule();
            return new FindingView(
                    finding.treatment(),
                    finding.version(),
                    rule.code(),
                    rule.level(),
                    rule.condition(),
                    rule.advice(),
                    rule.source());
        }
    }

    /** 200 with what must be known for these treatments and no more, what could mean a stop first. */
    @GetMapping
    @CanRefuse({
        "400 invalid-parameter: treatments must name one to four",
        "422 unknown-treatment: there is no such treatment",
        "503 catalogue-not-ready: we do not know the treatments yet"
    })
    @ApiResponse(
            responseCode = "200",
            description = "The questions",
            content = @Content(schema = @Schema(implementation = QuestionList.class)))
    ResponseEntity<?> questions(@RequestParam List<TreatmentCode> treatments) {
        if (treatments.isEmpty() || treatments.size() > MOST) {
            return Problem.of(HttpStatus.BAD_REQUEST, "invalid-parameter", "treatments must name one to " + MOST + ".")
                    .field("treatments", "must name one to " + MOST)
                    .answer();
        }
        if (!availability.isReady()) return NOT_READY.answer();
        var screening = screening();
        var unknown = unknown(screening, treatments);
        return unknown != null
                ? unknown.answer()
                : ResponseEntity.ok(new QuestionList(screening.questions(treatments)));
    }

    /** 200 with what follows from the answers. A stop says where to turn; nothing else can be done about it here. */
    @PostMapping
    @CanRefuse({
        "422 unknown-treatment: there is no such treatment",
        "422 unknown-condition: no treatment asks for this; names all codes",
        "503 catalogue-not-ready: we do not know the treatments yet"
    })
    @ApiResponse(
            responseCode = "200",
            description = "The verdict",
            content = @Content(schema = @Schema(implementation = VerdictView.class)))
    ResponseEntity<?> verdict(@Valid @RequestBody AnswersRequest request) {
        if (!availability.isReady()) return NOT_READY.answer();
        var screening = screening();
        var unknown = unknown(screening, request.treatments());
        if (unknown != null) return unknown.answer();
        var codes = screening.codes();
        if (!codes.containsAll(request.has())) {
            return Problem.of(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            "unknown-condition",
                            "has names something that no treatment asks for.")
                    .field("has", "must be of the questions' codes")
                    .with("codes", codes.stream().sorted().toList())
                    .answer();
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(VerdictView.of(screening.verdict(request.treatments(), request.has(), request.clinicId())));
    }

    private Screening screening() {
        return new Screening(availability.catalogue().treatments());
    }

    private static @Nullable Problem unknown(Screening screening, Collection<TreatmentCode> treatments) {
        return treatments.stream()
                .filter(code -> !screening.knows(code))
                .findFirst()
                .map(code -> Problem.of(
                                HttpStatus.UNPROCESSABLE_CONTENT, "unknown-treatment", code + " is no treatment.")
                        .field("treatments", "must name treatments of the catalogue"))
                .orElse(null);
    }
}
