package io.rhomboid.booking.availability.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

import io.rhomboid.booking.availability.Around;
import io.rhomboid.booking.availability.AskedStart;
import io.rhomboid.booking.availability.Availability;
import io.rhomboid.booking.availability.Catalogue;
import io.rhomboid.booking.availability.FreeSlots;
import io.rhomboid.booking.availability.GoodTimes;
import io.rhomboid.booking.availability.PartOfDay;
import io.rhomboid.booking.availability.SlotSearch;
import io.rhomboid.booking.availability.StartCheck;
import io.rhomboid.booking.availability.When;
import io.rhomboid.contracts.Money;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.clinic.Coordinates;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.treatment.TreatmentCode;
import io.rhomboid.platform.identity.Access;
import io.rhomboid.platform.identity.Allowed;
import io.rhomboid.platform.web.CanRefuse;
import io.rhomboid.platform.web.Problem;
import io.rhomboid.platform.web.ProblemException;

import static io.rhomboid.platform.identity.Who.ANYONE;
import static io.rhomboid.platform.identity.Who.SIGNED_IN;

/** When is someone free? Turns parameters into a search and what was found into an answer; decides nothing. */
@Allowed(ANYONE)
@RestController
@RequestMapping("/api/v1/availability")
class AvailabilityController {

    private static final int MAX_DAYS = 62;
    private static final int DEFAULT_DAYS = 7;
    private static final int MAX_LIMIT = 1_000;
    private static final double DEFAULT_KM = 25;
    private static final double MAX_KM = 500;
    private static final Problem ONLY_STAFF = Problem.of(
                    HttpStatus.FORBIDDEN,
                    "not-allowed",
                    "Each rule by its name is told to whoever works at the clinic. Leave detail out.")
            .field("detail", "is for staff");

    private final Availability availability;
    private final SlotText text;
    private final Clock clock;

    AvailabilityController(Availability availability, JsonMapper json, Clock clock) {
        this.availability = availability;
        this.text = new SlotText(json);
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

    /**
     * @param zone the clinic's; start and end carry its offset
     * @param distanceKm from the point asked near, as the crow flies, to a hundred metres; only there if one was
     */
    record SlotView(
            TherapistId therapistId,
            String therapistName,
            ClinicId clinicId,
            String clinicName,
            ZoneId zone,
            OffsetDateTime start,
            OffsetDateTime end,
            Money price,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Double distanceKm) {}

    /**
     * Starts, the earliest first, in as few bytes as can be.
     *
     * @param durationMinutes how long each session lasts
     * @param offers who takes those sessions, where and for how much
     * @param starts each time once, whoever is free then
     */
    record StartsView(
            String from,
            String to,
            int durationMinutes,
            List<FreeOfferView> offers,
            List<StartView> starts,
            boolean truncated) {}

    /** What a slot says that does not change from one start to the next. */
    record FreeOfferView(
            TherapistId therapistId,
            String therapistName,
            ClinicId clinicId,
            String clinicName,
            ZoneId zone,
            Money price,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Double distanceKm) {}

    /** @param offer whose, counted from 0 in the offers; of several who are free, one */
    record StartView(OffsetDateTime start, int offer) {}

    /** @param slots the earliest of each part of the day that has one, at most three */
    record TherapistView(TherapistId therapistId, String therapistName, List<SlotView> slots) {}

    /** Good times, who is free first first. */
    record GoodTimesView(String from, String to, List<TherapistView> therapists) {}

    /**
     * Whether a start is offered, and if not, every reason why not.
     *
     * @param reasons none when it is offered
     */
    record ExplanationView(
            TherapistId therapistId,
            ClinicId clinicId,
            TreatmentCode treatment,
            int durationMinutes,
            OffsetDateTime start,
            boolean offered,
            List<Explanation.Reason> reasons) {}

    /** 200 with what is free, perhaps nothing; 404 for ids that nobody has. */
    @Operation(
            summary = "When is someone free?",
            description = "From memory. With a therapist, a clinic, both, or neither for anyone who gives it; near a"
                    + " point, at some parts of the day, on some days of the week.")
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
            description = "What is free, by start, then therapist, or by distance; or good times, by therapist",
            content =
                    @Content(schema = @Schema(oneOf = {AvailabilityView.class, StartsView.class, GoodTimesView.class})))
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
                    int limit,
            @Parameter(
                            description =
                                    "Sessions start before 12:00, from 12:00 to before 17:00, or from 17:00 on, by"
                                            + " the clinic's clock. Several are separated by commas. Default: any.",
                            example = "MORNING,EVENING")
                    @RequestParam(required = false)
                    @Nullable
                    Set<PartOfDay> partOfDay,
            @Parameter(description = "Days of the week, separated by commas. Default: any.", example = "MONDAY,FRIDAY")
                    @RequestParam(required = false)
                    @Nullable
                    Set<DayOfWeek> dayOfWeek,
            @Parameter(description = "Only at clinics around latitude,longitude in degrees", example = "52.53,13.41")
                    @RequestParam(required = false)
                    @Nullable
                    String near,
            @Parameter(
                            description = "How far around near",
                            schema = @Schema(type = "number", minimum = "0.1", maximum = "500", defaultValue = "25"))
                    @RequestParam(required = false)
                    @Nullable
                    Double radiusKm,
            @Parameter(
                            description = "slots for every start; starts for each time once, whoever is free then, in a"
                                    + " tenth of the bytes; earliest for each therapist's earliest of morning,"
                                    + " afternoon and evening, where limit is of therapists",
                            schema =
                                    @Schema(
                                            allowableValues = {"slots", "starts", "earliest"},
                                            defaultValue = "slots"))
                    @RequestParam(defaultValue = "slots")
                    String view,
            @Parameter(
                            description = "start for who is free first; distance for who is nearest, which needs near."
                                    + " Slots of one clinic come together then, the earliest first; with"
                                    + " view=earliest a therapist is as near as the nearest of their slots.",
                            schema =
                                    @Schema(
                                            allowableValues = {"start", "distance"},
                                            defaultValue = "start"))
                    @RequestParam(defaultValue = "start")
                    String sort) {
        if (!availability.isReady()) return notReady().answer();
        var now = clock.instant();
        var begin = from == null ? new When.Moment(now) : when("from", from);
        var end = to == null ? weekAfter(begin) : when("to", to);
        checkSpan(begin, end);
        if (limit < 1 || limit > MAX_LIMIT) throw invalid("limit", "must be from 1 to " + MAX_LIMIT);

        var catalogue = availability.catalogue();
        var unknown = unknown(catalogue, treatment, durationMinutes, therapistId, clinicId, "durationMinutes");
        if (unknown != null) return unknown.answer();
        var search = new SlotSearch(
                treatment,
                durationMinutes,
                therapistId,
                clinicId,
                begin,
                end,
                limit,
                partOfDay == null ? Set.of() : partOfDay,
                dayOfWeek == null ? Set.of() : dayOfWeek,
                around(near, radiusKm));
        var free = new FreeSlots(catalogue, availability.diary());
        var nearestFirst = nearestFirst(sort, search.around());
        return switch (view) {
            case "slots" -> {
                var found = nearestFirst == null
                        ? free.find(search, now)
                        : free.findNearestFirst(search, nearestFirst, now);
                yield written(text.slots(text(begin), text(end), found, search.around(), catalogue));
            }
            case "starts" -> {
                if (nearestFirst != null) throw invalid("sort", "must be start when view is starts");
                var found = free.findStarts(search, now);
                yield written(text.starts(text(begin), text(end), durationMinutes, found, search.around(), catalogue));
            }
            case "earliest" ->
                fresh(new GoodTimesView(
                        text(begin),
                        text(end),
                        (nearestFirst == null
                                        ? free.goodTimes(search, now)
                                        : free.goodTimesNearestFirst(search, nearestFirst, now))
                                .stream()
                                        .map(times -> view(times, search, catalogue))
                                        .toList()));
            default -> throw invalid("view", "must be slots, starts or earliest");
        };
    }

    private static ResponseEntity<?> written(byte[] json) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON)
                .body(json);
    }

    static ResponseEntity<?> fresh(Object body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }

    /** Null when the start decides. */
    private static @Nullable Around nearestFirst(String sort, @Nullable Around around) {
        return switch (sort) {
            case "start" -> null;
            case "distance" -> {
                if (around == null) throw invalid("sort", "must come with near when it is distance");
                yield around;
            }
            default -> throw invalid("sort", "must be start or distance");
        };
    }

    static @Nullable Around around(@Nullable String near, @Nullable Double radiusKm) {
        if (radiusKm != null && !(radiusKm >= 0.1 && radiusKm <= MAX_KM)) {
            throw invalid("radiusKm", "must be from 0.1 to " + MAX_KM);
        }
        if (near == null) {
            if (radiusKm != null) throw invalid("radiusKm", "must come with near");
            return null;
        }
        try {
            var parts = near.split(",", -1);
            if (parts.length == 2) {
                var point = new Coordinates(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]));
                return new Around(point, radiusKm == null ? DEFAULT_KM : radiusKm);
            }
        } catch (IllegalArgumentException _) {
            // Said below.
        }
        throw invalid("near", "must be latitude,longitude in degrees, for example 52.53,13.41");
    }

    /** 200 with every reason, none when the start is offered; 404 for ids that nobody has. */
    @Operation(
            summary = "Why is this time not offered?",
            description = "By the same rules that make the offer. To clients in general words.")
    @CanRefuse({
        "400 invalid-parameter: a parameter is not as it must be",
        "400 missing-parameter: all but detail must be there",
        "403 not-allowed: detail is staff, and the caller does not work at this clinic",
        "404 unknown-treatment: there is no such treatment",
        "404 unknown-therapist: there is no such therapist",
        "404 unknown-clinic: there is no such clinic",
        "503 catalogue-not-ready: this service has just been set up and does not know the clinics yet"
    })
    @ApiResponse(
            responseCode = "200",
            description = "Whether it is offered, and every reason why not",
            content = @Content(schema = @Schema(implementation = ExplanationView.class)))
    @Allowed({ANYONE, SIGNED_IN})
    @GetMapping("/explanation")
    ResponseEntity<?> explain(
            @Parameter(schema = @Schema(type = "string", format = "uuid")) @RequestParam TherapistId therapistId,
            @Parameter(schema = @Schema(type = "string", format = "uuid")) @RequestParam ClinicId clinicId,
            @Parameter(schema = @Schema(type = "string"), example = "TRIGGER_POINT") @RequestParam
                    TreatmentCode treatment,
            @Parameter(example = "60") @RequestParam int durationMinutes,
            @Parameter(description = "A time with its offset", example = "2026-11-24T09:15:00+01:00") @RequestParam
                    String start,
            @Parameter(
                            description = "general, or staff for each rule by its name, to whoever works there",
                            schema =
                                    @Schema(
                                            allowableValues = {"general", "staff"},
                                            defaultValue = "general"))
                    @RequestParam(defaultValue = "general")
                    String detail) {
        if (!availability.isReady()) return notReady().answer();
        if (!(when("start", start) instanceof When.Moment(var at))) {
            throw invalid("start", "must be a time with its offset, for example 2026-11-24T09:15:00+01:00");
        }
        var byName = isForStaff(detail, clinicId);
        var catalogue = availability.catalogue();
        var unknown = unknownId(catalogue, treatment, therapistId, clinicId);
        if (unknown != null) return unknown.answer();
        var asked = new AskedStart(therapistId, clinicId, treatment, durationMinutes, at);
        var why = new StartCheck(catalogue, availability.diary()).reasons(asked, clock.instant());
        var zone = catalogue.clinic(clinicId).orElseThrow().zone();
        return fresh(new ExplanationView(
                therapistId,
                clinicId,
                treatment,
                durationMinutes,
                at.atZone(zone).toOffsetDateTime(),
                why.isEmpty(),
                byName ? Explanation.forStaff(why) : Explanation.forClients(why)));
    }

    /**
     * Whether each rule is told by its name: who is ill or has no licence is nobody else's business.
     *
     * @throws ProblemException if that is asked for by somebody who does not work at the clinic, or if it is neither
     */
    static boolean isForStaff(String detail, ClinicId clinic) {
        return switch (detail) {
            case "general" -> false;
            case "staff" -> {
                if (!Access.current().worksAt(clinic)) throw new ProblemException(ONLY_STAFF);
                yield true;
            }
            default -> throw invalid("detail", "must be general or staff");
        };
    }

    /** A time or a date. A plus that was not escaped arrives as a blank; nothing else can have been meant. */
    static When when(String name, String text) {
        try {
            return text.contains("T")
                    ? new When.Moment(
                            OffsetDateTime.parse(text.replace(' ', '+')).toInstant())
                    : new When.Day(LocalDate.parse(text));
        } catch (DateTimeException e) {
            throw invalid(name, "must be a time with its offset, for example 2026-11-24T09:15:00+01:00, or a date");
        }
    }

    static When weekAfter(When begin) {
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

    static void checkSpan(When begin, When end) {
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

    static ProblemException invalid(String name, String message) {
        return new ProblemException(Problem.of(HttpStatus.BAD_REQUEST, "invalid-parameter", name + " " + message)
                .field(name, message));
    }

    /** @param lengthField what the length is called */
    static @Nullable Problem unknown(
            Catalogue catalogue,
            TreatmentCode code,
            int minutes,
            @Nullable TherapistId therapistId,
            @Nullable ClinicId clinicId,
            String lengthField) {
        var unknown = unknownId(catalogue, code, therapistId, clinicId);
        if (unknown != null) return unknown;
        var allowed = catalogue.lengths(code, clinicId);
        boolean somewhere = clinicId == null && catalogue.isOffered(code, minutes);
        if (allowed.contains(minutes) || somewhere) return null;
        return Problem.of(
                        HttpStatus.BAD_REQUEST,
                        "wrong-length",
                        code + " is given for " + allowed + " minutes, not for " + minutes + ".")
                .field(lengthField, "must be one of " + allowed)
                .with("allowedMinutes", allowed);
    }

    static @Nullable Problem unknownId(
            Catalogue catalogue, TreatmentCode code, @Nullable TherapistId therapistId, @Nullable ClinicId clinicId) {
        if (catalogue.treatment(code).isEmpty()) {
            return notFound("unknown-treatment", "There is no treatment " + code + ".");
        }
        if (therapistId != null && catalogue.therapist(therapistId).isEmpty()) {
            return notFound("unknown-therapist", "There is no therapist " + therapistId + ".");
        }
        if (clinicId != null && catalogue.clinic(clinicId).isEmpty()) {
            return notFound("unknown-clinic", "There is no clinic " + clinicId + ".");
        }
        return null;
    }

    private static Problem notFound(String type, String detail) {
        return Problem.of(HttpStatus.NOT_FOUND, type, detail);
    }

    static Problem notReady() {
        return Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "catalogue-not-ready",
                        "We do not know the clinics and therapists yet. Try again in a moment.")
                .retryAfter(Duration.ofSeconds(2));
    }

    private static TherapistView view(GoodTimes times, SlotSearch search, Catalogue catalogue) {
        var therapist = catalogue.therapist(times.therapistId()).orElseThrow();
        var slots = times.slots().stream()
                .map(slot -> SlotText.view(slot, search.around(), catalogue))
                .toList();
        return new TherapistView(times.therapistId(), therapist.name(), slots);
    }

    static String text(When when) {
        return switch (when) {
            case When.Moment(var at) -> at.toString();
            case When.Day(var date) -> date.toString();
        };
    }
}
