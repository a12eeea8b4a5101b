package io.rhomboid.booking.availability.web;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.rhomboid.booking.availability.AskedVisit;
import io.rhomboid.booking.availability.AskedVisit.AskedSession;
import io.rhomboid.booking.availability.Availability;
import io.rhomboid.booking.availability.Catalogue;
import io.rhomboid.booking.availability.FreeVisit;
import io.rhomboid.booking.availability.FreeVisits;
import io.rhomboid.booking.availability.PartOfDay;
import io.rhomboid.booking.availability.VisitAnswer.VisitDoesNotFit;
import io.rhomboid.booking.availability.VisitCheck;
import io.rhomboid.booking.availability.VisitSearch;
import io.rhomboid.booking.availability.VisitSearch.Wanted;
import io.rhomboid.booking.availability.When;
import io.rhomboid.contracts.Money;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.therapist.Therapist;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.treatment.TreatmentCode;
import io.rhomboid.platform.identity.Allowed;
import io.rhomboid.platform.web.CanRefuse;

import static io.rhomboid.booking.availability.web.AvailabilityController.invalid;
import static io.rhomboid.platform.identity.Who.ANYONE;
import static io.rhomboid.platform.identity.Who.SIGNED_IN;

/**
 * When can several sessions be had in one visit? Beside {@link AvailabilityController}, because neither the question,
 * which is a list, nor the answer, which names who gives what, is that of a single session.
 */
@Allowed(ANYONE)
@RestController
@RequestMapping("/api/v1/availability/visits")
class VisitController {

    private static final int MOST_SESSIONS = 4;
    private static final int MAX_LIMIT = 500;

    private final Availability availability;
    private final Clock clock;

    VisitController(Availability availability, Clock clock) {
        this.availability = availability;
        this.clock = clock;
    }

    /**
     * Visits, the earliest first.
     *
     * @param from as asked for, or now
     * @param to as asked for, or a week later
     * @param truncated whether there are more than the limit
     */
    record VisitsView(String from, String to, List<FreeVisitView> visits, boolean truncated) {}

    /**
     * @param zone the clinic's; all times carry its offset
     * @param end of the last session
     * @param price of all sessions
     * @param sameRoom of a couple: whether both would be in one double room, as things are
     * @param distanceKm from the point asked near, as the crow flies, to a hundred metres; only there if one was
     * @param sessions the client's in their order, then the companion's
     */
    record FreeVisitView(
            ClinicId clinicId,
            String clinicName,
            ZoneId zone,
            OffsetDateTime start,
            OffsetDateTime end,
            Money price,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Boolean sameRoom,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Double distanceKm,

            List<FreeSession> sessions) {}

    /** @param companion whether it is for who comes along */
    record FreeSession(
            boolean companion,
            TherapistId therapistId,
            String therapistName,
            TreatmentCode treatment,
            int durationMinutes,
            OffsetDateTime start,
            OffsetDateTime end,
            Money price) {}

    /** 200 with what is free, perhaps nothing; 404 for ids that nobody has. */
    @Operation(
            summary = "When can several sessions be had in one visit?",
            description = "From memory. Sessions back to back, with one therapist or several, and the same for two who"
                    + " come together and begin together. Each start once for each clinic, with therapists that can be"
                    + " booked together.")
    @CanRefuse({
        "400 wrong-length: a treatment is never that long; allowedMinutes says how long it may be",
        "400 invalid-parameter: a parameter is not as it must be, or the time is longer than 62 days",
        "400 missing-parameter: sessions must be there",
        "404 unknown-treatment: there is no such treatment",
        "404 unknown-therapist: there is no such therapist",
        "404 unknown-clinic: there is no such clinic",
        "503 catalogue-not-ready: this service has just been set up and does not know the clinics yet"
    })
    @ApiResponse(
            responseCode = "200",
            description = "What is free, by start, then clinic",
            content = @Content(schema = @Schema(implementation = VisitsView.class)))
    @GetMapping
    ResponseEntity<?> find(
            @Parameter(
                            description =
                                    "What the client has, one after the other: a treatment, its minutes and, if it"
                                            + " must be somebody, the therapist's id, with colons between. At most four sessions"
                                            + " with those of the companion.",
                            schema = @Schema(type = "string"),
                            example = "HOT_STONE:60,SWEDISH:30")
                    @RequestParam
                    String sessions,
            @Parameter(
                            description = "What a companion has at the same time, in the same way",
                            schema = @Schema(type = "string"),
                            example = "SWEDISH:90")
                    @RequestParam(required = false)
                    @Nullable
                    String companion,
            @Parameter(description = "Whether both must be in one double room; else they are if one is free")
                    @RequestParam(required = false)
                    @Nullable
                    Boolean sameRoom,
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
                            description = "Visits start before this time, or on this date at the latest; at most 62"
                                    + " days after from. Default: a week after from.",
                            example = "2026-11-30")
                    @RequestParam(required = false)
                    @Nullable
                    String to,
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "500", defaultValue = "50"))
                    @RequestParam(defaultValue = "50")
                    int limit,
            @Parameter(description = "When visits start, as for single sessions. Default: any.", example = "MORNING")
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
                    Double radiusKm) {
        if (!availability.isReady()) return AvailabilityController.notReady().answer();
        var now = clock.instant();
        var begin = from == null ? new When.Moment(now) : AvailabilityController.when("from", from);
        var end = to == null ? AvailabilityController.weekAfter(begin) : AvailabilityController.when("to", to);
        AvailabilityController.checkSpan(begin, end);
        if (limit < 1 || limit > MAX_LIMIT) throw invalid("limit", "must be from 1 to " + MAX_LIMIT);
        var wanted = wanted(sessions, companion, sameRoom);

        var catalogue = availability.catalogue();
        for (var one : wanted) {
            var unknown = AvailabilityController.unknown(
                    catalogue,
                    one.treatment(),
                    one.lengthMinutes(),
                    one.therapistId(),
                    clinicId,
                    one.companions() ? "companion" : "sessions");
            if (unknown != null) return unknown.answer();
        }
        var search = new VisitSearch(
                wanted,
                Boolean.TRUE.equals(sameRoom),
                clinicId,
                begin,
                end,
                limit,
                partOfDay == null ? Set.of() : partOfDay,
                dayOfWeek == null ? Set.of() : dayOfWeek,
                AvailabilityController.around(near, radiusKm));
        var found = new FreeVisits(catalogue, availability.diary()).find(search, now);
        return AvailabilityController.fresh(new VisitsView(
                AvailabilityController.text(begin),
                AvailabilityController.text(end),
                found.visits().stream()
                        .map(visit -> view(visit, search, catalogue))
                        .toList(),
                found.truncated()));
    }

    /**
     * Why a visit is, or is not, offered.
     *
     * @param start in the clinic's zone
     * @param reasons in the order of the sessions; none if it is offered
     */
    record VisitExplanationView(ClinicId clinicId, OffsetDateTime start, boolean offered, List<VisitReason> reasons) {}

    /**
     * @param session against which it speaks, from 1: the client's in their order, then the companion's
     * @param code stable, for programs; the message is for people
     */
    record VisitReason(int session, String code, String message) {}

    /** 200 with every reason why a visit is not offered; 404 for ids that nobody has. */
    @Operation(
            summary = "Why is a visit of several sessions not offered?",
            description = "By the same rules as the search for visits. What speaks against the sessions together, as"
                    + " rooms that do not go round, is told when nothing speaks against each by itself.")
    @CanRefuse({
        "400 invalid-parameter: a parameter is not as it must be",
        "400 missing-parameter: clinicId, sessions and start must be there",
        "403 not-allowed: detail is staff, and the caller does not work at this clinic",
        "404 unknown-treatment: there is no such treatment",
        "404 unknown-therapist: there is no such therapist",
        "404 unknown-clinic: there is no such clinic",
        "503 catalogue-not-ready: this service has just been set up and does not know the clinics yet"
    })
    @ApiResponse(
            responseCode = "200",
            description = "Whether it is offered, and every reason why not",
            content = @Content(schema = @Schema(implementation = VisitExplanationView.class)))
    @Allowed({ANYONE, SIGNED_IN})
    @GetMapping("/explanation")
    ResponseEntity<?> explain(
            @Parameter(schema = @Schema(type = "string", format = "uuid")) @RequestParam ClinicId clinicId,
            @Parameter(
                            description = "As for the search, each with its therapist's id",
                            schema = @Schema(type = "string"))
                    @RequestParam
                    String sessions,
            @Parameter(description = "What a companion has at the same time", schema = @Schema(type = "string"))
                    @RequestParam(required = false)
                    @Nullable
                    String companion,
            @Parameter(description = "Whether both must be in one double room")
                    @RequestParam(required = false)
                    @Nullable
                    Boolean sameRoom,
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
        if (!availability.isReady()) return AvailabilityController.notReady().answer();
        if (!(AvailabilityController.when("start", start) instanceof When.Moment(var at))) {
            throw invalid("start", "must be a time with its offset, for example 2026-11-24T09:15:00+01:00");
        }
        var byName = AvailabilityController.isForStaff(detail, clinicId);
        var wanted = wanted(sessions, companion, sameRoom);
        var catalogue = availability.catalogue();
        var asked = new ArrayList<AskedSession>();
        for (var one : wanted) {
            var therapist = one.therapistId();
            if (therapist == null) {
                throw invalid(one.companions() ? "companion" : "sessions", "must name the therapist of each session");
            }
            var unknown = AvailabilityController.unknownId(catalogue, one.treatment(), therapist, clinicId);
            if (unknown != null) return unknown.answer();
            asked.add(new AskedSession(therapist, one.treatment(), one.lengthMinutes(), one.companions()));
        }
        var visit = new AskedVisit(clinicId, at, asked, Boolean.TRUE.equals(sameRoom));
        var why = new VisitCheck(catalogue, availability.diary()).reasons(visit, clock.instant());
        return AvailabilityController.fresh(new VisitExplanationView(
                clinicId,
                at.atZone(catalogue.clinic(clinicId).orElseThrow().zone()).toOffsetDateTime(),
                why.isEmpty(),
                why.stream().map(one -> reason(one, byName)).distinct().toList()));
    }

    private static VisitReason reason(VisitDoesNotFit against, boolean byName) {
        var why = List.of(against.why());
        var reason = (byName ? Explanation.forStaff(why) : Explanation.forClients(why)).getFirst();
        return new VisitReason(against.number(), reason.code(), reason.message());
    }

    private static List<Wanted> wanted(String sessions, @Nullable String companion, @Nullable Boolean sameRoom) {
        if (sameRoom != null && companion == null) throw invalid("sameRoom", "must come with companion");
        var wanted = new ArrayList<>(sessions("sessions", sessions, false));
        if (companion != null) wanted.addAll(sessions("companion", companion, true));
        if (wanted.size() > MOST_SESSIONS) {
            throw invalid("sessions", "must be at most " + MOST_SESSIONS + " with those of the companion");
        }
        return wanted;
    }

    private static List<Wanted> sessions(String name, String text, boolean companions) {
        var all = new ArrayList<Wanted>();
        for (var one : text.split(",", -1)) {
            var parts = one.strip().split(":", -1);
            try {
                if (parts.length < 2 || parts.length > 3) throw new IllegalArgumentException("not two or three parts");
                all.add(new Wanted(
                        TreatmentCode.of(parts[0]),
                        Integer.parseInt(parts[1]),
                        parts.length == 3 ? TherapistId.of(parts[2]) : null,
                        companions));
            } catch (IllegalArgumentException e) {
                throw invalid(
                        name,
                        "must be treatments with minutes and perhaps a therapist's id, for example HOT_STONE:60,SWEDISH:30");
            }
        }
        return all;
    }

    private static FreeVisitView view(FreeVisit visit, VisitSearch search, Catalogue catalogue) {
        var clinic = catalogue.clinic(visit.clinicId()).orElseThrow();
        var zone = clinic.zone();
        boolean couple = search.sessions().getLast().companions();
        return new FreeVisitView(
                visit.clinicId(),
                clinic.name(),
                zone,
                visit.start().atZone(zone).toOffsetDateTime(),
                visit.end().atZone(zone).toOffsetDateTime(),
                visit.price(),
                couple ? visit.oneRoom() : null,
                SlotText.distanceKm(search.around(), clinic),
                IntStream.range(0, visit.sessions().size())
                        .mapToObj(i -> view(visit, search, catalogue, i, zone))
                        .toList());
    }

    private static FreeSession view(FreeVisit visit, VisitSearch search, Catalogue catalogue, int index, ZoneId zone) {
        var slot = visit.sessions().get(index);
        var wanted = search.sessions().get(index);
        return new FreeSession(
                wanted.companions(),
                slot.therapistId(),
                catalogue.therapist(slot.therapistId()).map(Therapist::name).orElse(""),
                wanted.treatment(),
                wanted.lengthMinutes(),
                slot.start().atZone(zone).toOffsetDateTime(),
                slot.end().atZone(zone).toOffsetDateTime(),
                slot.price());
    }
}
