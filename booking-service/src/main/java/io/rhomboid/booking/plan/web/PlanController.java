package io.rhomboid.booking.plan.web;

import java.net.URI;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.rhomboid.booking.client.Clients;
import io.rhomboid.booking.plan.MakePlan;
import io.rhomboid.booking.plan.Plan.SelfCare;
import io.rhomboid.booking.plan.PlanAnswer;
import io.rhomboid.booking.plan.PlanDates;
import io.rhomboid.booking.plan.PlanDesk;
import io.rhomboid.booking.plan.Rhythm;
import io.rhomboid.booking.plan.web.PlanView.RhythmView;
import io.rhomboid.booking.reservation.BookingDesk;
import io.rhomboid.booking.reservation.Op;
import io.rhomboid.booking.reservation.Refusal;
import io.rhomboid.booking.reservation.web.Callers;
import io.rhomboid.booking.reservation.web.ClientRequest;
import io.rhomboid.booking.reservation.web.Refusals;
import io.rhomboid.booking.series.Series;
import io.rhomboid.booking.series.web.SeriesController;
import io.rhomboid.booking.vault.web.ForgottenClient;
import io.rhomboid.contracts.Money;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.plan.PlanId;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.treatment.TreatmentCode;
import io.rhomboid.platform.identity.AboutHealth;
import io.rhomboid.platform.identity.Access;
import io.rhomboid.platform.identity.Allowed;
import io.rhomboid.platform.web.BodyHash;
import io.rhomboid.platform.web.CanRefuse;
import io.rhomboid.platform.web.ExpectedVersion;
import io.rhomboid.platform.web.IdempotencyKey;
import io.rhomboid.platform.web.Problem;

import static io.rhomboid.platform.identity.Who.CLIENT;
import static io.rhomboid.platform.identity.Who.THERAPIST;

/** Treatment plans over HTTP: made from the guide's answer or by who treats, followed, proposed and booked as a series. */
@AboutHealth
@RestController
@RequestMapping("/api/v1")
class PlanController {

    private static final Problem UNKNOWN_PLAN =
            Problem.of(HttpStatus.NOT_FOUND, "unknown-plan", "There is no such plan.");

    private final PlanDesk desk;
    private final BookingDesk bookings;
    private final Clients clients;
    private final SeriesController series;
    private final BodyHash hash;

    PlanController(PlanDesk desk, BookingDesk bookings, Clients clients, SeriesController series, BodyHash hash) {
        this.desk = desk;
        this.bookings = bookings;
        this.clients = clients;
        this.series = series;
        this.hash = hash;
    }

    /**
     * @param says what to do between sessions
     * @param source the article that it is from, as the guide says
     */
    record SelfCareRequest(
            @NotNull @Size(min = 1, max = 300) @Pattern(regexp = LINE, message = LINE_MESSAGE)
            String says,

            @Nullable @Size(max = 40) @Pattern(regexp = LINE, message = LINE_MESSAGE)
            String source) {

        static final String LINE = "[^\\p{Cntrl}]*\\S[^\\p{Cntrl}]*";
        static final String LINE_MESSAGE = "must be text on one line";

        static List<SelfCare> all(@Nullable List<SelfCareRequest> requests) {
            return requests == null
                    ? List.of()
                    : requests.stream()
                            .map(request -> new SelfCare(request.says, request.source))
                            .toList();
        }
    }

    /**
     * What the guide answered, or what one would like.
     *
     * @param therapistId absent for whoever is free
     * @param lengthMinutes one of the treatment's lengths
     * @param pain 0 (nothing) to 10 (the worst), as it is now; how often to come follows from it
     * @param selfCare what to do between sessions
     */
    record OwnPlanRequest(
            @NotNull ClinicId clinicId,
            @Nullable TherapistId therapistId,
            @NotNull TreatmentCode treatment,
            @NotNull Integer lengthMinutes,

            @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @NotNull @Min(0) @Max(10)
            Integer pain,

            @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Nullable @Size(max = 10)
            List<@NotNull @Valid SelfCareRequest> selfCare) {

        MakePlan toCommand(ClientId client) {
            return new MakePlan(
                    client, clinicId, therapistId, treatment, lengthMinutes, pain, SelfCareRequest.all(selfCare));
        }

        /** What somebody says about their body is never written by accident. */
        @Override
        public String toString() {
            return "OwnPlanRequest[…]";
        }
    }

    /**
     * What who treats has in mind for whom they treat in a visit, at its clinic and with them.
     *
     * @param lengthMinutes one of the treatment's lengths
     * @param pain 0 (nothing) to 10 (the worst), as it is now; how often to come follows from it
     * @param selfCare what to do between sessions
     */
    record PlanRequest(
            @NotNull TreatmentCode treatment,
            @NotNull Integer lengthMinutes,

            @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @NotNull @Min(0) @Max(10)
            Integer pain,

            @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Nullable @Size(max = 10)
            List<@NotNull @Valid SelfCareRequest> selfCare) {

        /** What somebody says about their body is never written by accident. */
        @Override
        public String toString() {
            return "PlanRequest[…]";
        }
    }

    /**
     * @param rhythm from now on, until the pain says otherwise; absent leaves it as it is
     * @param reason the client reads it
     * @param selfCare instead of what was said before; absent leaves it as it is
     */
    record PlanAdjustmentRequest(
            @Nullable Rhythm rhythm,

            @NotNull
            @Size(min = 3, max = 500)
            @Pattern(regexp = SelfCareRequest.LINE, message = SelfCareRequest.LINE_MESSAGE)
            String reason,

            @Nullable @Size(max = 10) List<@NotNull @Valid SelfCareRequest> selfCare) {

        /** What is said about somebody's body is never written by accident. */
        @Override
        public String toString() {
            return "PlanAdjustmentRequest[…]";
        }
    }

    /**
     * @param start when the first visit would begin, with offset; the others at the same time by the clinic's clock
     * @param therapistId absent for who treats by the plan
     */
    record DatesRequest(
            @NotNull OffsetDateTime start, @Nullable TherapistId therapistId) {}

    /** @param visits as they were proposed, or others */
    record VisitsRequest(
            @NotNull @Size(min = 2, max = Series.MOST_VISITS)
            List<SeriesController.@NotNull @Valid VisitRequest> visits) {}

    record PlanList(List<PlanView> plans) {}

    enum Availability {
        FREE,
        /** No free time near it keeps the rhythm. */
        NONE_FREE,
        /** So far ahead that the clinic takes no bookings yet. */
        NOT_YET
    }

    /**
     * @param number from 1
     * @param rhythm by which it follows the one before
     * @param wanted when it would be best
     * @param start when it can be; absent unless it is free
     */
    record DateView(
            int number,
            RhythmView rhythm,
            OffsetDateTime wanted,
            Availability availability,
            @Nullable OffsetDateTime start,
            @Nullable TherapistId therapistId,
            @Nullable Money price) {

        static DateView of(int number, PlanDates.Date date, ZoneId zone) {
            var rhythm = RhythmView.of(date.rhythm());
            var wanted = PlanView.onTheWall(date.wanted(), zone);
            return switch (date) {
                case PlanDates.Date.Free(var _, var _, var slot) ->
                    new DateView(
                            number,
                            rhythm,
                            wanted,
                            Availability.FREE,
                            PlanView.onTheWall(slot.start(), zone),
                            slot.therapistId(),
                            slot.price());
                case PlanDates.Date.NoneFree _ ->
                    new DateView(number, rhythm, wanted, Availability.NONE_FREE, null, null, null);
                case PlanDates.Date.NotYet _ ->
                    new DateView(number, rhythm, wanted, Availability.NOT_YET, null, null, null);
            };
        }
    }

    /** @param complete whether all can be had that the clinic takes bookings for */
    record DatesView(PlanId planId, ZoneId zone, boolean complete, List<DateView> visits) {

        static DatesView of(PlanAnswer.Proposed proposed) {
            var dates = proposed.dates().visits();
            var views = new ArrayList<DateView>();
            for (var date : dates) views.add(DateView.of(views.size() + 1, date, proposed.zone()));
            return new DatesView(
                    proposed.plan().id(), proposed.zone(), proposed.dates().isComplete(), views);
        }
    }

    /** 201 with the plan of who asks, also to a repeat. Who may read it: they, and who treats by it around a visit. */
    @Allowed(value = CLIENT, of = "client")
    @PostMapping("/clients/{id}/plans")
    @CanRefuse({
        "404 unknown-client: it is not you",
        "409 too-many-plans: end one first",
        "410 client-forgotten: you had everything erased",
        "422 unknown-clinic: there is no such clinic",
        "422 unknown-treatment: there is no such treatment",
        "422 unknown-therapist: there is no such therapist",
        "422 wrong-length: the treatment is not given that long; names the lengths",
        "422 not-offered: this therapist does not give it there",
        "503 catalogue-not-ready: we do not know the clinics yet"
    })
    @ApiResponse(
            responseCode = "201",
            description = "The plan",
            content = @Content(schema = @Schema(implementation = PlanView.class)))
    ResponseEntity<?> makeOwn(
            @PathVariable ClientId id, IdempotencyKey key, @Valid @RequestBody OwnPlanRequest request) {
        return made(
                desk.make(new PlanId(key.idFor("plan")), new Op(key.value(), hash.of(request)), request.toCommand(id)));
    }

    /** 201 with the plan that who treats makes for whom they treat in this visit, also to a repeat. */
    @Allowed(value = THERAPIST, of = "booking")
    @PostMapping("/bookings/{id}/plans")
    @CanRefuse({
        "404 unknown-booking: there is no such booking",
        "409 too-many-plans: end one first",
        "410 client-forgotten: the client had everything erased",
        "422 unknown-treatment: there is no such treatment",
        "422 wrong-length: the treatment is not given that long; names the lengths",
        "422 not-offered: the caller does not give it there",
        "503 catalogue-not-ready: we do not know the clinics yet"
    })
    @ApiResponse(
            responseCode = "201",
            description = "The plan",
            content = @Content(schema = @Schema(implementation = PlanView.class)))
    ResponseEntity<?> make(@PathVariable BookingId id, IdempotencyKey key, @Valid @RequestBody PlanRequest request) {
        var as = Access.current().therapists();
        var part = bookings.find(id).stream()
                .flatMap(booking -> booking.parts().stream())
                .filter(one -> as.contains(one.session().therapistId()))
                .findFirst();
        if (part.isEmpty()) return Refusals.problem(Refusal.UNKNOWN_BOOKING).answer();
        var session = part.get().session();
        return made(desk.make(
                new PlanId(key.idFor("plan")),
                new Op(key.value(), hash.of(List.of(id, request))),
                new MakePlan(
                        part.get().clientId(),
                        session.clinicId(),
                        session.therapistId(),
                        request.treatment(),
                        request.lengthMinutes(),
                        request.pain(),
                        SelfCareRequest.all(request.selfCare()))));
    }

    private static ResponseEntity<?> made(PlanAnswer answer) {
        return answer instanceof PlanAnswer.Shown shown
                ? ResponseEntity.created(
                                URI.create("/api/v1/plans/" + shown.plan().id()))
                        .eTag(ExpectedVersion.etag(shown.plan().version()))
                        .body(PlanView.of(shown))
                : answer(answer);
    }

    /** 200 with all plans of who asks, the newest first. That they were read is on record. */
    @Allowed(value = CLIENT, of = "client")
    @GetMapping("/clients/{id}/plans")
    @CanRefuse({"404 unknown-client: it is not you", "410 client-forgotten: you had everything erased"})
    @ApiResponse(
            responseCode = "200",
            description = "The plans",
            content = @Content(schema = @Schema(implementation = PlanList.class)))
    ResponseEntity<?> own(@PathVariable ClientId id) {
        return answer(desk.own(id, Callers.current().actor()));
    }

    /**
     * 200 with the plan and where the client stands; to who treats by it from 30 days before a visit of the client with
     * them to 7 days after. That it was read is on record.
     */
    @Allowed(
            value = {CLIENT, THERAPIST},
            of = "plan")
    @GetMapping("/plans/{id}")
    @CanRefuse({
        "404 unknown-plan: there is no such plan",
        "409 not-now: the reader treats the client at no time near now",
        "410 client-forgotten: the client had everything erased"
    })
    @ApiResponse(
            responseCode = "200",
            description = "The plan",
            content = @Content(schema = @Schema(implementation = PlanView.class)))
    ResponseEntity<?> show(@PathVariable PlanId id) {
        return answer(desk.show(id, Callers.current().actor(), treatingAs()));
    }

    /** Nobody for the client. */
    private static Collection<TherapistId> treatingAs() {
        var access = Access.current();
        return access.as() == THERAPIST ? access.therapists() : List.of();
    }

    /** 200 with the plan as who treats wants it: how often, whatever the pain says, and what to do in between. */
    @Allowed(value = THERAPIST, of = "plan")
    @PutMapping("/plans/{id}/adjustment")
    @CanRefuse({
        "404 unknown-plan: there is no such plan",
        "409 not-now: the caller treats the client at no time near now",
        "409 plan-ended: it has ended",
        "410 client-forgotten: the client had everything erased"
    })
    @ApiResponse(
            responseCode = "200",
            description = "The plan",
            content = @Content(schema = @Schema(implementation = PlanView.class)))
    ResponseEntity<?> adjust(
            @PathVariable PlanId id, ExpectedVersion expected, @Valid @RequestBody PlanAdjustmentRequest request) {
        return answer(desk.adjust(
                id,
                expected.value(),
                request.rhythm(),
                request.reason(),
                request.selfCare() == null ? null : SelfCareRequest.all(request.selfCare()),
                Callers.current().actor(),
                treatingAs()));
    }

    /** 200 with the plan that has ended: nobody is reminded any more. What is booked stays. */
    @Allowed(
            value = {CLIENT, THERAPIST},
            of = "plan")
    @PutMapping("/plans/{id}/end")
    @CanRefuse({
        "404 unknown-plan: there is no such plan",
        "409 not-now: the caller treats the client at no time near now",
        "409 plan-ended: it has ended before",
        "410 client-forgotten: the client had everything erased"
    })
    @ApiResponse(
            responseCode = "200",
            description = "The plan",
            content = @Content(schema = @Schema(implementation = PlanView.class)))
    ResponseEntity<?> end(@PathVariable PlanId id, ExpectedVersion expected) {
        return answer(desk.end(id, expected.value(), treatingAs()));
    }

    /**
     * 200 with dates for the visits from now on, as often as the client should come now and then more rarely; nothing is
     * held. Each is free at the moment and keeps its distance from the one before, or says that none is free.
     */
    @Allowed(
            value = {CLIENT, THERAPIST},
            of = "plan")
    @PostMapping("/plans/{id}/proposals")
    @CanRefuse({
        "404 unknown-plan: there is no such plan",
        "409 plan-ended: it has ended",
        "409 not-now: the caller treats the client at no time near now",
        "410 client-forgotten: the client had everything erased",
        "422 too-soon: nearer to the last visit than the plan says, or over; names the earliest day",
        "422 unknown-therapist: there is no such therapist",
        "422 unknown-clinic: the clinic is no more",
        "422 unknown-treatment: the treatment is no more",
        "422 wrong-length: the treatment is no longer given that long; names the lengths",
        "422 not-offered: the therapist, or nobody at the clinic, gives it that long",
        "503 catalogue-not-ready: we do not know the clinics yet"
    })
    @ApiResponse(
            responseCode = "200",
            description = "The dates",
            content = @Content(schema = @Schema(implementation = DatesView.class)))
    ResponseEntity<?> propose(@PathVariable PlanId id, @Valid @RequestBody DatesRequest request) {
        return answer(desk.propose(id, request.start().toInstant(), request.therapistId(), treatingAs()));
    }

    /**
     * 201 with the held series of these visits, also to a repeat: all of them are kept for ten minutes, or none is, and
     * answered no like any series. It is confirmed like any other: {@code PUT /api/v1/series/{id}/confirmation}.
     */
    @Allowed(value = CLIENT, of = "plan")
    @PostMapping("/plans/{id}/series")
    @CanRefuse({
        "404 unknown-plan: there is no such plan",
        "409 plan-ended: it has ended",
        "409 slot-taken: somebody else has one of the times; names it, with alternatives",
        "409 client-busy: the client already has a session at one of the times; names it",
        "409 too-many-holds: the client holds two slots or series already; names them",
        "409 day-full: the therapist takes no more sessions on one of the days; with alternatives",
        "422 visits-overlap: two visits are at the same time; names one",
        "503 not-ready: bookings can't be taken safely right now",
        "503 catalogue-not-ready: we do not know the clinics yet"
    })
    @ApiResponse(responseCode = "201", description = "The held series")
    ResponseEntity<?> book(@PathVariable PlanId id, IdempotencyKey key, @Valid @RequestBody VisitsRequest request) {
        var plan = desk.find(id).orElse(null);
        if (plan == null) return UNKNOWN_PLAN.answer();
        if (plan.endedAt() != null) return answer(new PlanAnswer.Ended());
        var client = clients.find(List.of(plan.clientId())).get(plan.clientId());
        if (client == null || client.email() == null) return ForgottenClient.PROBLEM.answer();
        return series.hold(
                key,
                new SeriesController.SeriesRequest(
                        plan.clinicId(),
                        plan.treatment(),
                        plan.lengthMinutes(),
                        request.visits(),
                        new ClientRequest(client.name(), client.email(), client.phone(), client.language())));
    }

    private static ResponseEntity<?> answer(PlanAnswer answer) {
        return switch (answer) {
            case PlanAnswer.Shown shown ->
                ResponseEntity.ok()
                        .eTag(ExpectedVersion.etag(shown.plan().version()))
                        .body(PlanView.of(shown));
            case PlanAnswer.All(var plans) ->
                ResponseEntity.ok(new PlanList(plans.stream().map(PlanView::of).toList()));
            case PlanAnswer.Proposed proposed ->
                ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(DatesView.of(proposed));
            case PlanAnswer.UnknownPlan() -> UNKNOWN_PLAN.answer();
            case PlanAnswer.NotGiven(var why) -> Refusals.problem(why, "").answer();
            case PlanAnswer.TooMany(int most) ->
                conflict("too-many-plans", "There are " + most + " plans already. End one first.");
            case PlanAnswer.Ended() -> conflict("plan-ended", "The plan has ended. Make another one.");
            case PlanAnswer.TooSoon(LocalDate earliest) ->
                Problem.of(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                "too-soon",
                                "start is nearer to the last visit than the plan says, or over; the earliest day is "
                                        + earliest + ".")
                        .field("start", "must be on " + earliest + " or later")
                        .with("earliest", earliest)
                        .answer();
            case PlanAnswer.NotNow() ->
                conflict("not-now", "Who treats reads it from 30 days before a visit with them to 7 days after it.");
            case PlanAnswer.VersionChanged(long current) ->
                Problem.of(
                                HttpStatus.PRECONDITION_FAILED,
                                "version-changed",
                                "The plan has changed since you read it. Read it again.")
                        .with("currentVersion", current)
                        .answer();
            case PlanAnswer.KeyReused() -> IdempotencyKey.REUSED.answer();
            case PlanAnswer.CatalogueUnknown() -> Refusals.CATALOGUE_NOT_READY.answer();
            case PlanAnswer.Forgotten() -> ForgottenClient.PROBLEM.answer();
        };
    }

    private static ResponseEntity<?> conflict(String type, String detail) {
        return Problem.of(HttpStatus.CONFLICT, type, detail).answer();
    }
}
