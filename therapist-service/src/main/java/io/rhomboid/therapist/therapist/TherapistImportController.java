package io.rhomboid.therapist.therapist;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Validator;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.rhomboid.contracts.therapist.Therapist;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.treatment.Treatment;
import io.rhomboid.contracts.treatment.TreatmentCode;
import io.rhomboid.platform.identity.Allowed;
import io.rhomboid.platform.web.BodyHash;
import io.rhomboid.platform.web.CanRefuse;
import io.rhomboid.platform.web.Problem.FieldError;
import io.rhomboid.platform.web.ProblemException;
import io.rhomboid.therapist.csv.CsvList;
import io.rhomboid.therapist.csv.Import;
import io.rhomboid.therapist.csv.Import.Effect;
import io.rhomboid.therapist.csv.Import.Piece;
import io.rhomboid.therapist.csv.LineProblem;
import io.rhomboid.therapist.csv.Row;
import io.rhomboid.therapist.store.Outcome.Done;
import io.rhomboid.therapist.store.Records;
import io.rhomboid.therapist.therapist.ProfileRequest.Practice;

import static io.rhomboid.platform.identity.Who.PLATFORM_ADMIN;

/** Profiles of many therapists from a spreadsheet. Each row is checked as the profile of one therapist is. */
@Allowed(PLATFORM_ADMIN)
@RestController
@RequestMapping("/api/v1/imports/therapists")
class TherapistImportController {

    private static final CsvList FORM = new CsvList(
            List.of("key", "name", "listing", "gender", "languages", "practising_since", "specializations"),
            List.of("about", "professional_bodies"),
            1_000);

    private static final Map<String, String> COLUMNS =
            Map.of("practisingSince", "practising_since", "professionalBodies", "professional_bodies");

    private final Records<TherapistId, Therapist> therapists;
    private final Records<TreatmentCode, Treatment> treatments;
    private final BodyHash hash;
    private final Validator validator;
    private final Clock clock;

    TherapistImportController(
            Records<TherapistId, Therapist> therapists,
            Records<TreatmentCode, Treatment> treatments,
            BodyHash hash,
            Validator validator,
            Clock clock) {
        this.therapists = therapists;
        this.treatments = treatments;
        this.hash = hash;
        this.validator = validator;
        this.clock = clock;
    }

    /**
     * Takes in up to 1,000 profiles as CSV in UTF-8. Columns: {@code key} (your own name for the therapist, the same in
     * every list), {@code name}, {@code listing}, {@code gender}, {@code languages} (with semicolons between),
     * {@code practising_since}, {@code specializations} (as {@code TRIGGER_POINT:9; THAI:4}, with the years), and if
     * wanted {@code about} and {@code professional_bodies} (semicolons). Without {@code dryRun=false} it is only looked
     * at. The same list twice changes nothing, so it needs no Idempotency-Key.
     */
    @PostMapping(consumes = "text/csv")
    @CanRefuse({
        "400 unreadable-csv: it is no CSV, not UTF-8, has too many rows, or a column is missing or not known",
        "400 invalid-parameter: accept is neither all nor good",
        "413 body-too-large: more than 2 MiB",
        "415 unsupported-media-type: Content-Type is not text/csv",
        "422 bad-lines: some cells are not as they must be; nothing was stored"
    })
    @RequestBody(required = true, content = @Content(mediaType = "text/csv", schema = @Schema(type = "string")))
    @ApiResponse(
            responseCode = "200",
            description = "What was stored, or would be, and every bad line",
            content = @Content(schema = @Schema(implementation = Import.Report.class)))
    ResponseEntity<?> take(
            @RequestParam(defaultValue = "true") boolean dryRun,
            @RequestParam(defaultValue = "all") @Schema(allowableValues = {"all", "good"}) String accept,
            HttpServletRequest request)
            throws IOException {
        var formProblems = new ArrayList<LineProblem>();
        var pieces = new ArrayList<Piece>();
        var keys = new HashSet<String>();
        for (var row : FORM.read(request.getInputStream(), formProblems)) {
            var problems = new ArrayList<>(formProblems.stream()
                    .filter(problem -> problem.line() == row.line())
                    .toList());
            var key = row.cell("key");
            if (key != null && !ImportedTherapist.isKey(key)) {
                problems.add(row.wrong("key", "must be 1 to 60 letters, digits, dots, dashes or at signs"));
            } else if (key != null && !keys.add(key)) {
                problems.add(row.wrong("key", "must be another than in the rows before"));
            }
            var profile = problems.isEmpty() ? profile(row, problems) : null;
            if (profile != null) check(row, profile, problems);
            pieces.add(new Piece(
                    List.of(row),
                    problems,
                    () -> store(Objects.requireNonNull(key), Objects.requireNonNull(profile)),
                    error -> told(row, error)));
        }
        return Import.take(pieces, dryRun, accept);
    }

    /** Null if a cell can't be read. */
    private @Nullable ProfileRequest profile(Row row, List<LineProblem> problems) {
        var listing = word(Therapist.Listing.class, row, "listing", problems);
        var gender = word(Therapist.Gender.class, row, "gender", problems);
        var since = number(row, "practising_since", row.cell("practising_since"), problems);
        var practices = new ArrayList<Practice>();
        for (var text : parts(row.cell("specializations"))) {
            var colon = text.indexOf(':');
            var years = colon < 0
                    ? null
                    : number(row, "specializations", text.substring(colon + 1).strip(), problems);
            try {
                if (colon < 0) {
                    problems.add(row.wrong("specializations", "must name the years of each, as TRIGGER_POINT:9"));
                } else {
                    practices.add(new Practice(
                            TreatmentCode.of(text.substring(0, colon).strip()), years == null ? 0 : years));
                }
            } catch (IllegalArgumentException e) {
                problems.add(row.wrong("specializations", String.valueOf(e.getMessage())));
            }
        }
        if (!problems.isEmpty()) return null;
        return new ProfileRequest(
                Objects.requireNonNull(row.cell("name")),
                Objects.requireNonNull(listing),
                Objects.requireNonNull(gender),
                parts(row.cell("languages")),
                row.cell("about"),
                Objects.requireNonNull(since),
                practices,
                parts(row.cell("professional_bodies")));
    }

    private void check(Row row, ProfileRequest profile, List<LineProblem> problems) {
        for (var violation : validator.validate(profile)) {
            problems.add(told(row, new FieldError(violation.getPropertyPath().toString(), violation.getMessage())));
        }
        if (!problems.isEmpty()) return;
        try {
            profile.toTherapist(before(row), this::isKnown, today());
        } catch (ProblemException e) {
            for (var error : e.problem().errors()) problems.add(told(row, error));
        }
    }

    private @Nullable Therapist before(Row row) {
        var id = ImportedTherapist.idOf(Objects.requireNonNull(row.cell("key")));
        return therapists.find(id).map(kept -> kept.state()).orElse(null);
    }

    private Effect store(String key, ProfileRequest profile) {
        var id = ImportedTherapist.idOf(key);
        while (true) {
            var seen = therapists.find(id).orElse(null);
            if (seen == null) {
                var made = therapists.create(
                        id,
                        ImportedTherapist.creationKey(key),
                        hash.of(profile),
                        () -> profile.toTherapist(null, this::isKnown, today()));
                if (made instanceof Done) return Effect.CREATED;
            } else if (therapists.replace(seen, profile.toTherapist(seen.state(), this::isKnown, today()))
                    instanceof Done(var kept)) {
                return kept.version() == seen.version() ? Effect.UNCHANGED : Effect.CHANGED;
            }
            // Somebody was faster: look again.
        }
    }

    private static LineProblem told(Row row, FieldError error) {
        var end = 0;
        while (end < error.field().length() && Character.isLetter(error.field().charAt(end))) end++;
        var field = error.field().substring(0, end);
        var rest = error.field().substring(end);
        return row.wrong(
                COLUMNS.getOrDefault(field, field), rest.isEmpty() ? error.message() : rest + " " + error.message());
    }

    private static <E extends Enum<E>> @Nullable E word(
            Class<E> words, Row row, String column, List<LineProblem> problems) {
        try {
            return Enum.valueOf(words, Objects.requireNonNull(row.cell(column)));
        } catch (IllegalArgumentException _) {
            problems.add(row.wrong(column, "must be one of " + Arrays.toString(words.getEnumConstants())));
            return null;
        }
    }

    private static @Nullable Integer number(Row row, String column, @Nullable String text, List<LineProblem> problems) {
        try {
            return Integer.valueOf(Objects.requireNonNull(text));
        } catch (NumberFormatException _) {
            problems.add(row.wrong(column, "must be a whole number"));
            return null;
        }
    }

    private static List<String> parts(@Nullable String cell) {
        if (cell == null) return List.of();
        return Arrays.stream(cell.split(";"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private boolean isKnown(TreatmentCode code) {
        return treatments.find(code).isPresent();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
