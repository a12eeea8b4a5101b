package io.rhomboid.booking.reservation.web;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.ArraySchema;
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

import io.rhomboid.booking.account.AccountDesk;
import io.rhomboid.booking.availability.AskedVisit;
import io.rhomboid.booking.availability.AskedVisit.AskedSession;
import io.rhomboid.booking.availability.Availability;
import io.rhomboid.booking.availability.CellSet;
import io.rhomboid.booking.availability.FreeSlot;
import io.rhomboid.booking.reservation.Answer;
import io.rhomboid.booking.reservation.BookSession;
import io.rhomboid.booking.reservation.Booking;
import io.rhomboid.booking.reservation.BookingDesk;
import io.rhomboid.booking.reservation.BookingStatus.Arrived;
import io.rhomboid.booking.reservation.BookingStatus.Cancelled;
import io.rhomboid.booking.reservation.BookingStatus.Completed;
import io.rhomboid.booking.reservation.BookingStatus.Confirmed;
import io.rhomboid.booking.reservation.BookingStatus.Expired;
import io.rhomboid.booking.reservation.BookingStatus.Held;
import io.rhomboid.booking.reservation.BookingStatus.Missed;
import io.rhomboid.booking.reservation.Cause;
import io.rhomboid.booking.reservation.Coverage;
import io.rhomboid.booking.reservation.MoveSession;
import io.rhomboid.booking.reservation.Op;
import io.rhomboid.booking.reservation.Part;
import io.rhomboid.booking.reservation.Reason;
import io.rhomboid.booking.reservation.Refusal;
import io.rhomboid.booking.reservation.Visit;
import io.rhomboid.booking.reservation.WalkIn;
import io.rhomboid.booking.reservation.web.CompanionRequest.SessionRequest;
import io.rhomboid.booking.screening.Screenings;
import io.rhomboid.booking.screening.web.ScreeningDoor;
import io.rhomboid.booking.screening.web.ScreeningRequest;
import io.rhomboid.contracts.Money;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.booking.SeriesId;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.clinic.RoomId;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.treatment.TreatmentCode;
import io.rhomboid.platform.identity.Allowed;
import io.rhomboid.platform.link.Guest;
import io.rhomboid.platform.link.Guest.Thing;
import io.rhomboid.platform.link.GuestLinks;
import io.rhomboid.platform.web.BodyHash;
import io.rhomboid.platform.web.CanRefuse;
import io.rhomboid.platform.web.ExpectedVersion;
import io.rhomboid.platform.web.IdempotencyKey;
import io.rhomboid.platform.web.Problem;
import io.rhomboid.platform.web.ProblemException;

import static io.rhomboid.platform.identity.Who.ANYONE;
import static io.rhomboid.platform.identity.Who.CLIENT;
import static io.rhomboid.platform.identity.Who.DESK;
import static io.rhomboid.platform.identity.Who.GUEST;
import static io.rhomboid.platform.identity.Who.SIGNED_IN;
import static io.rhomboid.platform.identity.Who.THERAPIST;

/** Bookings over HTTP. Turns requests into commands and answers into responses; decides nothing. */
@Allowed(
        value = {CLIENT, GUEST, THERAPIST, DESK},
        of = "booking")
@RestController
@RequestMapping("/api/v1/bookings")
public class BookingController {

    private static final Problem ONLY_STAFF_OVERRIDE = Problem.of(
                    HttpStatus.FORBIDDEN, "not-allowed", "Only the clinic's staff may override. Leave it out.")
            .field("override", "is for staff");

    private static final Problem NO_MAIL = Problem.of(
            HttpStatus.FORBIDDEN, "no-mail", "Your account has no verified mail address. Verify one, and try again.");

    private static final Answer UNANSWERED = new Answer.No(Refusal.NOT_SCREENED);

    private static final Problem PASS_OPENS_NOTHING = Problem.of(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "pass-opens-nothing",
                    "The pass to the intake is over, or opens somebody else's. Have another code sent, or leave it out.")
            .field("intakePass", "opens nothing");

    private final BookingDesk desk;
    private final AccountDesk accounts;
    private final ScreeningDoor door;
    private final BodyHash hash;
    private final GuestPasses passes;
    private final GuestLinks links;
    private final Availability availability;
    private final Clock clock;

    BookingController(
            BookingDesk desk,
            AccountDesk accounts,
            ScreeningDoor door,
            BodyHash hash,
            GuestPasses passes,
            GuestLinks links,
            Availability availability,
            Clock clock) {
        this.desk = desk;
        this.accounts = accounts;
        this.door = door;
        this.hash = hash;
        this.passes = passes;
        this.links = links;
        this.availability = availability;
        this.clock = clock;
    }

    /**
     * What a client asks for: a session, and perhaps more of the same visit.
     *
     * @param lengthMinutes one of the treatment's lengths
     * @param start with offset, with or without seconds, on the clinic's start grid
     * @param hold true to keep the slot for ten minutes and confirm later; by default it is booked at once
     * @param then what the client has after this session, back to back
     * @param companion who comes along and is treated at the same time
     * @param sameRoom true if both must be in one double room; by default they are if one is free
     * @param voucher to pay with, as far as it goes; taken at once, also by a hold, and given back when that lapses
     * @param screening what the client answers; what is only held can be answered when it is confirmed
     */
    record BookingRequest(
            @NotNull TherapistId therapistId,
            @NotNull ClinicId clinicId,
            @NotNull TreatmentCode treatment,
            @NotNull Integer lengthMinutes,
            @NotNull OffsetDateTime start,
            @NotNull @Valid ClientRequest client,
            @Nullable Boolean hold,
            @Nullable @Size(max = 3) List<@NotNull @Valid SessionRequest> then,
            @Nullable @Valid CompanionRequest companion,
            @Nullable Boolean sameRoom,
            @Nullable @Valid TenderRequest voucher,

            @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Nullable @Valid
            ScreeningRequest screening) {

        List<TreatmentCode> treatments() {
            return Stream.concat(Stream.of(treatment), after().stream().map(SessionRequest::treatment))
                    .toList();
        }

        List<TreatmentCode> companionsTreatments() {
            return beside().stream().map(SessionRequest::treatment).toList();
        }

        @Nullable
        ScreeningRequest companionsScreening() {
            return companion == null ? null : companion.screening();
        }

        /** @throws ProblemException 400 if these are no visit */
        BookSession toCommand(Screenings answered) {
            var sessions = new ArrayList<AskedSession>();
            sessions.add(new AskedSession(therapistId, treatment, lengthMinutes, false));
            for (var next : after()) sessions.add(asked(next, false));
            for (var next : beside()) sessions.add(asked(next, true));
            if (sessions.size() > Visit.MOST) {
                throw new ProblemException(
                        Problem.invalid("then", "must leave the visit at most " + Visit.MOST + " sessions in all"));
            }
            if (sameRoom != null && companion == null) {
                throw new ProblemException(Problem.invalid("sameRoom", "must come with a companion"));
            }
            return new BookSession(
                    new AskedVisit(clinicId, start.toInstant(), sessions, Boolean.TRUE.equals(sameRoom)),
                    client.toClient(),
                    companion == null ? null : companion.toGuest(),
                    Boolean.TRUE.equals(hold),
                    voucher == null ? null : voucher.toTender("voucher"),
                    answered);
        }

        private List<SessionRequest> after() {
            return then == null ? List.of() : then;
        }

        private List<SessionRequest> beside() {
            return companion == null ? List.of() : companion.sessions();
        }

        private static AskedSession asked(SessionRequest session, boolean companions) {
            return new AskedSession(session.therapistId(), session.treatment(), session.lengthMinutes(), companions);
        }

        /** Where in the request this session of the visit is, for example {@code then[0].}. */
        String path(int number) {
            if (number == 1) return "";
            int index = number - 2;
            return index < after().size()
                    ? "then[" + index + "]."
                    : "companion.sessions[" + (index - after().size()) + "].";
        }
    }

    /**
     * Where a session, or a whole visit, shall move.
     *
     * @param therapistId another one, for a session by itself; by default it stays with the same
     * @param therapistIds of a visit: one for each session in the booking's order; by default all stay with the same
     * @param sameRoom true if both of a couple must be in one double room; by default they are if one is free
     * @param acceptedFeeCents the most that may be charged for it; nothing by default
     * @param override only staff may: moves it for the clinic, at no fee, whatever notice, horizon and hours say
     * @param screening what the client answers anew; needed only after a quarter of a year
     * @param companionScreening what who comes along answers anew
     */
    record ScheduleRequest(
            @NotNull OffsetDateTime start,
            @Nullable TherapistId therapistId,
            @Nullable @PositiveOrZero Long acceptedFeeCents,
            @Nullable @Valid Override override,
            @Nullable @Size(min = 1, max = Visit.MOST) List<@NotNull TherapistId> therapistIds,
            @Nullable Boolean sameRoom,

            @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Nullable @Valid
            ScreeningRequest screening,

            @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Nullable @Valid
            ScreeningRequest companionScreening) {

        /** @throws ProblemException 400 if therapists are named in two ways */
        MoveSession toCommand(Screenings answered) {
            if (therapistId != null && therapistIds != null) {
                throw new ProblemException(Problem.invalid("therapistIds", "must not come with therapistId"));
            }
            var others = therapistIds != null
                    ? therapistIds
                    : Stream.ofNullable(therapistId).toList();
            return new MoveSession(
                    start.toInstant(), others, Boolean.TRUE.equals(sameRoom), orNothing(acceptedFeeCents), answered);
        }
    }

    /**
     * How a session, or the rest of a series, is given back.
     *
     * @param acceptedFeeCents the most that may be charged for it; nothing by default
     * @param override only staff may: gives it back for the clinic, at no fee
     */
    public record CancellationRequest(
            @Nullable @PositiveOrZero Long acceptedFeeCents,
            @Nullable @Valid Override override) {

        public long acceptedCents() {
            return orNothing(acceptedFeeCents);
        }

        public Cause caller() {
            return BookingController.caller(override);
        }
    }

    /** Staff do what a client could not. */
    public record Override(@NotNull Reason reason) {}

    /** @param session which session of a visit, from 1; by default the first */
    record RoomRequest(@NotNull RoomId roomId, @Nullable Integer session) {}

    /**
     * What the desk should know of this booking. Nothing about anybody's health: that has a sealed place of its own.
     *
     * @param text absent to take the note away
     */
    record NoteRequest(
            @Nullable
            @Size(min = 1, max = 500)
            @Pattern(regexp = "[^\\p{Cntrl}]*(\\n[^\\p{Cntrl}]*)*", message = "must be plain text")
            String text) {}

    /** @param version the booking's, for {@code If-Match} */
    record NoteView(@Nullable String text, long version) {}

    private static long orNothing(@Nullable Long cents) {
        return cents == null ? 0 : cents;
    }

    /** @throws ProblemException 403 if somebody overrides who is not staff */
    private static Cause caller(@Nullable Override override) {
        var caller = Callers.current();
        if (override == null) return caller;
        if (!caller.actor().role().isStaff()) throw new ProblemException(ONLY_STAFF_OVERRIDE);
        return caller.because(override.reason());
    }

    /**
     * A booking, as its client may see it.
     *
     * @param start in the clinic's zone
     * @param holdExpiresAt only of a hold
     * @param holdRenewable only of a hold: whether its time can be made longer; not alone, if it is of a series
     * @param freeCancellationUntil cancelling later than this costs {@code lateCancellationFee}
     * @param noShowFee what not coming costs
     * @param fee only of a cancelled or missed booking: what is owed
     * @param seriesId only of a visit of a series
     * @param visit only of a visit of several sessions, of which the first one's data are beside it
     * @param covered what vouchers pay, of the price or of the fee; missing when no voucher does
     * @param toPay what the client has to pay beside
     */
    public record BookingView(
            BookingId id,
            String reference,
            long version,
            String status,
            ClientId clientId,
            ClinicId clinicId,
            TherapistId therapistId,
            RoomId roomId,
            TreatmentCode treatment,
            long lengthMinutes,
            OffsetDateTime start,
            OffsetDateTime end,
            ZoneId zone,
            Money price,
            @Nullable OffsetDateTime holdExpiresAt,
            @Nullable Boolean holdRenewable,
            OffsetDateTime freeCancellationUntil,
            Money lateCancellationFee,
            Money noShowFee,
            @Nullable Money fee,
            @Nullable SeriesId seriesId,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            VisitView visit,

            @Nullable Money covered,
            Money toPay) {

        public static BookingView of(Booking booking) {
            var session = booking.session();
            var slot = session.slot();
            var zone = session.zone();
            return new BookingView(
                    booking.id(),
                    booking.reference(),
                    booking.version(),
                    booking.status().word(),
                    booking.clientId(),
                    session.clinicId(),
                    session.therapistId(),
                    session.roomId(),
                    session.treatment(),
                    Duration.between(slot.start(), slot.end()).toMinutes(),
                    at(slot.start(), zone),
                    at(slot.end(), zone),
                    zone,
                    booking.price(),
                    booking.status() instanceof Held held ? at(held.expiresAt(), zone) : null,
                    booking.status() instanceof Held held ? !held.renewed() && booking.seriesId() == null : null,
                    at(booking.policy().deadline(slot), zone),
                    booking.price().percent(booking.policy().latePercent()),
                    booking.price().percent(booking.policy().noShowPercent()),
                    switch (booking.status()) {
                        case Cancelled cancelled -> cancelled.fee();
                        case Missed missed -> missed.fee();
                        case Held _, Confirmed _, Expired _, Arrived _, Completed _ ->
                            booking.moveFees().cents() > 0 ? booking.moveFees() : null;
                    },
                    booking.seriesId(),
                    booking.visit().size() == 1 ? null : VisitView.of(booking),
                    booking.redemptions().isEmpty() ? null : Coverage.covered(booking),
                    Coverage.toPay(booking));
        }

        private static OffsetDateTime at(Instant time, ZoneId zone) {
            return time.atZone(zone).toOffsetDateTime();
        }
    }

    /**
     * All sessions of a visit.
     *
     * @param end of the last one
     * @param sessions the client's in their order, then the companion's in theirs
     */
    record VisitView(OffsetDateTime end, List<SessionView> sessions) {

        static VisitView of(Booking booking) {
            var zone = booking.session().zone();
            return new VisitView(
                    BookingView.at(booking.slot().end(), zone),
                    booking.parts().stream()
                            .map(part -> SessionView.of(part, booking.clientId()))
                            .toList());
        }
    }

    /**
     * One session of a visit.
     *
     * @param number from 1
     * @param companion whether it is for who comes along
     * @param price what of the booking's price is for it
     */
    record SessionView(
            int number,
            boolean companion,
            TherapistId therapistId,
            RoomId roomId,
            TreatmentCode treatment,
            long lengthMinutes,
            OffsetDateTime start,
            OffsetDateTime end,
            Money price) {

        static SessionView of(Part part, ClientId client) {
            var session = part.session();
            var slot = session.slot();
            return new SessionView(
                    part.number(),
                    !part.clientId().equals(client),
                    session.therapistId(),
                    session.roomId(),
                    session.treatment(),
                    Duration.between(slot.start(), slot.end()).toMinutes(),
                    BookingView.at(slot.start(), session.zone()),
                    BookingView.at(slot.end(), session.zone()),
                    part.price());
        }
    }

    /**
     * 201 with the booking, also to a repeat; the start is won for this client, or answered no. A visit of several
     * sessions is one booking: all of it is won, or nothing.
     *
     * <p>Nobody is in their own way: who asks to hold what they hold already is answered with that hold, and a hold
     * that would collide with what its client asks for now becomes it, keeping its id and reference.
     *
     * <p>Who has no account gets a pass to what they booked in the header {@code Guest-Pass}: what is done with the
     * booking in the next half hour shows it.
     */
    @Allowed({DESK, CLIENT, ANYONE})
    @PostMapping
    @CanRefuse({
        "409 slot-taken: somebody else has it; with the three nearest alternatives",
        "409 client-busy: the client already has a session at that time",
        "409 companion-busy: who comes along already has a session at that time",
        "409 too-many-holds: the client holds two slots already; names them",
        "409 day-full: the therapist takes no more sessions on that day; with the three nearest alternatives",
        "409 diary-protected: the therapist keeps that time together; with the three nearest alternatives",
        "422 unknown-therapist: there is no such therapist",
        "422 unknown-clinic: there is no such clinic",
        "422 unknown-treatment: there is no such treatment",
        "422 wrong-length: the treatment is not given that long; names the lengths",
        "422 not-offered: this therapist does not give it there",
        "422 not-listed: this therapist takes no bookings at the moment",
        "422 in-the-past: the start is over",
        "422 too-short-notice: the clinic needs more time; names the earliest start",
        "422 beyond-horizon: the clinic does not book that far ahead; names the last day",
        "422 off-grid: sessions start at other minutes; names the nearest",
        "422 outside-hours: the therapist does not work throughout that time",
        "422 outside-opening-hours: the clinic is not open throughout that time",
        "422 closed: the clinic is closed on that day",
        "422 time-off: the therapist is away",
        "422 no-licence: no verified licence covers that day",
        "422 treats-the-other: the therapist treats the other one of the couple at that time",
        "422 no-double-room: the clinic has no double room that suits both",
        "422 companion-is-client: nobody is treated twice at once",
        "410 client-forgotten: the client had everything erased",
        "422 screening-needed: whether anything speaks against it was not answered; names the questions",
        "422 screening-stop: no massage, medical care first; names the rules and where to turn",
        "422 doctor-needed: only with a doctor's word; names the rules",
        "422 not-this-technique: another technique, or a doctor's word; names those that fit",
        "422 unknown-condition: no treatment asks for this; names all codes",
        "422 unknown-voucher: there is no such voucher, or it is not this client's",
        "422 voucher-not-for-this: the voucher is for another treatment, length, therapist or clinic",
        "422 voucher-expired: the voucher is not good on the day of the session",
        "422 voucher-voided: the clinic has declared the voucher void",
        "409 voucher-empty: nothing is left on the voucher",
        "503 not-ready: bookings can't be taken safely right now",
        "503 catalogue-not-ready: we do not know the clinics yet"
    })
    @ApiResponse(
            responseCode = "201",
            description = "The booking, held or confirmed",
            content = @Content(schema = @Schema(implementation = BookingView.class)))
    ResponseEntity<?> book(IdempotencyKey key, @Valid @RequestBody BookingRequest request) {
        var id = new BookingId(key.idFor("booking"));
        var answered = new Screenings(
                door.pass(request.screening(), request.treatments(), request.clinicId(), "screening"),
                door.pass(
                        request.companionsScreening(),
                        request.companionsTreatments(),
                        request.clinicId(),
                        "companion.screening"));
        var answer = desk.book(
                id, new Op(key.value(), hash.of(request)), request.toCommand(answered), Callers.at(request.clinicId()));
        if (answer.equals(UNANSWERED)) {
            return (request.screening() == null
                            ? door.needed(request.treatments(), "screening")
                            : door.needed(request.companionsTreatments(), "companion.screening"))
                    .answer();
        }
        if (answer instanceof Answer.NotBookable(var why, var alternatives, int number)) {
            return notBookable(Refusals.problem(why, request.path(number)), alternatives, number);
        }
        return created(id, answer);
    }

    /**
     * Somebody at the desk without a booking.
     *
     * @param therapistId by default whoever is free first
     * @param start exactly then, on another day, too, and up to 14 days ago for somebody who was treated and not entered;
     *     by default the very next. A multiple of five minutes
     * @param maxWaitMinutes how long they would wait; 0 for now or not at all, by default until the end of the day. Not
     *     beside a start
     * @param voucher to pay with, as far as it goes
     * @param screening what the client answers
     */
    record WalkInRequest(
            @NotNull ClinicId clinicId,
            @Nullable TherapistId therapistId,
            @NotNull TreatmentCode treatment,
            @NotNull Integer lengthMinutes,
            @NotNull @Valid WalkInClient client,
            @Nullable OffsetDateTime start,
            @Nullable @Min(0) @Max(1440) Integer maxWaitMinutes,
            @Nullable @Valid TenderRequest voucher,

            @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Nullable @Valid
            ScreeningRequest screening) {

        WalkIn toCommand(Screenings answered) {
            if (start != null && maxWaitMinutes != null) {
                throw new ProblemException(
                        Problem.invalid("maxWaitMinutes", "must not be there beside a start, which says it exactly"));
            }
            var at = start == null ? null : start.toInstant();
            if (at != null && !CellSet.startOf(CellSet.cellOf(at)).equals(at)) {
                throw new ProblemException(Problem.invalid("start", "must be a multiple of five minutes"));
            }
            return new WalkIn(
                    clinicId,
                    therapistId,
                    treatment,
                    lengthMinutes,
                    client.toClient(),
                    at,
                    Duration.ofMinutes(maxWaitMinutes == null ? 1440 : maxWaitMinutes),
                    voucher == null ? null : voucher.toTender("voucher"),
                    answered);
        }
    }

    /**
     * 201 with the booking of somebody who stands at the desk: the very next start, or the one that is asked for, with
     * whoever is free, and they have arrived; only if it begins in more than an hour is it booked for them to come back.
     * Who was treated and not entered is entered afterwards, with who was free then. Only staff may. The clinic's notice
     * and start grid do not count. 201 also to a repeat.
     */
    @Allowed(DESK)
    @PostMapping("/walk-ins")
    @CanRefuse({
        "409 nobody-free: nobody can treat so soon, or at that start; with the three next free starts",
        "409 client-busy: the client already has a session at that time",
        "409 voucher-empty: nothing is left on the voucher",
        "422 unknown-therapist: there is no such therapist",
        "422 unknown-clinic: there is no such clinic",
        "422 unknown-treatment: there is no such treatment",
        "422 wrong-length: the treatment is not given that long; names the lengths",
        "422 not-offered: this therapist does not give it there",
        "410 client-forgotten: the client had everything erased",
        "422 screening-needed: whether anything speaks against it was not answered; names the questions",
        "422 screening-stop: no massage, medical care first; names the rules and where to turn",
        "422 doctor-needed: only with a doctor's word; names the rules",
        "422 not-this-technique: another technique, or a doctor's word; names those that fit",
        "422 unknown-condition: no treatment asks for this; names all codes",
        "422 unknown-voucher: there is no such voucher, or it is not this client's",
        "422 voucher-not-for-this: the voucher is for another treatment, length, therapist or clinic",
        "422 voucher-expired: the voucher is not good on the day of the session",
        "422 voucher-voided: the clinic has declared the voucher void",
        "503 not-ready: bookings can't be taken safely right now",
        "503 catalogue-not-ready: we do not know the clinics yet"
    })
    @ApiResponse(
            responseCode = "201",
            description = "The booking, arrived or confirmed",
            content = @Content(schema = @Schema(implementation = BookingView.class)))
    ResponseEntity<?> walkIn(IdempotencyKey key, @Valid @RequestBody WalkInRequest request) {
        var id = new BookingId(key.idFor("booking"));
        Callers.mustBeAtTheDeskOf(request.clinicId());
        var treatments = List.of(request.treatment());
        var passed = door.pass(request.screening(), treatments, request.clinicId(), "screening");
        if (passed == null) return door.needed(treatments, "screening").answer();
        var answer = desk.walkIn(
                id,
                new Op(key.value(), hash.of(request)),
                request.toCommand(new Screenings(passed, null)),
                Callers.at(request.clinicId()));
        return created(id, answer);
    }

    /** @param asked the id that came from the request's key */
    private ResponseEntity<?> created(BookingId asked, Answer answer) {
        if (!(answer instanceof Answer.Done(var booking))) return answer(answer);
        var created = ResponseEntity.created(URI.create("/api/v1/bookings/" + booking.id()))
                .eTag(ExpectedVersion.etag(booking.version()));
        // Not for a hold that was there before: who asks may be somebody else who gives the same address.
        if (booking.id().equals(asked)) passes.hand(created, Guest.of(booking.id(), booking.clientId()));
        return created.body(BookingView.of(booking));
    }

    /** 200 with the booking, 404 if there is none. */
    @GetMapping("/{id}")
    @CanRefuse("404 unknown-booking: there is no such booking")
    @ApiResponse(
            responseCode = "200",
            description = "The booking",
            content = @Content(schema = @Schema(implementation = BookingView.class)))
    ResponseEntity<?> find(@PathVariable BookingId id) {
        return answer(desk.find(id).<Answer>map(Answer.Done::new).orElse(new Answer.No(Refusal.UNKNOWN_BOOKING)));
    }

    /** 200 with all that has happened to the booking, the first thing first; 404 if there is none. */
    @GetMapping("/{id}/history")
    @CanRefuse("404 unknown-booking: there is no such booking")
    @ApiResponse(
            responseCode = "200",
            description = "Every change: when, by whom, from where, and what became different",
            content = @Content(array = @ArraySchema(schema = @Schema(implementation = ChangeView.class))))
    ResponseEntity<?> history(@PathVariable BookingId id) {
        var history = desk.history(id);
        return history.isPresent()
                ? ResponseEntity.ok(history.get().stream().map(ChangeView::of).toList())
                : answer(new Answer.No(Refusal.UNKNOWN_BOOKING));
    }

    /**
     * What those who come answer, as far as they have not when it was held.
     *
     * @param screening the client
     * @param companionScreening who comes along
     */
    record ConfirmationRequest(
            @Nullable @Valid ScreeningRequest screening,
            @Nullable @Valid ScreeningRequest companionScreening) {}

    /** 200 with the confirmed booking, 409 if it can't be confirmed any more. */
    @PutMapping("/{id}/confirmation")
    @CanRefuse({
        "410 client-forgotten: the client had everything erased",
        "422 screening-needed: whether anything speaks against it was not answered; names the questions",
        "422 screening-stop: no massage, medical care first; names the rules and where to turn",
        "422 doctor-needed: only with a doctor's word; names the rules",
        "422 not-this-technique: another technique, or a doctor's word; names those that fit",
        "422 unknown-condition: no treatment asks for this; names all codes",
        "404 unknown-booking: there is no such booking",
        "409 held-by-series: it is a visit of a series, which is confirmed, renewed or given up as a whole",
        "409 hold-expired: the time to confirm is over",
        "409 already-confirmed: it is confirmed",
        "409 already-cancelled: it was cancelled",
        "409 already-arrived: the client is there",
        "409 already-completed: the session took place",
        "409 already-missed: the client did not come"
    })
    @ApiResponse(
            responseCode = "200",
            description = "The confirmed booking",
            content = @Content(schema = @Schema(implementation = BookingView.class)))
    ResponseEntity<?> confirm(
            @PathVariable BookingId id,
            ExpectedVersion expected,
            @Nullable IdempotencyKey key,
            @Valid @RequestBody(required = false) @Nullable ConfirmationRequest body) {
        var request = body == null ? new ConfirmationRequest(null, null) : body;
        var answered = answered(id, request.screening(), request.companionScreening());
        // Of what was answered nothing goes into the record of requests: not even a hash, which could be guessed at.
        var answer = desk.confirm(id, expected.value(), op(key, "confirmation"), answered, Callers.current());
        return answer.equals(UNANSWERED) ? unanswered(id) : answer(answer);
    }

    private Screenings answered(BookingId id, @Nullable ScreeningRequest client, @Nullable ScreeningRequest companion) {
        var booking = client == null && companion == null ? null : desk.find(id).orElse(null);
        if (booking == null) return Screenings.NONE;
        var at = booking.session().clinicId();
        return new Screenings(
                door.pass(client, treatments(booking, false), at, "screening"),
                door.pass(companion, treatments(booking, true), at, "companionScreening"));
    }

    /** Who of those who come has not answered yet, or not for long, is asked. */
    private ResponseEntity<?> unanswered(BookingId id) {
        var booking = desk.find(id).orElseThrow();
        boolean client =
                booking.screened().stream().noneMatch(one -> one.client().equals(booking.clientId()));
        boolean companions = !client && booking.visit().companion() != null;
        return door.needed(treatments(booking, companions), companions ? "companionScreening" : "screening")
                .answer();
    }

    private static List<TreatmentCode> treatments(Booking booking, boolean companions) {
        return booking.parts().stream()
                .filter(part -> companions != part.clientId().equals(booking.clientId()))
                .map(part -> part.session().treatment())
                .toList();
    }

    /**
     * 200 with the booking that a voucher pays, or pays the rest of; for a hold, for what was booked, and for a session
     * that took place until a day after. Several may pay one booking, one after the other.
     */
    @PutMapping("/{id}/voucher")
    @CanRefuse({
        "404 unknown-booking: there is no such booking",
        "409 already-covered: nothing is left to pay",
        "409 voucher-empty: nothing is left on the voucher",
        "409 hold-expired: the hold has lapsed",
        "409 already-cancelled: it was cancelled",
        "409 already-missed: the client did not come",
        "409 too-late-to-correct: the session took place more than a day ago",
        "409 changed-too-often: more often than anybody has reason to",
        "422 unknown-voucher: there is no such voucher, or it is not this client's",
        "422 voucher-not-for-this: the voucher is for another treatment, length, therapist or clinic",
        "422 voucher-expired: the voucher is not good on the day of the session",
        "422 voucher-voided: the clinic has declared the voucher void",
        "503 not-ready: vouchers can't be taken safely right now"
    })
    @ApiResponse(
            responseCode = "200",
            description = "The booking, with what vouchers pay and what remains",
            content = @Content(schema = @Schema(implementation = BookingView.class)))
    ResponseEntity<?> payWith(
            @PathVariable BookingId id,
            ExpectedVersion expected,
            @Nullable IdempotencyKey key,
            @Valid @RequestBody TenderRequest request) {
        return answer(desk.payWith(id, expected.value(), op(key, request), request.toTender("id"), Callers.current()));
    }

    /** 200 with the booking that no voucher pays any more; what they had paid is back on them. */
    @DeleteMapping("/{id}/voucher")
    @CanRefuse({
        "404 unknown-booking: there is no such booking",
        "409 not-covered: no voucher pays it",
        "409 hold-expired: the hold has lapsed",
        "409 already-cancelled: it was cancelled",
        "409 already-missed: the client did not come",
        "409 too-late-to-correct: the session took place more than a day ago",
        "409 changed-too-often: more often than anybody has reason to"
    })
    @ApiResponse(
            responseCode = "200",
            description = "The booking, all of it still to be paid",
            content = @Content(schema = @Schema(implementation = BookingView.class)))
    ResponseEntity<?> takeVouchersOff(
            @PathVariable BookingId id, ExpectedVersion expected, @Nullable IdempotencyKey key) {
        return answer(desk.takeVouchersOff(id, expected.value(), op(key, "no voucher"), Callers.current()));
    }

    /** 200 with the hold, ten minutes from now: whoever needs more time to decide gets it once. */
    @PutMapping("/{id}/hold")
    @CanRefuse({
        "404 unknown-booking: there is no such booking",
        "409 already-renewed: it was renewed before",
        "409 held-by-series: it is a visit of a series, which is confirmed, renewed or given up as a whole",
        "409 hold-expired: the hold's time is over and the slot free again",
        "409 already-confirmed: it is confirmed, and no hold any more",
        "409 already-cancelled: it was given up or cancelled",
        "409 already-arrived: the client is there",
        "409 already-completed: the session took place",
        "409 already-missed: the client did not come"
    })
    @ApiResponse(
            responseCode = "200",
            description = "The hold, with its new end",
            content = @Content(schema = @Schema(implementation = BookingView.class)))
    ResponseEntity<?> renew(@PathVariable BookingId id, ExpectedVersion expected, @Nullable IdempotencyKey key) {
        return answer(desk.renew(id, expected.value(), op(key, "renewal"), Callers.current()));
    }

    /** 200 with the hold that is no more: for who leaves without deciding. Never cancels what was confirmed. */
    @DeleteMapping("/{id}/hold")
    @CanRefuse({
        "404 unknown-booking: there is no such booking",
        "409 held-by-series: it is a visit of a series, which is confirmed, renewed or given up as a whole",
        "409 hold-expired: the hold's time is over and the slot free again",
        "409 already-confirmed: it is confirmed, and no hold any more",
        "409 already-cancelled: it was given up or cancelled",
        "409 already-arrived: the client is there",
        "409 already-completed: the session took place",
        "409 already-missed: the client did not come"
    })
    @ApiResponse(
            responseCode = "200",
            description = "The hold, given up",
            content = @Content(schema = @Schema(implementation = BookingView.class)))
    ResponseEntity<?> release(@PathVariable BookingId id, ExpectedVersion expected, @Nullable IdempotencyKey key) {
        return answer(desk.release(id, expected.value(), op(key, "release"), Callers.current()));
    }

    /** 200 with what cancelling would cost now, 409 if it can't be cancelled any more. */
    @GetMapping("/{id}/cancellation")
    @CanRefuse({
        "404 unknown-booking: there is no such booking",
        "409 held-by-series: it is a visit of a series, which is confirmed, renewed or given up as a whole",
        "409 hold-expired: the hold has lapsed by itself",
        "409 already-cancelled: it was cancelled before",
        "409 already-begun: the session has begun",
        "409 already-arrived: the client is there",
        "409 already-completed: the session took place",
        "409 already-missed: the client did not come"
    })
    @ApiResponse(
            responseCode = "200",
            description = "The fee, until when there is none, and both in words",
            content = @Content(schema = @Schema(implementation = CostView.class)))
    ResponseEntity<?> costOfCancelling(@PathVariable BookingId id) {
        return cost("Cancelling", desk.costOfCancelling(id));
    }

    /** 200 with what moving it would cost now, wherever it goes; 409 if that needs a call, or can't be any more. */
    @GetMapping("/{id}/schedule")
    @CanRefuse({
        "404 unknown-booking: there is no such booking",
        "409 contact-clinic: too late to do without the clinic; with phone and e-mail",
        "409 not-confirmed: a hold is confirmed before it is moved",
        "409 hold-expired: the hold has lapsed",
        "409 already-cancelled: it was cancelled",
        "409 already-begun: the session has begun",
        "409 already-arrived: the client is there",
        "409 already-completed: the session took place",
        "409 already-missed: the client did not come",
        "409 changed-too-often: more often than anybody has reason to"
    })
    @ApiResponse(
            responseCode = "200",
            description = "The fee, until when there is none, and both in words",
            content = @Content(schema = @Schema(implementation = CostView.class)))
    ResponseEntity<?> costOfMoving(@PathVariable BookingId id) {
        return cost("Moving", desk.costOfMoving(id));
    }

    private ResponseEntity<?> cost(String doing, Answer answer) {
        return answer instanceof Answer.Costs(var booking, var fee, var after)
                ? ResponseEntity.ok(CostView.of(doing, booking, fee, after, clock.instant()))
                : answer(answer);
    }

    /**
     * 200 with the cancelled booking and its fee, 409 if it can't be cancelled any more. Costs nothing in the first
     * three minutes after booking, and no more than was accepted.
     */
    @PutMapping("/{id}/cancellation")
    @CanRefuse({
        "404 unknown-booking: there is no such booking",
        "409 fee-not-accepted: it costs more than was accepted; names the fee",
        "409 held-by-series: it is a visit of a series, which is confirmed, renewed or given up as a whole",
        "409 hold-expired: the hold has lapsed by itself",
        "409 already-cancelled: it was cancelled before",
        "409 already-begun: the session has begun",
        "409 already-arrived: the client is there",
        "409 already-completed: the session took place",
        "409 already-missed: the client did not come"
    })
    @ApiResponse(
            responseCode = "200",
            description = "The cancelled booking and its fee",
            content = @Content(schema = @Schema(implementation = BookingView.class)))
    ResponseEntity<?> cancel(
            @PathVariable BookingId id,
            ExpectedVersion expected,
            @Nullable IdempotencyKey key,
            @Valid @RequestBody(required = false) @Nullable CancellationRequest body) {
        var request = body == null ? new CancellationRequest(null, null) : body;
        return answer(desk.cancel(id, expected.value(), op(key, request), request.acceptedCents(), request.caller()));
    }

    /** 200 with the moved booking, a visit as a whole; the old hour is kept if the new one can't be had. */
    @PutMapping("/{id}/schedule")
    @CanRefuse({
        "404 unknown-booking: there is no such booking",
        "409 slot-taken: somebody else has the new time; with the three nearest alternatives",
        "409 client-busy: the client already has a session at the new time",
        "409 companion-busy: who comes along already has a session at the new time",
        "409 contact-clinic: too late to do without the clinic; with phone and e-mail",
        "409 fee-not-accepted: it costs more than was accepted; names the fee",
        "409 changed-too-often: more often than anybody has reason to",
        "422 voucher-expired: the voucher that pays it is not good on the new day",
        "409 day-full: the therapist takes no more sessions on that day; with the three nearest alternatives",
        "409 diary-protected: the therapist keeps that time together; with the three nearest alternatives",
        "409 not-confirmed: a hold is confirmed before it is moved",
        "409 hold-expired: the hold has lapsed",
        "409 already-cancelled: it was cancelled",
        "409 already-begun: the session has begun",
        "409 already-arrived: the client is there",
        "409 already-completed: the session took place",
        "409 already-missed: the client did not come",
        "410 client-forgotten: the client had everything erased",
        "422 screening-needed: whether anything speaks against it was not answered; names the questions",
        "422 screening-stop: no massage, medical care first; names the rules and where to turn",
        "422 doctor-needed: only with a doctor's word; names the rules",
        "422 not-this-technique: another technique, or a doctor's word; names those that fit",
        "422 unknown-condition: no treatment asks for this; names all codes",
        "422 unknown-therapist: there is no such therapist",
        "422 not-offered: the other therapist does not give this treatment there",
        "422 in-the-past: the new start is over",
        "422 too-short-notice: the clinic needs more time; names the earliest start",
        "422 beyond-horizon: the clinic does not book that far ahead; names the last day",
        "422 off-grid: sessions start at other minutes; names the nearest",
        "422 outside-hours: the therapist does not work throughout that time",
        "422 outside-opening-hours: the clinic is not open throughout that time",
        "422 closed: the clinic is closed on that day",
        "422 time-off: the therapist is away",
        "422 no-licence: no verified licence covers that day",
        "422 wrong-number-of-therapists: a visit needs one for each session",
        "422 treats-the-other: the therapist treats the other one of the couple at that time",
        "422 no-double-room: the clinic has no double room that suits both",
        "503 not-ready: bookings can't be taken safely right now",
        "503 catalogue-not-ready: we do not know the clinics yet"
    })
    @ApiResponse(
            responseCode = "200",
            description = "The moved booking",
            content = @Content(schema = @Schema(implementation = BookingView.class)))
    ResponseEntity<?> reschedule(
            @PathVariable BookingId id,
            ExpectedVersion expected,
            @Nullable IdempotencyKey key,
            @Valid @RequestBody ScheduleRequest request) {
        var cause = caller(request.override());
        var answered = answered(id, request.screening(), request.companionScreening());
        var answer = desk.reschedule(id, expected.value(), op(key, request), request.toCommand(answered), cause);
        return answer.equals(UNANSWERED) ? unanswered(id) : answer(answer);
    }

    /** 200 with the booking in its new room, until the session is over. Only staff may. */
    @Allowed(
            value = {THERAPIST, DESK},
            of = "booking")
    @PutMapping("/{id}/room")
    @CanRefuse({
        "404 unknown-booking: there is no such booking",
        "409 room-taken: somebody else has it at that time, or the other one of a couple if it is no double room",
        "409 same-room: it is in that room",
        "409 not-confirmed: it is only held",
        "409 hold-expired: the hold has lapsed",
        "409 already-cancelled: it was cancelled",
        "409 already-over: the session is over",
        "409 already-completed: the session took place",
        "409 already-missed: the client did not come",
        "409 changed-too-often: more often than anybody has reason to",
        "422 unknown-room: the clinic has no such room",
        "422 unknown-session: the booking has no session of that number",
        "422 unsuitable-room: the room lacks something that the treatment needs",
        "503 not-ready: bookings can't be taken safely right now",
        "503 catalogue-not-ready: we do not know the clinics yet"
    })
    @ApiResponse(
            responseCode = "200",
            description = "The booking in its new room",
            content = @Content(schema = @Schema(implementation = BookingView.class)))
    ResponseEntity<?> changeRoom(
            @PathVariable BookingId id,
            ExpectedVersion expected,
            @Nullable IdempotencyKey key,
            @Valid @RequestBody RoomRequest request) {
        int session = request.session() == null ? 1 : request.session();
        return answer(
                desk.changeRoom(id, expected.value(), op(key, request), session, request.roomId(), Callers.current()));
    }

    /**
     * @param link what stands behind the {@code #} of the address in the mail about this booking
     * @param intakePass to the guest's intake, by a code that was sent to their mailbox: it becomes the account's, too
     */
    record ClaimRequest(
            @NotNull @Size(min = 1, max = 200) String link,
            @Nullable @Size(min = 1, max = 200) String intakePass) {

        /** A secret is never written by accident. */
        @java.lang.Override
        public String toString() {
            return "ClaimRequest[…]";
        }
    }

    /**
     * 200 with the booking, which is the caller's from now on, whatever mail address it was booked with: they have
     * signed in, and show the link from the mail. The link opens nothing after that; mails go to the account's address.
     * What they answered for this visit is theirs as well. Their intake is if they bring the pass that the code from their
     * mail opens it with ({@code POST /intake-passes}); what they said later with the account counts more.
     */
    @Allowed(SIGNED_IN)
    @PutMapping("/{id}/client")
    @CanRefuse({
        "403 no-mail: the account has no verified mail address",
        "404 unknown-booking: there is no such booking, or the link does not open it",
        "409 client-busy: the caller already has a session at that time",
        "410 client-forgotten: who booked it had everything erased",
        "422 pass-opens-nothing: the intake's pass is over, or opens somebody else's; nothing was changed",
        "409 of-series: it is a visit of a series, which stays with who booked it",
        "409 not-confirmed: it is only held",
        "409 hold-expired: the hold has lapsed",
        "409 already-cancelled: it was cancelled",
        "409 already-completed: the session took place",
        "409 already-missed: the client did not come",
        "409 changed-too-often: more often than anybody has reason to",
        "422 companion-is-client: nobody is treated twice at once",
        "503 not-ready: bookings can't be changed safely right now",
        "503 catalogue-not-ready: we do not know the clinics yet"
    })
    @ApiResponse(
            responseCode = "200",
            description = "The caller's booking",
            content = @Content(schema = @Schema(implementation = BookingView.class)))
    ResponseEntity<?> claim(
            @PathVariable BookingId id,
            ExpectedVersion expected,
            @Nullable IdempotencyKey key,
            @Valid @RequestBody ClaimRequest request) {
        var account = Callers.account();
        if (account.isEmpty()) return NO_MAIL.answer();
        var guest = links.read(request.link())
                .filter(it -> it.thing() == Thing.BOOKING && it.id().equals(id.value()));
        if (guest.isEmpty()) return answer(new Answer.No(Refusal.UNKNOWN_BOOKING));
        var from = guest.get().client();
        boolean proven = request.intakePass() != null;
        if (proven
                && links.admit(request.intakePass(), clock.instant())
                        .filter(Guest.ofIntake(from)::equals)
                        .isEmpty()) {
            return PASS_OPENS_NOTHING.answer();
        }
        return answer(
                accounts.claim(id, expected.value(), op(key, request), from, account.get(), proven, Callers.current()));
    }

    /** 200 with the desk's note, if there is one. Only staff may. */
    @Allowed(
            value = {THERAPIST, DESK},
            of = "booking")
    @GetMapping("/{id}/note")
    @CanRefuse("404 unknown-booking: there is no such booking")
    @ApiResponse(
            responseCode = "200",
            description = "The note",
            content = @Content(schema = @Schema(implementation = NoteView.class)))
    ResponseEntity<?> note(@PathVariable BookingId id) {
        return desk.find(id)
                .<ResponseEntity<?>>map(BookingController::note)
                .orElseGet(() -> answer(new Answer.No(Refusal.UNKNOWN_BOOKING)));
    }

    /** 200 with the note as it is now, as long as the booking stands. Only staff may. */
    @Allowed(
            value = {THERAPIST, DESK},
            of = "booking")
    @PutMapping("/{id}/note")
    @CanRefuse({
        "404 unknown-booking: there is no such booking",
        "409 hold-expired: the hold has lapsed",
        "409 already-cancelled: it was cancelled",
        "409 changed-too-often: more often than anybody has reason to"
    })
    @ApiResponse(
            responseCode = "200",
            description = "The note",
            content = @Content(schema = @Schema(implementation = NoteView.class)))
    ResponseEntity<?> annotate(
            @PathVariable BookingId id,
            ExpectedVersion expected,
            @Nullable IdempotencyKey key,
            @Valid @RequestBody NoteRequest request) {
        var answer = desk.annotate(id, expected.value(), op(key, request), request.text(), Callers.current());
        return answer instanceof Answer.Done(var booking) ? note(booking) : answer(answer);
    }

    private static ResponseEntity<?> note(Booking booking) {
        return ResponseEntity.ok()
                .eTag(ExpectedVersion.etag(booking.version()))
                .body(new NoteView(booking.note(), booking.version()));
    }

    /**
     * 200 with the booking of a client who is there: from an hour before the start until the end. Takes back a
     * no-show, for who was given up and comes yet.
     */
    @Allowed(
            value = {THERAPIST, DESK},
            of = "booking")
    @PutMapping("/{id}/arrival")
    @CanRefuse({
        "404 unknown-booking: there is no such booking",
        "409 too-early: the session is more than an hour away",
        "409 already-over: the session is over",
        "409 not-confirmed: it is only held",
        "409 hold-expired: the hold has lapsed",
        "409 already-cancelled: it was cancelled",
        "409 already-arrived: the client is there",
        "409 already-completed: the session took place"
    })
    @ApiResponse(
            responseCode = "200",
            description = "The booking of a client who is there",
            content = @Content(schema = @Schema(implementation = BookingView.class)))
    ResponseEntity<?> arrive(@PathVariable BookingId id, ExpectedVersion expected, @Nullable IdempotencyKey key) {
        return answer(desk.arrive(id, expected.value(), op(key, "arrival"), Callers.current()));
    }

    /**
     * 200 with the booking of a session that took place, from its start on; final. Takes back a no-show until a day
     * after the end.
     */
    @Allowed(
            value = {THERAPIST, DESK},
            of = "booking")
    @PutMapping("/{id}/completion")
    @CanRefuse({
        "404 unknown-booking: there is no such booking",
        "409 not-begun: the session has not begun",
        "409 not-confirmed: it is only held",
        "409 hold-expired: the hold has lapsed",
        "409 already-cancelled: it was cancelled",
        "409 already-completed: this was entered before",
        "409 too-late-to-correct: it counts as missed for more than a day"
    })
    @ApiResponse(
            responseCode = "200",
            description = "The booking of a session that took place",
            content = @Content(schema = @Schema(implementation = BookingView.class)))
    ResponseEntity<?> complete(@PathVariable BookingId id, ExpectedVersion expected, @Nullable IdempotencyKey key) {
        return answer(desk.complete(id, expected.value(), op(key, "completion"), Callers.current()));
    }

    /**
     * 200 with the booking of a client who did not come and the fee that was agreed for it, from the start on. Takes
     * back a mistaken arrival until a day after the end.
     */
    @Allowed(
            value = {THERAPIST, DESK},
            of = "booking")
    @PutMapping("/{id}/no-show")
    @CanRefuse({
        "404 unknown-booking: there is no such booking",
        "409 not-begun: the session has not begun",
        "409 not-confirmed: it is only held",
        "409 hold-expired: the hold has lapsed",
        "409 already-cancelled: it was cancelled",
        "409 already-completed: the session took place",
        "409 already-missed: this was entered before",
        "409 too-late-to-correct: the client counts as arrived for more than a day"
    })
    @ApiResponse(
            responseCode = "200",
            description = "The booking of a client who did not come, and the fee",
            content = @Content(schema = @Schema(implementation = BookingView.class)))
    ResponseEntity<?> miss(@PathVariable BookingId id, ExpectedVersion expected, @Nullable IdempotencyKey key) {
        return answer(desk.miss(id, expected.value(), op(key, "no-show"), Callers.current()));
    }

    private @Nullable Op op(@Nullable IdempotencyKey key, Object request) {
        return key == null ? null : new Op(key.value(), hash.of(request));
    }

    private ResponseEntity<?> answer(Answer answer) {
        return switch (answer) {
            case Answer.Done(var booking) ->
                ResponseEntity.ok()
                        .eTag(ExpectedVersion.etag(booking.version()))
                        .body(BookingView.of(booking));
            case Answer.No(var reason) -> Refusals.problem(reason).answer();
            case Answer.NotBookable(var why, var alternatives, int number) ->
                notBookable(Refusals.problem(why, ""), alternatives, number);
            case Answer.SlotTaken(var alternatives) ->
                Refusals.SLOT_TAKEN.with("alternatives", views(alternatives)).answer();
            case Answer.NobodyFree(var alternatives) ->
                Refusals.NOBODY_FREE.with("alternatives", views(alternatives)).answer();
            case Answer.ClientBusy() -> Refusals.CLIENT_BUSY.answer();
            case Answer.CompanionBusy() -> Refusals.COMPANION_BUSY.answer();
            case Answer.CompanionIsClient() -> Refusals.COMPANION_IS_CLIENT.answer();
            case Answer.WrongNumberOfTherapists(int sessions) ->
                Refusals.wrongNumberOfTherapists(sessions).answer();
            case Answer.UnknownSession(int sessions) ->
                Refusals.unknownSession(sessions).answer();
            case Answer.TooManyHolds(var holds) ->
                Refusals.problem(Refusal.TOO_MANY_HOLDS)
                        .with("holds", holds.stream().map(BookingView::of).toList())
                        .answer();
            case Answer.Costs costs -> answer(new Answer.Done(costs.booking()));
            case Answer.FeeNotAccepted(var fee) ->
                Refusals.FEE_NOT_ACCEPTED.with("fee", fee).answer();
            case Answer.ContactClinic(var phone, var email) ->
                Refusals.reachable(Refusals.problem(Refusal.CONTACT_CLINIC), phone, email)
                        .answer();
            case Answer.UnknownRoom() -> Refusals.UNKNOWN_ROOM.answer();
            case Answer.UnsuitableRoom() -> Refusals.UNSUITABLE_ROOM.answer();
            case Answer.RoomTaken() -> Refusals.ROOM_TAKEN.answer();
            case Answer.VersionChanged(long current) ->
                Refusals.VERSION_CHANGED.with("currentVersion", current).answer();
            case Answer.KeyReused() -> IdempotencyKey.REUSED.answer();
            case Answer.Unguarded() -> Refusals.NOT_READY.answer();
            case Answer.CatalogueUnknown() -> Refusals.CATALOGUE_NOT_READY.answer();
        };
    }

    private ResponseEntity<?> notBookable(Problem problem, List<FreeSlot> alternatives, int number) {
        var told = problem.with("alternatives", views(alternatives));
        return (number == 1 ? told : told.with("session", number)).answer();
    }

    /** A free time near the one that can't be had, in the clinic's zone; of a visit, its first therapist and its whole length. */
    private record Alternative(
            TherapistId therapistId, ClinicId clinicId, OffsetDateTime start, OffsetDateTime end, Money price) {}

    private List<Alternative> views(List<FreeSlot> slots) {
        return slots.stream()
                .map(slot -> {
                    var zone = availability
                            .catalogue()
                            .clinic(slot.clinicId())
                            .orElseThrow()
                            .zone();
                    return new Alternative(
                            slot.therapistId(),
                            slot.clinicId(),
                            slot.start().atZone(zone).toOffsetDateTime(),
                            slot.end().atZone(zone).toOffsetDateTime(),
                            slot.price());
                })
                .toList();
    }
}
