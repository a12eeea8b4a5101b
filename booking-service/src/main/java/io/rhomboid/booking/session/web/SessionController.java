package io.rhomboid.booking.session.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

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

import io.rhomboid.booking.reservation.Booking;
import io.rhomboid.booking.reservation.BookingDesk;
import io.rhomboid.booking.reservation.web.Callers;
import io.rhomboid.booking.session.Moment;
import io.rhomboid.booking.session.Note;
import io.rhomboid.booking.session.SessionAnswer;
import io.rhomboid.booking.session.SessionAnswer.Shown;
import io.rhomboid.booking.session.SessionDesk;
import io.rhomboid.booking.vault.web.ForgottenClient;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.treatment.Treatment.Pressure;
import io.rhomboid.platform.identity.AboutHealth;
import io.rhomboid.platform.identity.Access;
import io.rhomboid.platform.identity.Allowed;
import io.rhomboid.platform.web.CanRefuse;
import io.rhomboid.platform.web.ExpectedVersion;
import io.rhomboid.platform.web.Problem;

import static io.rhomboid.platform.identity.Who.CLIENT;
import static io.rhomboid.platform.identity.Who.GUEST;
import static io.rhomboid.platform.identity.Who.THERAPIST;

/** Takes notes and pain down, and shows them. */
@AboutHealth
@RestController
@RequestMapping("/api/v1")
class SessionController {

    private final SessionDesk desk;
    private final BookingDesk bookings;

    SessionController(SessionDesk desk, BookingDesk bookings) {
        this.desk = desk;
        this.bookings = bookings;
    }

    /** @param level 0 (nothing) to 10 (the worst) */
    record PainRequest(@NotNull @Min(0) @Max(10) Integer level) {

        /** What somebody says about their body is never written by accident. */
        @Override
        public String toString() {
            return "PainRequest[…]";
        }
    }

    /** @param sessions the first one first */
    record NoteList(List<SessionNotes> sessions) {}

    /**
     * A session as who treats sees it.
     *
     * @param version for {@code If-Match}
     * @param start UTC
     * @param entries the note and its amendments; the last one holds
     * @param painBefore as the client says, 0 to 10
     */
    record SessionNotes(
            BookingId bookingId,
            int session,
            long version,
            OffsetDateTime start,
            List<NoteEntryView> entries,
            @Nullable Integer painBefore,
            @Nullable Integer painAfter) {

        static SessionNotes of(Shown shown) {
            var record = shown.session();
            var entries = shown.entries().stream()
                    .map(entry -> new NoteEntryView(entry.by(), utc(entry.at()), entry.because(), entry.note()))
                    .toList();
            return new SessionNotes(
                    record.bookingId(),
                    record.number(),
                    record.version(),
                    utc(record.start()),
                    entries,
                    shown.pain().get(Moment.BEFORE),
                    shown.pain().get(Moment.AFTER));
        }
    }

    /** @param by subject of the account that wrote it */
    record NoteEntryView(
            String by, OffsetDateTime at, @Nullable String because, Note note) {}

    /** @param sessions the first one first: the pain before and after each is what a chart is drawn from */
    record SummaryList(List<Summary> sessions) {}

    /**
     * A session as its client sees it.
     *
     * @param version for {@code If-Match}
     * @param start UTC
     * @param areas treated
     * @param selfCare what you can do until next time
     * @param painBefore as you said, 0 to 10
     */
    record Summary(
            BookingId bookingId,
            int session,
            long version,
            OffsetDateTime start,
            SortedSet<String> areas,
            @Nullable String technique,
            Pressure.@Nullable Level pressure,
            List<String> selfCare,
            @Nullable Integer painBefore,
            @Nullable Integer painAfter) {

        private static final Note NOTHING =
                new Note(new TreeSet<>(), null, null, null, List.of(), null, null, null, null);

        static Summary of(Shown shown) {
            var record = shown.session();
            var note = Objects.requireNonNullElse(shown.note(), NOTHING);
            return new Summary(
                    record.bookingId(),
                    record.number(),
                    record.version(),
                    utc(record.start()),
                    note.areas(),
                    note.technique(),
                    note.pressure(),
                    note.selfCare(),
                    shown.pain().get(Moment.BEFORE),
                    shown.pain().get(Moment.AFTER));
        }
    }

    /**
     * 200 with the session once its note is written, or amended: what was written before stays. From the client's arrival
     * on. {@code If-Match: "0"} for the first.
     */
    @Allowed(value = THERAPIST, of = "booking")
    @PutMapping("/bookings/{id}/sessions/{number}/note")
    @CanRefuse({
        "404 unknown-booking: there is no such booking",
        "404 unknown-session: the visit has no such session, or it is somebody else's",
        "409 not-arrived: the client has not arrived",
        "410 client-forgotten: the client had everything erased",
        "422 reason-missing: an amendment says why"
    })
    @ApiResponse(
            responseCode = "200",
            description = "The session",
            content = @Content(schema = @Schema(implementation = SessionNotes.class)))
    ResponseEntity<?> write(
            @PathVariable BookingId id,
            @PathVariable int number,
            ExpectedVersion expected,
            @Valid @RequestBody SessionNoteRequest request) {
        return of(
                id,
                booking -> desk.write(
                        booking,
                        number,
                        expected.value(),
                        request.toNote(),
                        request.because(),
                        Callers.current().actor(),
                        Access.current().therapists()),
                shown -> tagged(shown, SessionNotes::of));
    }

    /**
     * 200 with what was written down of those whom the reader treats in this visit, of former sessions too; from 30 days
     * before the visit to 7 days after. That it was read is on record.
     */
    @Allowed(value = THERAPIST, of = "booking")
    @GetMapping("/bookings/{id}/notes")
    @CanRefuse({
        "404 unknown-booking: there is no such booking",
        "409 not-now: too early, or too late; says from when until when",
        "410 client-forgotten: the client had everything erased"
    })
    @ApiResponse(
            responseCode = "200",
            description = "The notes",
            content = @Content(schema = @Schema(implementation = NoteList.class)))
    ResponseEntity<?> notes(@PathVariable BookingId id) {
        return of(
                id,
                booking -> desk.forVisit(
                        booking, Callers.current().actor(), Access.current().therapists()),
                all -> ResponseEntity.ok(
                        new NoteList(all.stream().map(SessionNotes::of).toList())));
    }

    /** 200 with the session: how much it hurts before it, from a day before; {@code If-Match: "0"} for the first. */
    @Allowed(
            value = {CLIENT, GUEST},
            of = "booking")
    @PutMapping("/bookings/{id}/sessions/{number}/pain-before")
    @CanRefuse({
        "404 unknown-booking: there is no such booking",
        "404 unknown-session: the visit has no such session, or it is somebody else's",
        "409 not-the-moment: too early or too late; says from when until when",
        "410 client-forgotten: you had everything erased"
    })
    @ApiResponse(
            responseCode = "200",
            description = "The session",
            content = @Content(schema = @Schema(implementation = Summary.class)))
    ResponseEntity<?> before(
            @PathVariable BookingId id,
            @PathVariable int number,
            ExpectedVersion expected,
            @Valid @RequestBody PainRequest request) {
        return say(id, number, expected, Moment.BEFORE, request);
    }

    /** 200 with the session: how much it hurts after it, until a week after. */
    @Allowed(
            value = {CLIENT, GUEST},
            of = "booking")
    @PutMapping("/bookings/{id}/sessions/{number}/pain-after")
    @CanRefuse({
        "404 unknown-booking: there is no such booking",
        "404 unknown-session: the visit has no such session, or it is somebody else's",
        "409 not-the-moment: too early or too late; says from when until when",
        "410 client-forgotten: you had everything erased"
    })
    @ApiResponse(
            responseCode = "200",
            description = "The session",
            content = @Content(schema = @Schema(implementation = Summary.class)))
    ResponseEntity<?> after(
            @PathVariable BookingId id,
            @PathVariable int number,
            ExpectedVersion expected,
            @Valid @RequestBody PainRequest request) {
        return say(id, number, expected, Moment.AFTER, request);
    }

    private ResponseEntity<?> say(
            BookingId id, int number, ExpectedVersion expected, Moment moment, PainRequest request) {
        return of(
                id,
                booking -> desk.say(booking, number, expected.value(), moment, request.level()),
                shown -> tagged(shown, Summary::of));
    }

    /** 200 with the client's own sessions, the first one first. That they were read is on record. */
    @Allowed(value = CLIENT, of = "client")
    @GetMapping("/clients/{id}/sessions")
    @CanRefuse({"404 unknown-client: it is not you", "410 client-forgotten: you had everything erased"})
    @ApiResponse(
            responseCode = "200",
            description = "Your sessions",
            content = @Content(schema = @Schema(implementation = SummaryList.class)))
    ResponseEntity<?> own(@PathVariable ClientId id) {
        return answer(
                desk.own(id, Callers.current().actor()),
                all -> ResponseEntity.ok(
                        new SummaryList(all.stream().map(Summary::of).toList())));
    }

    private ResponseEntity<?> of(
            BookingId id, Function<Booking, SessionAnswer> ask, Function<List<Shown>, ResponseEntity<?>> done) {
        var booking = bookings.find(id);
        return booking.isEmpty()
                ? Problem.of(HttpStatus.NOT_FOUND, "unknown-booking", "There is no such booking.")
                        .answer()
                : answer(ask.apply(booking.get()), done);
    }

    private static ResponseEntity<?> tagged(List<Shown> shown, Function<Shown, ?> view) {
        var session = shown.getFirst();
        return ResponseEntity.ok()
                .eTag(ExpectedVersion.etag(session.session().version()))
                .body(view.apply(session));
    }

    private static ResponseEntity<?> answer(SessionAnswer answer, Function<List<Shown>, ResponseEntity<?>> done) {
        return switch (answer) {
            case SessionAnswer.Opened(var sessions) -> done.apply(sessions);
            case SessionAnswer.UnknownSession() ->
                Problem.of(HttpStatus.NOT_FOUND, "unknown-session", "The visit has no such session of yours.")
                        .answer();
            case SessionAnswer.NotArrived() ->
                conflict("not-arrived", "Notes are taken from the client's arrival on. Enter the arrival first.")
                        .answer();
            case SessionAnswer.UnknownArea(var known) ->
                Problem.invalid("areas", "must be of " + String.join(", ", known))
                        .answer();
            case SessionAnswer.ReasonMissing() ->
                Problem.of(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                "reason-missing",
                                "There is a note already, and it stays. Say why you amend it.")
                        .field("because", "must say why the note is amended")
                        .answer();
            case SessionAnswer.NotTheMoment(var from, var until) ->
                conflict(
                                "not-the-moment",
                                "Pain before it can be said from a day before the session, pain after it from its start; both until a week later.")
                        .with("from", utc(from))
                        .with("until", utc(until))
                        .answer();
            case SessionAnswer.NotNow(var from, var until) ->
                conflict("not-now", "Who treats reads notes from 30 days before a confirmed visit to 7 days after it.")
                        .with("from", utc(from))
                        .with("until", utc(until))
                        .answer();
            case SessionAnswer.VersionChanged(long current) ->
                Problem.of(
                                HttpStatus.PRECONDITION_FAILED,
                                "version-changed",
                                "The session has changed since you read it. Read it again.")
                        .with("currentVersion", current)
                        .answer();
            case SessionAnswer.Forgotten() -> ForgottenClient.PROBLEM.answer();
        };
    }

    private static Problem conflict(String type, String detail) {
        return Problem.of(HttpStatus.CONFLICT, type, detail);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
