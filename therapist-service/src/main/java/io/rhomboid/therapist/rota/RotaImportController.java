package io.rhomboid.therapist.rota;

import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
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

import io.rhomboid.contracts.clinic.Clinic;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.therapist.Rota;
import io.rhomboid.contracts.therapist.Therapist;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.platform.identity.Allowed;
import io.rhomboid.platform.web.CanRefuse;
import io.rhomboid.platform.web.Problem.FieldError;
import io.rhomboid.platform.web.ProblemException;
import io.rhomboid.therapist.csv.CsvList;
import io.rhomboid.therapist.csv.Import;
import io.rhomboid.therapist.csv.Import.Effect;
import io.rhomboid.therapist.csv.Import.Piece;
import io.rhomboid.therapist.csv.LineProblem;
import io.rhomboid.therapist.csv.Row;
import io.rhomboid.therapist.rota.RotaRequest.OtherHours;
import io.rhomboid.therapist.rota.RotaRequest.Stretch;
import io.rhomboid.therapist.rota.RotaRequest.Weekly;
import io.rhomboid.therapist.staff.OwnParts;
import io.rhomboid.therapist.store.Outcome.Done;
import io.rhomboid.therapist.store.Records;
import io.rhomboid.therapist.therapist.ImportedTherapist;

import static io.rhomboid.platform.identity.Who.PLATFORM_ADMIN;

/**
 * Weekly hours of many therapists from a spreadsheet. All rows of one therapist are their week, checked as a rota is and
 * stored together; overrides, rules and time off stay.
 */
@Allowed(PLATFORM_ADMIN)
@RestController
@RequestMapping("/api/v1/imports/rotas")
class RotaImportController {

    private static final CsvList FORM = new CsvList(
            List.of("therapist", "clinic", "day", "from", "to"), List.of("valid_from", "valid_until"), 5_000);

    private static final Map<String, String> COLUMNS =
            Map.of("clinicId", "clinic", "hours", "from", "validFrom", "valid_from", "validUntil", "valid_until");

    private static final Pattern PLACE = Pattern.compile("weekly\\[(\\d+)](?:\\.(\\w+))?");

    private final Records<TherapistId, Therapist> therapists;
    private final Records<ClinicId, Clinic> clinics;
    private final Validator validator;
    private final Clock clock;

    RotaImportController(
            Records<TherapistId, Therapist> therapists,
            Records<ClinicId, Clinic> clinics,
            Validator validator,
            Clock clock) {
        this.therapists = therapists;
        this.clinics = clinics;
        this.validator = validator;
        this.clock = clock;
    }

    /**
     * Takes in up to 5,000 stretches of weekly hours as CSV in UTF-8. Columns: {@code therapist} (the key of an imported
     * one, or an id), {@code clinic} (its e-mail address, or its id), {@code day} (MONDAY), {@code from}, {@code to}
     * (09:00), and if wanted {@code valid_from}, {@code valid_until} (2026-12-31). Who is in the list gets the week that
     * it says, whoever is not keeps theirs. Without {@code dryRun=false} it is only looked at. The same list twice
     * changes nothing, so it needs no Idempotency-Key.
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
        var weeks = new LinkedHashMap<String, List<Row>>();
        for (var row : FORM.read(request.getInputStream(), formProblems)) {
            weeks.computeIfAbsent(Objects.requireNonNullElse(row.cell("therapist"), ""), _ -> new ArrayList<>())
                    .add(row);
        }
        var clinicOf = clinicOf();
        var pieces = weeks.values().stream()
                .map(rows -> piece(rows, clinicOf, formProblems))
                .toList();
        return Import.take(pieces, dryRun, accept);
    }

    private Piece piece(List<Row> rows, Function<String, Optional<ClinicId>> clinicOf, List<LineProblem> formProblems) {
        var problems = new ArrayList<>(formProblems.stream()
                .filter(problem -> rows.stream().anyMatch(row -> row.line() == problem.line()))
                .toList());
        var week = problems.isEmpty() ? week(rows, clinicOf, problems) : List.<Weekly>of();
        var id = problems.isEmpty() ? therapist(rows.getFirst(), problems) : null;
        if (id != null) check(id, week, rows, problems);
        return new Piece(rows, problems, () -> store(Objects.requireNonNull(id), week), error -> told(rows, error));
    }

    private @Nullable TherapistId therapist(Row row, List<LineProblem> problems) {
        var named = Objects.requireNonNull(row.cell("therapist"));
        var id = uuid(named)
                .map(TherapistId::new)
                .orElseGet(() -> ImportedTherapist.isKey(named) ? ImportedTherapist.idOf(named) : null);
        if (id != null && therapists.find(id).isPresent()) return id;
        problems.add(
                row.wrong("therapist", "must be the key of an imported therapist, or the id of one that is there"));
        return null;
    }

    private List<Weekly> week(
            List<Row> rows, Function<String, Optional<ClinicId>> clinicOf, List<LineProblem> problems) {
        var week = new ArrayList<Weekly>();
        for (var row : rows) {
            var clinic = clinicOf.apply(Objects.requireNonNull(row.cell("clinic")));
            if (clinic.isEmpty()) {
                problems.add(row.wrong("clinic", "must be the e-mail address or the id of one of GET /api/v1/clinics"));
            }
            var day = read(row, "day", DayOfWeek::valueOf, "one of " + Arrays.toString(DayOfWeek.values()), problems);
            var from = read(row, "from", LocalTime::parse, "a time of day, for example 09:15", problems);
            var to = read(row, "to", LocalTime::parse, "a time of day, for example 09:15", problems);
            var first = read(row, "valid_from", LocalDate::parse, "a date, for example 2026-11-24", problems);
            var last = read(row, "valid_until", LocalDate::parse, "a date, for example 2026-11-24", problems);
            if (clinic.isPresent() && day != null && from != null && to != null) {
                week.add(new Weekly(clinic.get(), day, new Stretch(from, to), first, last, null));
            }
        }
        return week;
    }

    private void check(TherapistId id, List<Weekly> week, List<Row> rows, List<LineProblem> problems) {
        var before = therapists.find(id).orElseThrow().state().rota();
        var request = request(week, before);
        for (var violation : validator.validate(request)) {
            problems.add(told(rows, new FieldError(violation.getPropertyPath().toString(), violation.getMessage())));
        }
        if (!problems.isEmpty()) return;
        try {
            request.toRota(before, OwnParts.ALL, this::zoneOf, LocalDate.now(clock));
        } catch (ProblemException e) {
            for (var error : e.problem().errors()) problems.add(told(rows, error));
        }
    }

    private Effect store(TherapistId id, List<Weekly> week) {
        while (true) {
            var seen = therapists.find(id).orElseThrow();
            var before = seen.state().rota();
            var next = request(week, before).toRota(before, OwnParts.ALL, this::zoneOf, LocalDate.now(clock));
            if (therapists.replace(seen, seen.state().withRota(next)) instanceof Done(var kept)) {
                return kept.version() == seen.version() ? Effect.UNCHANGED : Effect.CHANGED;
            }
            // Somebody was faster: look again.
        }
    }

    private static RotaRequest request(List<Weekly> week, Rota before) {
        var overrides = before.overrides().stream()
                .map(other -> new OtherHours(
                        other.clinicId(),
                        other.date(),
                        other.hours().stream()
                                .map(hours -> new Stretch(hours.from(), hours.to()))
                                .toList()))
                .toList();
        return new RotaRequest(week, overrides, null);
    }

    /** What a rota's check says of {@code weekly[2].hours} is about the third row. */
    private static LineProblem told(List<Row> rows, FieldError error) {
        var message = PLACE.matcher(error.message())
                .replaceAll(place ->
                        "line " + rows.get(Integer.parseInt(place.group(1))).line());
        var place = PLACE.matcher(error.field());
        if (!place.lookingAt()) return rows.getFirst().wrong("therapist", error.field() + " " + message);
        var column = place.group(2) == null ? "therapist" : COLUMNS.getOrDefault(place.group(2), place.group(2));
        return rows.get(Integer.parseInt(place.group(1))).wrong(column, message);
    }

    /** Null if the cell is blank, or can't be read, which is told. */
    private static <T> @Nullable T read(
            Row row, String column, Function<String, T> reader, String form, List<LineProblem> problems) {
        var text = row.cell(column);
        if (text == null) return null;
        try {
            return reader.apply(text);
        } catch (DateTimeException | IllegalArgumentException _) {
            problems.add(row.wrong(column, "must be " + form));
            return null;
        }
    }

    /** By e-mail address, or by id; an address that two clinics have names neither. */
    private Function<String, Optional<ClinicId>> clinicOf() {
        var named = new HashMap<String, Optional<ClinicId>>();
        for (var clinic : clinics.all()) {
            named.put(clinic.id().toString(), Optional.of(clinic.id()));
            var email = clinic.state().email();
            if (email != null) named.merge(email, Optional.of(clinic.id()), (_, _) -> Optional.empty());
        }
        return name -> named.getOrDefault(name, Optional.empty());
    }

    private Optional<ZoneId> zoneOf(ClinicId id) {
        return clinics.find(id).map(clinic -> clinic.state().zone());
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
