package io.rhomboid.booking.series.web;

import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.rhomboid.booking.availability.AskedStart;
import io.rhomboid.booking.availability.Availability;
import io.rhomboid.booking.reservation.Answer;
import io.rhomboid.booking.reservation.Booking;
import io.rhomboid.booking.reservation.BookingStatus.Arrived;
import io.rhomboid.booking.reservation.BookingStatus.Cancelled;
import io.rhomboid.booking.reservation.BookingStatus.Completed;
import io.rhomboid.booking.reservation.BookingStatus.Confirmed;
import io.rhomboid.booking.reservation.BookingStatus.Expired;
import io.rhomboid.booking.reservation.BookingStatus.Held;
import io.rhomboid.booking.reservation.BookingStatus.Missed;
import io.rhomboid.booking.reservation.Op;
import io.rhomboid.booking.reservation.Refusal;
import io.rhomboid.booking.reservation.web.BookingController.BookingView;
import io.rhomboid.booking.reservation.web.BookingController.CancellationRequest;
import io.rhomboid.booking.reservation.web.Callers;
import io.rhomboid.booking.reservation.web.ClientRequest;
import io.rhomboid.booking.reservation.web.GuestPasses;
import io.rhomboid.booking.reservation.web.Refusals;
import io.rhomboid.booking.screening.Screenings;
import io.rhomboid.booking.screening.web.ScreeningDoor;
import io.rhomboid.booking.screening.web.ScreeningRequest;
import io.rhomboid.booking.series.HoldSeries;
import io.rhomboid.booking.series.Series;
import io.rhomboid.booking.series.SeriesAnswer;
import io.rhomboid.booking.series.SeriesAnswer.Cost;
import io.rhomboid.booking.series.SeriesDesk;
import io.rhomboid.booking.series.SeriesStatus;
import io.rhomboid.contracts.Money;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.booking.SeriesId;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.treatment.TreatmentCode;
import io.rhomboid.platform.identity.Allowed;
import io.rhomboid.platform.link.Guest;
import io.rhomboid.platform.web.BodyHash;
import io.rhomboid.platform.web.CanRefuse;
import io.rhomboid.platform.web.ExpectedVersion;
import io.rhomboid.platform.web.IdempotencyKey;
import io.rhomboid.platform.web.Problem;

import static io.rhomboid.platform.identity.Who.ANYONE;
import static io.rhomboid.platform.identity.Who.CLIENT;
import static io.rhomboid.platform.identity.Who.DESK;
import static io.rhomboid.platform.identity.Who.GUEST;
import static io.rhomboid.platform.identity.Who.THERAPIST;

/** Series over HTTP: held, confirmed, given back together. One visit by itself is a booking like others. */
@Allowed(
        value = {CLIENT, GUEST, THERAPIST, DESK},
        of = "series")
@RestController
@RequestMapping("/api/v1/series")
public class SeriesController {

    private static final Problem UNKNOWN_SERIES =
            Problem.of(HttpStatus.NOT_FOUND, "unknown-series", "There is no such series.");

    private final SeriesDesk desk;
    private final ScreeningDoor door;
    private final BodyHash hash;
    private final Availability availability;
    private final GuestPasses passes;

    SeriesController(
            SeriesDesk desk, ScreeningDoor door, BodyHash hash, Availability availability, GuestPasses passes) {
        this.desk = desk;
        this.door = door;
        this.hash = hash;
        this.availability = availability;
        this.passes = passes;
    }

    /**
     * All visits of a series, as they were proposed or chosen instead; in any order.
     *
     * @param lengthMinutes one of the treatment's lengths
     */
    public record SeriesRequest(
            @NotNull ClinicId clinicId,
            @NotNull TreatmentCode treatment,
            @NotNull Integer lengthMinutes,

            @NotNull @Size(min = 2, max = Series.MOST_VISITS)
            List<@NotNull @Valid VisitRequest> visits,

            @NotNull @Valid ClientRequest client) {

        HoldSeries toCommand() {
            return new HoldSeries(
                    clinicId,
                    treatment,
                    lengthMinutes,
                    visits.stream()
                            .map(visit -> new HoldSeries.Visit(
                                    visit.therapistId(), visit.start().toInstant()))
                            .toList(),
                    client.toClient());
        }
    }

    /** @param start with offset, on the clinic's start grid */
    public record VisitRequest(
            @NotNull TherapistId therapistId, @NotNull OffsetDateTime start) {}

    /** Where one visit stands. */
    enum Standing {
        HELD,
        NEXT,
        TO_COME,
        DONE,
        MISSED,
        CANCELLED,
        EXPIRED
    }

    record SeriesVisitView(Standing standing, BookingView booking) {}

    /**
     * A series with its visits as they are now, the earliest first.
     *
     * @param holdExpiresAt only of a held series, in the clinic's zone
     * @param holdRenewable only of a held series: whether its time can be made longer
     * @param price of all visits that stand
     * @param next the visit that comes next; absent when none is to come
     */
    record SeriesView(
            SeriesId id,
            long version,
            String status,
            ClinicId clinicId,
            TreatmentCode treatment,
            int lengthMinutes,
            @Nullable OffsetDateTime holdExpiresAt,
            @Nullable Boolean holdRenewable,
            Money price,
            @Nullable BookingId next,
            List<SeriesVisitView> visits) {

        static SeriesView of(Series series, List<Booking> bookings) {
            var visits = new ArrayList<SeriesVisitView>();
            BookingId next = null;
            long cents = 0;
            for (var booking : bookings) {
                var standing = standing(booking, next == null);
                if (standing == Standing.NEXT) next = booking.id();
                if (booking.isStanding()) cents += booking.price().cents();
                visits.add(new SeriesVisitView(standing, BookingView.of(booking)));
            }
            var first = bookings.getFirst();
            var held = series.status() instanceof SeriesStatus.Held it ? it : null;
            return new SeriesView(
                    series.id(),
                    series.version(),
                    series.status().word(),
                    series.clinicId(),
                    series.treatment(),
                    series.lengthMinutes(),
                    held == null ? null : at(held.expiresAt(), first.session().zone()),
                    held == null ? null : !held.renewed(),
                    new Money(cents, first.price().currency()),
                    next,
                    visits);
        }

        private static Standing standing(Booking booking, boolean noneBefore) {
            return switch (booking.status()) {
                case Held _ -> Standing.HELD;
                case Confirmed _, Arrived _ -> noneBefore ? Standing.NEXT : Standing.TO_COME;
                case Completed _ -> Standing.DONE;
                case Missed _ -> Standing.MISSED;
                case Cancelled _ -> Standing.CANCELLED;
                case Expired _ -> Standing.EXPIRED;
            };
        }
    }

    /**
     * What cancelling the rest of a series would cost now; nothing was changed.
     *
     * @param fee what would be charged in all; to be sent back as {@code acceptedFeeCents}
     * @param visits those that would be cancelled, the earliest first
     * @param version the series', for {@code If-Match}
     * @param words the same for a person to read, in English
     */
    record SeriesCostView(Money fee, List<VisitCostView> visits, long version, String words) {}

    /**
     * @param fee what would be charged for this visit
     * @param freeUntil in the clinic's zone; later than this it costs something, but for a moment after confirming
     */
    record VisitCostView(BookingId id, OffsetDateTime start, Money fee, OffsetDateTime freeUntil) {

        static VisitCostView of(Cost cost) {
            var slot = cost.visit().slot();
            var zone = cost.visit().session().zone();
            return new VisitCostView(
                    cost.visit().id(),
                    at(slot.start(), zone),
                    cost.fee(),
                    at(cost.visit().policy().deadline(slot), zone));
        }
    }

    private static OffsetDateTime at(Instant time, ZoneId zone) {
        return time.atZone(zone).toOffsetDateTime();
    }

    /**
     * 201 with the held series, also to a repeat: all visits are kept for ten minutes, or none is.
     *
     * <p>A series fills one of the client's two places for holds. Where a visit can't be had, the answer names it by its
     * place in the request, says why as a booking would, and what could be had instead.
     *
     * <p>Who has no account gets a pass to the series and its visits in the header {@code Guest-Pass}.
     */
    @Allowed({DESK, CLIENT, ANYONE})
    @PostMapping
    @CanRefuse({
        "409 slot-taken: somebody else has one of the times; names it, with alternatives",
        "409 client-busy: the client already has a session at one of the times; names it",
        "409 too-many-holds: the client holds two slots or series already; names them",
        "409 day-full: the therapist takes no more sessions on one of the days; with alternatives",
        "409 diary-protected: the therapist keeps one of the times together; with alternatives",
        "409 not-held-yet: the same request is under way",
        "422 visits-overlap: two visits are at the same time; names one",
        "422 unknown-therapist: there is no such therapist",
        "422 unknown-clinic: there is no such clinic",
        "422 unknown-treatment: there is no such treatment",
        "422 wrong-length: the treatment is not given that long; names the lengths",
        "422 not-offered: a therapist does not give it there",
        "422 not-listed: a therapist takes no bookings at the moment",
        "422 in-the-past: a start is over",
        "422 too-short-notice: the clinic needs more time; names the earliest start",
        "422 beyond-horizon: the clinic does not book that far ahead; names the last day",
        "422 off-grid: sessions start at other minutes; names the nearest",
        "422 outside-hours: the therapist does not work throughout that time",
        "422 outside-opening-hours: the clinic is not open throughout that time",
        "422 closed: the clinic is closed on that day",
        "422 time-off: the therapist is away",
        "422 no-licence: no verified licence covers that day",
        "503 not-ready: bookings can't be taken safely right now",
        "503 catalogue-not-ready: we do not know the clinics yet"
    })
    @ApiResponse(
            responseCode = "201",
            description = "The held series",
            content = @Content(schema = @Schema(implementation = SeriesView.class)))
    public ResponseEntity<?> hold(IdempotencyKey key, @Valid @RequestBody SeriesRequest request) {
        var id = new SeriesId(key.idFor("series"));
        var answer = desk.hold(
                id, new Op(key.value(), hash.of(request)), request.toCommand(), Callers.at(request.clinicId()));
        return switch (answer) {
            case SeriesAnswer.Done(var series, var visits) -> {
                var created = ResponseEntity.created(URI.create("/api/v1/series/" + series.id()))
                        .eTag(ExpectedVersion.etag(series.version()));
                passes.hand(created, Guest.of(series.id(), series.clientId()));
                yield created.body(SeriesView.of(series, visits));
            }
            case SeriesAnswer.VisitRefused refused -> refused(refused, request);
            case SeriesAnswer.VisitsOverlap(var asked) ->
                named(
                                Problem.of(
                                        HttpStatus.UNPROCESSABLE_CONTENT,
                                        "visits-overlap",
                                        "Two visits are at the same time. Choose another time for one of them."),
                                asked,
                                request)
                        .field(path(asked, request) + ".start", "is when another visit has not ended")
                        .answer();
            default -> answer(answer);
        };
    }

    private ResponseEntity<?> refused(SeriesAnswer.VisitRefused refused, SeriesRequest request) {
        if (refused.why() instanceof Answer.TooManyHolds(var holds)) {
            return Refusals.problem(Refusal.TOO_MANY_HOLDS)
                    .with("holds", holds.stream().map(BookingView::of).toList())
                    .answer();
        }
        var problem = switch (refused.why()) {
            case Answer.NotBookable(var why, var _, var _) -> Refusals.problem(why, "");
            case Answer.ClientBusy() -> Refusals.CLIENT_BUSY;
            case Answer.Unguarded() -> Refusals.NOT_READY;
            case Answer.CatalogueUnknown() -> Refusals.CATALOGUE_NOT_READY;
            default -> Refusals.SLOT_TAKEN;
        };
        var path = path(refused.asked(), request);
        var errors = problem.errors().stream()
                // What is asked for once for all visits is not a visit's fault.
                .map(error -> error.field().equals("start") || error.field().equals("therapistId")
                        ? new Problem.FieldError(path + "." + error.field(), error.message())
                        : error)
                .toList();
        var named = new Problem(
                problem.status(), problem.type(), problem.detail(), errors, problem.more(), problem.retryAfter());
        return named(named, refused.asked(), request)
                .with("alternatives", Alternatives.of(refused.alternatives(), availability.catalogue()))
                .answer();
    }

    private Problem named(Problem problem, AskedStart asked, SeriesRequest request) {
        var start = request.visits().get(index(asked, request)).start();
        return problem.with("visit", index(asked, request))
                .with("therapistId", asked.therapistId())
                .with("start", start);
    }

    private static String path(AskedStart asked, SeriesRequest request) {
        return "visits[" + index(asked, request) + "]";
    }

    private static int index(AskedStart asked, SeriesRequest request) {
        for (int i = 0; i < request.visits().size(); i++) {
            var visit = request.visits().get(i);
            if (visit.start().toInstant().equals(asked.start())
                    && visit.therapistId().equals(asked.therapistId())) return i;
        }
        throw new IllegalStateException("a visit that nobody asked for");
    }

    /** 200 with the series and where each of its visits stands, 404 if there is none. */
    @GetMapping("/{id}")
    @CanRefuse({"404 unknown-series: there is no such series"})
    @ApiResponse(
            responseCode = "200",
            description = "The series, its visits as they are now",
            content = @Content(schema = @Schema(implementation = SeriesView.class)))
    ResponseEntity<?> find(@PathVariable SeriesId id) {
        return answer(desk.find(id));
    }

    /** @param screening what the client answers, for all visits */
    record SeriesConfirmationRequest(@Nullable @Valid ScreeningRequest screening) {}

    /** 200 with the confirmed series: all its visits will take place; 409 if it can't be confirmed any more. */
    @PutMapping("/{id}/confirmation")
    @CanRefuse({
        "410 client-forgotten: the client had everything erased",
        "422 screening-needed: whether anything speaks against it was not answered; names the questions",
        "422 screening-stop: no massage, medical care first; names the rules and where to turn",
        "422 doctor-needed: only with a doctor's word; names the rules",
        "422 not-this-technique: another technique, or a doctor's word; names those that fit",
        "422 unknown-condition: no treatment asks for this; names all codes",
        "404 unknown-series: there is no such series",
        "409 hold-expired: the time to confirm is over",
        "409 already-confirmed: it is confirmed",
        "409 already-cancelled: it was given up or cancelled",
        "409 not-held-yet: its visits are still being held"
    })
    @ApiResponse(
            responseCode = "200",
            description = "The confirmed series",
            content = @Content(schema = @Schema(implementation = SeriesView.class)))
    ResponseEntity<?> confirm(
            @PathVariable SeriesId id,
            ExpectedVersion expected,
            @Nullable IdempotencyKey key,
            @Valid @RequestBody(required = false) @Nullable SeriesConfirmationRequest body) {
        var found = desk.find(id);
        if (!(found instanceof SeriesAnswer.Done(var series, var _))) return answer(found);
        var treatments = List.of(series.treatment());
        var passed = door.pass(body == null ? null : body.screening(), treatments, series.clinicId(), "screening");
        var answer = desk.confirm(
                id, expected.value(), op(key, "confirmation"), new Screenings(passed, null), Callers.current());
        return answer.equals(new SeriesAnswer.No(Refusal.NOT_SCREENED))
                ? door.needed(treatments, "screening").answer()
                : answer(answer);
    }

    /** 200 with the held series, ten minutes from now: whoever needs more time to decide gets it once. */
    @PutMapping("/{id}/hold")
    @CanRefuse({
        "404 unknown-series: there is no such series",
        "409 already-renewed: it was renewed before",
        "409 hold-expired: the hold's time is over and the slots free again",
        "409 already-confirmed: it is confirmed, and no hold any more",
        "409 already-cancelled: it was given up or cancelled",
        "409 not-held-yet: its visits are still being held"
    })
    @ApiResponse(
            responseCode = "200",
            description = "The held series, with its new end",
            content = @Content(schema = @Schema(implementation = SeriesView.class)))
    ResponseEntity<?> renew(@PathVariable SeriesId id, ExpectedVersion expected, @Nullable IdempotencyKey key) {
        return answer(desk.renew(id, expected.value(), op(key, "renewal"), Callers.current()));
    }

    /** 200 with the series that is no more: for who leaves without deciding. Never cancels what was confirmed. */
    @DeleteMapping("/{id}/hold")
    @CanRefuse({
        "404 unknown-series: there is no such series",
        "409 hold-expired: the hold's time is over and the slots free again",
        "409 already-confirmed: it is confirmed, and no hold any more",
        "409 already-cancelled: it was given up or cancelled",
        "409 not-held-yet: its visits are still being held"
    })
    @ApiResponse(
            responseCode = "200",
            description = "The series, given up",
            content = @Content(schema = @Schema(implementation = SeriesView.class)))
    ResponseEntity<?> release(@PathVariable SeriesId id, ExpectedVersion expected, @Nullable IdempotencyKey key) {
        return answer(desk.letGo(id, expected.value(), op(key, "release"), Callers.current()));
    }

    /** 200 with what cancelling all visits that are to come would cost now; 409 if none can be cancelled any more. */
    @GetMapping("/{id}/cancellation")
    @CanRefuse({
        "404 unknown-series: there is no such series",
        "409 nothing-to-cancel: no visit is still to come",
        "409 hold-expired: the hold has lapsed by itself",
        "409 already-cancelled: it was given up or cancelled before",
        "409 not-held-yet: its visits are still being held"
    })
    @ApiResponse(
            responseCode = "200",
            description = "The fee in all and for each visit",
            content = @Content(schema = @Schema(implementation = SeriesCostView.class)))
    ResponseEntity<?> costOfCancelling(@PathVariable SeriesId id) {
        return answer(desk.costOfCancelling(id));
    }

    /**
     * 200 with the series, all visits that were to come cancelled, each at its own policy's fee; no more is charged than
     * was accepted. Visits that have begun or are over stay as they are.
     */
    @PutMapping("/{id}/cancellation")
    @CanRefuse({
        "404 unknown-series: there is no such series",
        "409 fee-not-accepted: it costs more than was accepted; names the fee, and that of each visit",
        "409 nothing-to-cancel: no visit is still to come",
        "409 hold-expired: the hold has lapsed by itself",
        "409 already-cancelled: it was given up or cancelled before",
        "409 not-held-yet: its visits are still being held"
    })
    @ApiResponse(
            responseCode = "200",
            description = "The cancelled series; each visit with its fee",
            content = @Content(schema = @Schema(implementation = SeriesView.class)))
    ResponseEntity<?> cancel(
            @PathVariable SeriesId id,
            ExpectedVersion expected,
            @Nullable IdempotencyKey key,
            @Valid @RequestBody(required = false) @Nullable CancellationRequest body) {
        var request = body == null ? new CancellationRequest(null, null) : body;
        return answer(desk.cancel(id, expected.value(), op(key, request), request.acceptedCents(), request.caller()));
    }

    private @Nullable Op op(@Nullable IdempotencyKey key, Object request) {
        return key == null ? null : new Op(key.value(), hash.of(request));
    }

    private static ResponseEntity<?> answer(SeriesAnswer answer) {
        return switch (answer) {
            case SeriesAnswer.Done(var series, var visits) ->
                ResponseEntity.ok().eTag(ExpectedVersion.etag(series.version())).body(SeriesView.of(series, visits));
            case SeriesAnswer.Unknown() -> UNKNOWN_SERIES.answer();
            case SeriesAnswer.No(var reason) -> Refusals.problem(reason).answer();
            case SeriesAnswer.Costs(var series, var visits, var fee) ->
                ResponseEntity.ok(new SeriesCostView(
                        fee, visits.stream().map(VisitCostView::of).toList(), series.version(), words(visits, fee)));
            case SeriesAnswer.FeeNotAccepted(var visits, var fee) ->
                Refusals.FEE_NOT_ACCEPTED
                        .with("fee", fee)
                        .with("visits", visits.stream().map(VisitCostView::of).toList())
                        .answer();
            case SeriesAnswer.VersionChanged(long current) ->
                Problem.of(
                                HttpStatus.PRECONDITION_FAILED,
                                "version-changed",
                                "The series has changed since you read it. Read it again.")
                        .with("currentVersion", current)
                        .answer();
            case SeriesAnswer.KeyReused() -> IdempotencyKey.REUSED.answer();
            case SeriesAnswer.NotNow(var why) ->
                (why instanceof Answer.Unguarded ? Refusals.NOT_READY : Refusals.CATALOGUE_NOT_READY).answer();
            case SeriesAnswer.VisitRefused _, SeriesAnswer.VisitsOverlap _ ->
                throw new IllegalStateException("only who asks for visits can be refused one");
        };
    }

    private static String words(List<Cost> visits, Money fee) {
        var number = visits.size() == 1 ? "one visit" : visits.size() + " visits";
        long charged = visits.stream().filter(cost -> cost.fee().cents() > 0).count();
        if (charged == 0) return "Cancelling all of it (" + number + ") costs nothing.";
        var digits = java.util.Currency.getInstance(fee.currency()).getDefaultFractionDigits();
        var amount = java.math.BigDecimal.valueOf(fee.cents(), digits).toPlainString() + " " + fee.currency();
        return "Cancelling all of it (" + number + ") now costs " + amount + ": for " + charged
                + " of them it is too late" + " to cancel free of charge.";
    }
}
