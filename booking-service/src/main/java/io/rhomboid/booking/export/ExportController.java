package io.rhomboid.booking.export;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.rhomboid.booking.client.Clients;
import io.rhomboid.booking.disclosure.Disclosures;
import io.rhomboid.booking.disclosure.Reasons;
import io.rhomboid.booking.export.Export.MissingPart;
import io.rhomboid.booking.export.http.OtherServices;
import io.rhomboid.booking.intake.IntakeAnswer;
import io.rhomboid.booking.intake.IntakeDesk;
import io.rhomboid.booking.plan.PlanAnswer;
import io.rhomboid.booking.plan.PlanDesk;
import io.rhomboid.booking.reservation.Actor;
import io.rhomboid.booking.reservation.Booking;
import io.rhomboid.booking.reservation.Bookings;
import io.rhomboid.booking.reservation.Timetable;
import io.rhomboid.booking.reservation.Whose;
import io.rhomboid.booking.reservation.web.BookingController.BookingView;
import io.rhomboid.booking.reservation.web.Callers;
import io.rhomboid.booking.session.SessionAnswer;
import io.rhomboid.booking.session.SessionDesk;
import io.rhomboid.booking.statement.StatementAnswer;
import io.rhomboid.booking.statement.StatementDesk;
import io.rhomboid.booking.vault.web.ForgottenClient;
import io.rhomboid.booking.voucher.Vouchers;
import io.rhomboid.booking.waitlist.Waitlist;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.platform.identity.AboutHealth;
import io.rhomboid.platform.identity.Access;
import io.rhomboid.platform.identity.Allowed;
import io.rhomboid.platform.identity.Caller.Person;
import io.rhomboid.platform.web.CanRefuse;

import static io.rhomboid.platform.identity.Who.CLIENT;

/** Hands clients all that is known of them here. */
@AboutHealth
@RestController
@RequestMapping("/api/v1/clients/{id}/export")
class ExportController {

    private static final int VOUCHERS = 1_000;

    /** As many as therapist-service is asked for at a time. */
    private static final int VISITS = 500;

    private static final Duration AHEAD = Duration.ofDays(800);

    private final Clients clients;
    private final Timetable timetable;
    private final Bookings bookings;
    private final StatementDesk statements;
    private final Waitlist waitlist;
    private final Vouchers vouchers;
    private final IntakeDesk intakes;
    private final SessionDesk sessions;
    private final PlanDesk plans;
    private final Disclosures disclosures;
    private final Reasons reasons;
    private final OtherServices others;
    private final JsonMapper json;
    private final Clock clock;

    ExportController(
            Clients clients,
            Timetable timetable,
            Bookings bookings,
            StatementDesk statements,
            Waitlist waitlist,
            Vouchers vouchers,
            IntakeDesk intakes,
            SessionDesk sessions,
            PlanDesk plans,
            Disclosures disclosures,
            Reasons reasons,
            OtherServices others,
            JsonMapper json,
            Clock clock) {
        this.clients = clients;
        this.timetable = timetable;
        this.bookings = bookings;
        this.statements = statements;
        this.waitlist = waitlist;
        this.vouchers = vouchers;
        this.intakes = intakes;
        this.sessions = sessions;
        this.plans = plans;
        this.disclosures = disclosures;
        this.reasons = reasons;
        this.others = others;
        this.json = json;
        this.clock = clock;
    }

    /** For whom it is written. */
    enum Format {
        /** Programs. */
        JSON,
        /** People: one page that needs nothing else. */
        HTML
    }

    /**
     * 200 with all that is known of you, as one file: what this service has, and what the others have of you, whom it asks
     * in your name. Where one of them does not answer, {@code missing} says so. What of it is about your health is put on
     * record as read.
     */
    @Allowed(value = CLIENT, of = "client")
    @GetMapping
    @CanRefuse({
        "400 invalid-parameter: a parameter is not as it must be",
        "404 unknown-client: it is not you",
        "410 client-forgotten: you had everything erased"
    })
    @ApiResponse(
            responseCode = "200",
            description = "Everything",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = Export.class)),
                @Content(mediaType = "text/html", schema = @Schema(type = "string"))
            })
    ResponseEntity<?> export(
            @PathVariable ClientId id,
            @RequestParam(defaultValue = "JSON") Format format,
            @Parameter(hidden = true) @RequestHeader(HttpHeaders.AUTHORIZATION) String authorization) {
        var now = clock.instant();
        var reader = Callers.current().actor();
        var intake = intakes.own(id, reader);
        var written = sessions.own(id, reader);
        if (intake instanceof IntakeAnswer.Forgotten || written instanceof SessionAnswer.Forgotten) {
            return ForgottenClient.PROBLEM.answer();
        }
        var bookings = bookings(id, reader, now);
        var reviews = reviews(authorization, bookings);
        var messages = others.messages(authorization);
        var missing = new ArrayList<MissingPart>();
        if (reviews.isEmpty()) missing.add(new MissingPart("reviews", "therapist-service"));
        if (messages.isEmpty()) missing.add(new MissingPart("messages", "notification-service"));
        var everything = new Export(
                id,
                now.atOffset(ZoneOffset.UTC),
                clients.find(Set.of(id)).get(id),
                bookings,
                waitlist.openOf(id).stream().map(Export.WaitPart::of).toList(),
                vouchers.of(id, VOUCHERS).stream().map(Export.VoucherPart::of).toList(),
                intake instanceof IntakeAnswer.Own own && own.intake().version() > 0 ? Export.IntakePart.of(own) : null,
                written instanceof SessionAnswer.Opened(var all)
                        ? all.stream().map(Export.SessionPart::of).toList()
                        : List.of(),
                plans.own(id, reader) instanceof PlanAnswer.All(var made)
                        ? made.stream().map(Export.PlanPart::of).toList()
                        : List.of(),
                reasons.opened(id, disclosures.of(id)).stream()
                        .map(Export.DisclosurePart::of)
                        .toList(),
                account(),
                reviews.orElse(null),
                messages.orElse(null),
                missing);
        var name = "rhomboid-" + LocalDate.ofInstant(now, ZoneOffset.UTC);
        return switch (format) {
            case JSON -> file(name + ".json", MediaType.APPLICATION_JSON).body(everything);
            case HTML ->
                file(name + ".html", MediaType.TEXT_HTML)
                        .body(ReadablePage.of("What Rhomboid knows of you", json.valueToTree(everything)));
        };
    }

    private static Export.AccountPart account() {
        var access = Access.current();
        var person = (Person) access.caller();
        return new Export.AccountPart(person.subject(), person.mail(), person.name(), access.memberships());
    }

    /** Empty if one of the answers is missing. */
    private Optional<List<JsonNode>> reviews(String authorization, List<Export.BookingPart> bookings) {
        var visits = bookings.stream()
                .map(Export.BookingPart::booking)
                .map(booking -> new OtherServices.Visit(booking.id(), booking.reference()))
                .toList();
        var all = new ArrayList<JsonNode>();
        for (int from = 0; from < visits.size() || from == 0; from += VISITS) {
            var answer = others.reviews(authorization, visits.subList(from, Math.min(from + VISITS, visits.size())));
            if (answer.isEmpty()) return Optional.empty();
            answer.get().path("reviews").forEach(all::add);
        }
        return Optional.of(all);
    }

    private static ResponseEntity.BodyBuilder file(String name, MediaType type) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString());
    }

    /** Those they came along to are somebody else's, and have nothing of theirs but that they came. */
    private List<Export.BookingPart> bookings(ClientId id, Actor reader, Instant now) {
        var all = new ArrayList<Booking>();
        timetable.read(new Whose.OfClient(id), Instant.EPOCH, now.plus(AHEAD), line -> all.add(line.booking()));
        return all.stream()
                .filter(booking -> booking.clientId().equals(id))
                .map(booking -> new Export.BookingPart(
                        BookingView.of(booking),
                        booking.note(),
                        statements.own(booking, reader) instanceof StatementAnswer.Shown(var answers)
                                ? answers.stream().map(Export.AnswerPart::of).toList()
                                : List.of(),
                        bookings.history(booking.id()).orElse(List.of()).stream()
                                .map(Export.ChangePart::of)
                                .toList()))
                .toList();
    }
}
