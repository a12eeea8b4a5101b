package io.rhomboid.booking.availability.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.rhomboid.booking.availability.Availability;
import io.rhomboid.booking.availability.Catalogue;
import io.rhomboid.booking.availability.FreeSlot;
import io.rhomboid.booking.availability.FreeSlots;
import io.rhomboid.booking.availability.SlotSearch;
import io.rhomboid.booking.availability.When;
import io.rhomboid.contracts.Money;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.treatment.TreatmentCode;
import io.rhomboid.platform.web.CanRefuse;
import io.rhomboid.platform.web.Problem;
import io.rhomboid.platform.web.ProblemException;

/** When is someone free? Turns parameters into a search and what was found into an answer; decides nothing. */
@RestController
@RequestMapping("/api/v1/availability")
class AvailabilityController {

    private static final int MAX_DAYS = 62;
    private static final int DEFAULT_DAYS = 7;
    private static final int MAX_LIMIT = 1_000;

    private final Availability availability;
    private final Clock clock;

    AvailabilityController(Availability availability, Clock clock) {
        this.availability = availability;
        this.clock = clock;
    }

    /**
     * Slots, the earliest first.
     *
     * @param from as asked for, or now
     * @param to as asked for, or a week later
     * @param truncated whether there are more than the limit
     */
    record AvailabilityView(String from, String to, List<SlotView> slots, boolean truncated) {}

    /** @param zone the clinic's; start and end carry its offset */
    record SlotView(
            TherapistId therapistId,
            String therapistName,
            ClinicId clinicId,
            String clinicName,
            ZoneId zone,
            OffsetDateTime start,
            OffsetDateTime end,
            Money price) {}

    /** 200 with what is free, perhaps nothing; 404 for ids that nobody has. */
    @Operation(
            summary = "When is someone free?",
            description = "From memory. With a therapist, a clinic, both, or neither for anyone who gives it.")
    @CanRefuse({
        "400 wrong-length: the treatment is never that long; allowedMinutes says how long it may be",
        "400 invalid-parameter: a parameter is not as it must be, or the time is longer than 62 days",
        "400 missing-parameter: treatment and durationMinutes must be there",
        "404 unknown-treatment: there is no such treatment",
        "404 unknown-therapist: there is no such therapist",
        "404 unknown-clinic: there is no such clinic",
        "503 catalogue-not-ready: this service has just been set up and does not know the clinics yet"
    })
    @ApiResponse(
            responseCode = "200",
            description = "What is free, ordered by start, then therapist",
            content = @Content(schema = @Schema(implementation = AvailabilityView.class)))
    @GetMapping
    ResponseEntity<?> find(
            @Parameter(schema = @Schema(type = "string"), example = "TRIGGER_POINT") @RequestParam
                    TreatmentCode treatment,
            @Parameter(example = "60") @RequestParam int durationMinutes,
            @Parameter(schema = @Schema(type = "string", format = "uuid")) @RequestParam(required = false) @Nullable
                    TherapistId therapistId,
            @Parameter(schema = @Schema(type = "string", format = "uuid")) @RequestParam(required = false) @Nullable
                    ClinicId clinicId,
            @Parameter(
                            description = "A time with its offset, or a date, which begins when it does at each clinic."
                                    + " Default: now.",
                            example = "2026-11-24")
                    @RequestParam(required = false)
                    @Nullable
                    String from,
            @Parameter(
                            description = "Sessions start before this time, or on this date at the latest; at most 62"
                                    + " days after from. Default: a week after from.",
                            example = "2026-11-30")
                    @RequestParam(required = false)
                    @Nullable
                    String to,
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "1000", defaultValue = "100"))
                    @RequestParam(defaultValue = "100")
                    int limit) {
        if (!availability.isReady()) return notReady().answer();
        var now = clock.instant();
        var begin = from == null ? new When.Moment(now) : when("from", from);
        var end = to == null ? weekAfter(begin) : when("to", to);
        checkSpan(begin, end);
        if (limit < 1 || limit > MAX_LIMIT) throw invalid("limit", "must be from 1 to " + MAX_LIMIT);

        var catalogue = availability.catalogue();
        var unknown = unknown(catalogue, treatment, durationMinutes, therapistId, clinicId);
        if (unknown != null) return unknown.answer();
        var found = new FreeSlots(catalogue, availability.diary())
                .find(new SlotSearch(treatment, durationMinutes, therapistId, clinicId, begin, end, limit), now);
        var slots = found.slots().stream().map(slot -> view(slot, catalogue)).toList();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new AvailabilityView(text(begin), text(end), slots, found.truncated()));
    }

    /** A time or a date. A plus that was not escaped arrives as a blank; nothing else can have been meant. */
    private static When when(String name, String text) {
        try {
            return text.contains("T")
                    ? new When.Moment(
                            OffsetDateTime.parse(text.replace(' ', '+')).toInstant())
                    : new When.Day(LocalDate.parse(text));
        } catch (DateTimeException e) {
            throw invalid(name, "must be a time with its offset, for example 2026-11-24T09:15:00+01:00, or a date");
        }
    }

    private static When weekAfter(When begin) {
        return switch (begin) {
            case When.Moment(var at)
            when at.isBefore(Instant.MAX.minus(Duration.ofDays(DEFAULT_DAYS))) ->
                new When.Moment(at.plus(Duration.ofDays(DEFAULT_DAYS)));
            case When.Moment moment -> moment;
            case When.Day(var date)
            when date.isBefore(LocalDate.MAX.minusDays(DEFAULT_DAYS)) -> new When.Day(date.plusDays(DEFAULT_DAYS - 1));
            case When.Day day -> day;
        };
    }

    private static void checkSpan(When begin, When end) {
        Duration span;
        try {
            span = Duration.between(begin.startIn(ZoneOffset.UTC), end.endIn(ZoneOffset.UTC));
        } catch (DateTimeException | ArithmeticException e) {
            throw invalid("from", "must be a time within reach");
        }
        if (span.isNegative()) throw invalid("to", "must not lie before from");
        if (span.compareTo(Duration.ofDays(MAX_DAYS)) > 0) {
            throw invalid("to", "must be at most " + MAX_DAYS + " days after from");
        }
    }

    private static ProblemException invalid(String name, String message) {
        return new ProblemException(Problem.of(HttpStatus.BAD_REQUEST, "invalid-parameter", name + " " + message)
                .field(name, message));
    }

    private static @Nullable Problem unknown(
            Catalogue catalogue,
            TreatmentCode code,
            int minutes,
            @Nullable TherapistId therapistId,
            @Nullable ClinicId clinicId) {
        var treatment = catalogue.treatment(code);
        if (treatment.isEmpty()) return notFound("unknown-treatment", "There is no treatment " + code + ".");
        if (therapistId != null && catalogue.therapist(therapistId).isEmpty()) {
            return notFound("unknown-therapist", "There is no therapist " + therapistId + ".");
        }
        if (clinicId != null && catalogue.clinic(clinicId).isEmpty()) {
            return notFound("unknown-clinic", "There is no clinic " + clinicId + ".");
        }
        var allowed = treatment.get().lengthsMinutes();
        if (allowed.contains(minutes)) return null;
        return Problem.of(
                        HttpStatus.BAD_REQUEST,
                        "wrong-length",
                        code + " is given for " + allowed + " minutes, not for " + minutes + ".")
                .field("durationMinutes", "must be one of " + allowed)
                .with("allowedMinutes", allowed);
    }

    private static Problem notFound(String type, String detail) {
        return Problem.of(HttpStatus.NOT_FOUND, type, detail);
    }

    private static Problem notReady() {
        return Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "catalogue-not-ready",
                        "We do not know the clinics and therapists yet. Try again in a moment.")
                .retryAfter(Duration.ofSeconds(2));
    }

    private static SlotView view(FreeSlot slot, Catalogue catalogue) {
        var clinic = catalogue.clinic(slot.clinicId()).orElseThrow();
        var therapist = catalogue.therapist(slot.therapistId()).orElseThrow();
        var zone = clinic.zone();
        return new SlotView(
                slot.therapistId(),
                therapist.name(),
                slot.clinicId(),
                clinic.name(),
                zone,
                slot.start().atZone(zone).toOffsetDateTime(),
                slot.end().atZone(zone).toOffsetDateTime(),
                slot.price());
    }

    private static String text(When when) {
        return switch (when) {
            case When.Moment(var at) -> at.toString();
            case When.Day(var date) -> date.toString();
        };
    }
}
