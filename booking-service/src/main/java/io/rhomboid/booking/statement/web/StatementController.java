package io.rhomboid.booking.statement.web;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.rhomboid.booking.reservation.Answer;
import io.rhomboid.booking.reservation.BookingDesk;
import io.rhomboid.booking.reservation.Op;
import io.rhomboid.booking.reservation.Refusal;
import io.rhomboid.booking.reservation.web.BookingController.BookingView;
import io.rhomboid.booking.reservation.web.Callers;
import io.rhomboid.booking.reservation.web.Refusals;
import io.rhomboid.booking.screening.Screened.Standing;
import io.rhomboid.booking.screening.ScreeningDesk.Opened;
import io.rhomboid.booking.screening.Statement;
import io.rhomboid.booking.statement.StatementAnswer;
import io.rhomboid.booking.statement.StatementDesk;
import io.rhomboid.booking.vault.web.ForgottenClient;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.platform.identity.AboutHealth;
import io.rhomboid.platform.identity.Access;
import io.rhomboid.platform.identity.Allowed;
import io.rhomboid.platform.web.CanRefuse;
import io.rhomboid.platform.web.ExpectedVersion;
import io.rhomboid.platform.web.IdempotencyKey;
import io.rhomboid.platform.web.Problem;

import static io.rhomboid.platform.identity.Who.CLIENT;
import static io.rhomboid.platform.identity.Who.THERAPIST;

/** What was answered when somebody booked, and what who treats decides about it. */
@AboutHealth
@RestController
@RequestMapping("/api/v1/bookings/{id}/screening")
class StatementController {

    private final StatementDesk desk;
    private final BookingDesk bookings;

    StatementController(StatementDesk desk, BookingDesk bookings) {
        this.desk = desk;
        this.bookings = bookings;
    }

    /** @param version the booking's, for {@code If-Match} */
    record ScreeningList(List<ScreenedView> screenings, long version) {}

    /**
     * @param at when it was answered; UTC
     * @param asks the rules by which a doctor had to be asked; none if nothing speaks against it
     * @param doctor who agreed, as the client states
     * @param reason why who treats has decided as they did
     */
    record ScreenedView(
            ClientId clientId,
            OffsetDateTime at,
            Standing standing,
            List<Statement.Ask> asks,
            @Nullable String doctor,
            @Nullable LocalDate agreedOn,
            @Nullable String reason) {

        static ScreenedView of(Opened opened) {
            var screened = opened.screened();
            var statement = opened.statement();
            return new ScreenedView(
                    screened.client(),
                    screened.at().atOffset(ZoneOffset.UTC),
                    screened.standing(),
                    statement == null ? List.of() : statement.asks(),
                    statement == null ? null : statement.doctor(),
                    statement == null ? null : statement.agreedOn(),
                    opened.why());
        }
    }

    enum Decision {
        RELEASE,
        REFUSE
    }

    /** @param reason the client reads it */
    record ReviewRequest(
            @NotNull Decision decision,

            @NotNull
            @Size(min = 3, max = 500)
            @Pattern(regexp = "[^\\p{Cntrl}]*\\S[^\\p{Cntrl}]*", message = "must be a reason on one line")
            String reason) {

        /** What is said about somebody's body is never written by accident. */
        @Override
        public String toString() {
            return "ReviewRequest[…]";
        }
    }

    /**
     * 200 with what was answered: to the client what they said, to who treats what those said whom they treat, from 30
     * days before the visit to 7 days after. That a statement was read is on record.
     */
    @Allowed(
            value = {CLIENT, THERAPIST},
            of = "booking")
    @GetMapping
    @CanRefuse({
        "404 unknown-booking: there is no such booking",
        "409 not-now: too early, or too late; says from when until when",
        "410 client-forgotten: the client had it erased"
    })
    @ApiResponse(
            responseCode = "200",
            description = "What was answered",
            content = @Content(schema = @Schema(implementation = ScreeningList.class)))
    ResponseEntity<?> read(@PathVariable BookingId id) {
        var booking = bookings.find(id).orElse(null);
        if (booking == null) return Refusals.problem(Refusal.UNKNOWN_BOOKING).answer();
        var reader = Callers.current().actor();
        var answer = Access.current().as() == THERAPIST
                ? desk.forVisit(booking, reader, Access.current().therapists())
                : desk.own(booking, reader);
        return answer(answer, booking.version());
    }

    /**
     * 200 with the booking: who treats has read what a doctor is said to have agreed to, and releases it or refuses to
     * treat. What is refused is cancelled, and costs nothing. The client is told that it is cancelled and not why; they
     * read that here.
     */
    @Allowed(value = THERAPIST, of = "booking")
    @PutMapping("/review")
    @CanRefuse({
        "404 unknown-booking: there is no such booking",
        "409 nothing-asked: no doctor had to be asked about who the caller treats here",
        "409 already-reviewed: it was decided before",
        "409 already-begun: the session has begun",
        "409 not-confirmed: it is only held",
        "409 hold-expired: the hold has lapsed",
        "409 already-cancelled: it was cancelled",
        "409 already-arrived: the client is there",
        "409 already-completed: the session took place",
        "409 already-missed: the client did not come",
        "410 client-forgotten: the client had it erased"
    })
    @ApiResponse(
            responseCode = "200",
            description = "The booking, standing or cancelled",
            content = @Content(schema = @Schema(implementation = BookingView.class)))
    ResponseEntity<?> review(
            @PathVariable BookingId id,
            ExpectedVersion expected,
            @Nullable IdempotencyKey key,
            @Valid @RequestBody ReviewRequest request) {
        var booking = bookings.find(id).orElse(null);
        if (booking == null) return Refusals.problem(Refusal.UNKNOWN_BOOKING).answer();
        // Why is not in it, for what was said about somebody's body could be guessed from a hash.
        var op = key == null ? null : new Op(key.value(), request.decision().name());
        var answer = desk.decide(
                booking,
                expected.value(),
                op,
                request.decision() == Decision.RELEASE,
                request.reason().strip(),
                Callers.current(),
                Access.current().therapists());
        return answer(answer, booking.version());
    }

    private static ResponseEntity<?> answer(StatementAnswer answer, long version) {
        return switch (answer) {
            case StatementAnswer.Shown(var screenings) ->
                ResponseEntity.ok()
                        .eTag(ExpectedVersion.etag(version))
                        .body(new ScreeningList(
                                screenings.stream().map(ScreenedView::of).toList(), version));
            case StatementAnswer.Decided(Answer.Done(var booking)) ->
                ResponseEntity.ok()
                        .eTag(ExpectedVersion.etag(booking.version()))
                        .body(BookingView.of(booking));
            case StatementAnswer.Decided(Answer.No(var reason)) ->
                Refusals.problem(reason).answer();
            case StatementAnswer.Decided(Answer.VersionChanged(long current)) ->
                Refusals.VERSION_CHANGED.with("currentVersion", current).answer();
            case StatementAnswer.Decided(Answer.KeyReused()) -> IdempotencyKey.REUSED.answer();
            case StatementAnswer.Decided(var other) ->
                throw new IllegalStateException("no answer to a decision: " + other);
            case StatementAnswer.NotNow(var from, var until) ->
                Problem.of(
                                HttpStatus.CONFLICT,
                                "not-now",
                                "Who treats reads it from 30 days before a confirmed visit to 7 days after it.")
                        .with("from", from.atOffset(ZoneOffset.UTC))
                        .with("until", until.atOffset(ZoneOffset.UTC))
                        .answer();
            case StatementAnswer.Forgotten() -> ForgottenClient.PROBLEM.answer();
        };
    }
}
