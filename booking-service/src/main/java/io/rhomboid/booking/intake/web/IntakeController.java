package io.rhomboid.booking.intake.web;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.rhomboid.booking.intake.Form;
import io.rhomboid.booking.intake.IntakeAnswer;
import io.rhomboid.booking.intake.IntakeAnswer.Wrong;
import io.rhomboid.booking.intake.IntakeDesk;
import io.rhomboid.booking.reservation.Booking;
import io.rhomboid.booking.reservation.BookingDesk;
import io.rhomboid.booking.reservation.web.Callers;
import io.rhomboid.booking.vault.web.ForgottenClient;
import io.rhomboid.contracts.alert.AlertId;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.staff.Membership;
import io.rhomboid.platform.identity.AboutHealth;
import io.rhomboid.platform.identity.Access;
import io.rhomboid.platform.identity.Allowed;
import io.rhomboid.platform.identity.Caller;
import io.rhomboid.platform.identity.SecurityEvents;
import io.rhomboid.platform.identity.SecurityEvents.Kind;
import io.rhomboid.platform.web.CanRefuse;
import io.rhomboid.platform.web.ExpectedVersion;
import io.rhomboid.platform.web.IdempotencyKey;
import io.rhomboid.platform.web.Problem;

import static io.rhomboid.platform.identity.Who.ANYONE;
import static io.rhomboid.platform.identity.Who.CLIENT;
import static io.rhomboid.platform.identity.Who.CLINIC_ADMIN;
import static io.rhomboid.platform.identity.Who.GUEST;
import static io.rhomboid.platform.identity.Who.THERAPIST;

/** Takes intakes in, and shows them to those who may read them. */
@AboutHealth
@RestController
@RequestMapping("/api/v1")
class IntakeController {

    static final Problem UNKNOWN_BOOKING =
            Problem.of(HttpStatus.NOT_FOUND, "unknown-booking", "There is no such booking.");

    private final IntakeDesk desk;
    private final BookingDesk bookings;
    private final SecurityEvents events;

    IntakeController(IntakeDesk desk, BookingDesk bookings, SecurityEvents events) {
        this.desk = desk;
        this.bookings = bookings;
        this.events = events;
    }

    record FormView(
            int version,
            Form.Consent consent,
            List<Form.Area> areas,
            List<Form.Option> goals,
            List<Form.Option> qualities) {}

    /** @param bookingId the visit for which nothing has changed */
    record UnchangedRequest(@NotNull BookingId bookingId) {}

    /** @param reason in your words; the client reads it */
    record GlassRequest(
            @NotNull
            @Size(min = 10, max = 500)
            @Pattern(regexp = "[^\\p{Cntrl}]*\\S[^\\p{Cntrl}]*", message = "must be a reason on one line")
            String reason) {

        /** It may say something about somebody's body, and is never written by accident. */
        @Override
        public String toString() {
            return "GlassRequest[…]";
        }
    }

    /** @param until UTC */
    record GlassView(BookingId bookingId, OffsetDateTime until) {}

    /** @param intakes of those whom the reader treats */
    record IntakeList(List<IntakeView> intakes) {}

    /** 200 with what is asked, and the words of the consent. */
    @Allowed(ANYONE)
    @GetMapping("/intake-form")
    FormView form() {
        var form = desk.form();
        return new FormView(form.version(), form.consent(), form.areas(), form.goals(), form.qualities());
    }

    /** 200 with the client's own, of version 0 while there is nothing. That it was read is on record. */
    @Allowed(
            value = {CLIENT, GUEST},
            of = "client")
    @GetMapping("/clients/{id}/intake")
    @CanRefuse({"404 unknown-client: it is not you", "410 client-forgotten: you had it erased"})
    @ApiResponse(
            responseCode = "200",
            description = "What you said",
            content = @Content(schema = @Schema(implementation = IntakeView.class)))
    ResponseEntity<?> own(@PathVariable ClientId id) {
        return answer(desk.own(id, Callers.current().actor()));
    }

    /** 200 with the intake as it is kept now: as a draft, or handed in for a year. {@code If-Match: "0"} for the first. */
    @Allowed(
            value = {CLIENT, GUEST},
            of = "client")
    @PutMapping("/clients/{id}/intake")
    @CanRefuse({
        "404 unknown-client: it is not you",
        "410 client-forgotten: you had it erased",
        "422 intake-incomplete: it can't be handed in yet; names what is missing",
        "422 consent-needed: the consent is missing, or to former words; names the words"
    })
    @ApiResponse(
            responseCode = "200",
            description = "What you said",
            content = @Content(schema = @Schema(implementation = IntakeView.class)))
    ResponseEntity<?> put(
            @PathVariable ClientId id, ExpectedVersion expected, @Valid @RequestBody IntakeRequest request) {
        return answer(
                request.handIn()
                        ? desk.handIn(id, expected.value(), request.toSaid(), request.consent())
                        : desk.keepDraft(id, expected.value(), request.toSaid()));
    }

    /** 200 with the intake, of which the client says for a visit that nothing has changed. */
    @Allowed(
            value = {CLIENT, GUEST},
            of = "client")
    @PutMapping("/clients/{id}/intake/confirmation")
    @CanRefuse({
        "404 unknown-client: it is not you",
        "409 intake-due: nothing was handed in, or more than a year ago",
        "410 client-forgotten: you had it erased",
        "422 unknown-booking: it is not a visit of this client"
    })
    @ApiResponse(
            responseCode = "200",
            description = "What you said",
            content = @Content(schema = @Schema(implementation = IntakeView.class)))
    ResponseEntity<?> unchanged(
            @PathVariable ClientId id, ExpectedVersion expected, @Valid @RequestBody UnchangedRequest request) {
        var visit = bookings.find(request.bookingId())
                .filter(booking -> booking.parts().stream()
                        .anyMatch(part -> part.clientId().equals(id)));
        if (visit.isEmpty()) {
            return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "unknown-booking", "bookingId names no visit of yours.")
                    .field("bookingId", "names no visit of yours")
                    .answer();
        }
        return answer(desk.confirmUnchanged(id, expected.value(), visit.get()));
    }

    /**
     * 200 with what those have handed in whom the reader treats in this visit, from 30 days before it to 7 days after.
     * At other times, and to the clinic's admin, only to who has broken the glass. That it was read is on record.
     */
    @Allowed(
            value = {THERAPIST, CLINIC_ADMIN},
            of = "booking")
    @GetMapping("/bookings/{id}/intake")
    @CanRefuse({
        "409 not-now: too early, or too late; says from when until when",
        "409 behind-glass: the reader treats nobody in this visit",
        "404 unknown-booking: there is no such booking",
        "410 client-forgotten: the client had it erased"
    })
    @ApiResponse(
            responseCode = "200",
            description = "What was handed in",
            content = @Content(schema = @Schema(implementation = IntakeList.class)))
    ResponseEntity<?> forVisit(@PathVariable BookingId id) {
        return bookings.find(id).<ResponseEntity<?>>map(this::read).orElseGet(UNKNOWN_BOOKING::answer);
    }

    private ResponseEntity<?> read(Booking booking) {
        return answer(desk.forVisit(
                booking, Callers.current().actor(), Access.current().therapists()));
    }

    /**
     * 201: for an hour the caller may read what belongs to this visit, because somebody's health asks for it. The clinic
     * is told at once, by mail and in its inbox; the reason is sealed, and the client reads it in their record.
     */
    @Allowed(
            value = {THERAPIST, CLINIC_ADMIN},
            of = "booking")
    @PostMapping("/bookings/{id}/broken-glass")
    @CanRefuse({
        "404 unknown-booking: there is no such booking",
        "410 client-forgotten: the client had everything erased"
    })
    @ApiResponse(
            responseCode = "201",
            description = "Until when",
            content = @Content(schema = @Schema(implementation = GlassView.class)))
    ResponseEntity<?> breakGlass(
            @PathVariable BookingId id, IdempotencyKey key, @Valid @RequestBody GlassRequest request) {
        var booking = bookings.find(id).orElse(null);
        if (booking == null) return UNKNOWN_BOOKING.answer();
        var by = Callers.current().actor();
        var clinic = booking.session().clinicId();
        var as = Access.current().memberships().stream()
                .filter(one -> one.clinicId().equals(clinic))
                .map(Membership::therapistId)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        var glass = desk.breakGlass(
                        new AlertId(key.idFor("glass " + by.id())),
                        booking,
                        by,
                        Access.current().caller() instanceof Caller.Person person ? person.name() : null,
                        as,
                        request.reason().strip())
                .orElse(null);
        if (glass == null) return ForgottenClient.PROBLEM.answer();
        if (!glass.booking().equals(id)) return IdempotencyKey.REUSED.answer();
        events.record(
                Kind.GLASS_BROKEN, Access.current().caller(), "POST /api/v1/bookings/{id}/broken-glass", id.toString());
        return ResponseEntity.status(HttpStatus.CREATED).body(new GlassView(id, IntakeView.utc(glass.until())));
    }

    private static ResponseEntity<?> answer(IntakeAnswer answer) {
        return switch (answer) {
            case IntakeAnswer.Own own ->
                ResponseEntity.ok()
                        .eTag(ExpectedVersion.etag(own.intake().version()))
                        .body(IntakeView.of(own));
            case IntakeAnswer.Opened(var intakes) ->
                ResponseEntity.ok(
                        new IntakeList(intakes.stream().map(IntakeView::of).toList()));
            case IntakeAnswer.Senseless(var wrong) ->
                fields(Problem.of(HttpStatus.BAD_REQUEST, "invalid-field", "Something in it can't be meant."), wrong);
            case IntakeAnswer.Incomplete(var missing) ->
                fields(
                        Problem.of(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                "intake-incomplete",
                                "Answer what is missing, or keep it as a draft."),
                        missing);
            case IntakeAnswer.ConsentNeeded(var consent) ->
                Problem.of(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                "consent-needed",
                                "We keep what you say about your health only if you agree to these words.")
                        .field("consent", "must be " + consent.version())
                        .with("consent", consent)
                        .answer();
            case IntakeAnswer.VersionChanged(long current) ->
                Problem.of(
                                HttpStatus.PRECONDITION_FAILED,
                                "version-changed",
                                "The intake has changed since you read it. Read it again.")
                        .with("currentVersion", current)
                        .answer();
            case IntakeAnswer.NothingHandedIn() ->
                Problem.of(
                                HttpStatus.CONFLICT,
                                "intake-due",
                                "There is no intake of the last year. Hand one in: PUT /api/v1/clients/{id}/intake.")
                        .answer();
            case IntakeAnswer.NotNow(var from, var until) ->
                Problem.of(
                                HttpStatus.CONFLICT,
                                "not-now",
                                "Who treats reads it from 30 days before a confirmed visit to 7 days after it. If somebody's"
                                        + " health asks for it now, break the glass.")
                        .with("from", IntakeView.utc(from))
                        .with("until", IntakeView.utc(until))
                        .answer();
            case IntakeAnswer.BehindGlass() ->
                Problem.of(
                                HttpStatus.CONFLICT,
                                "behind-glass",
                                "It is for those who treat the client in this visit. If somebody's health asks for it now,"
                                        + " break the glass.")
                        .answer();
            case IntakeAnswer.Forgotten() -> ForgottenClient.PROBLEM.answer();
        };
    }

    private static ResponseEntity<?> fields(Problem problem, List<Wrong> wrong) {
        for (var one : wrong) problem = problem.field(one.field(), one.message());
        return problem.answer();
    }
}
