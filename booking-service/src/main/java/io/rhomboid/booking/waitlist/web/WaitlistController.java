package io.rhomboid.booking.waitlist.web;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import io.swagger.v3.oas.annotations.Parameter;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.rhomboid.booking.availability.Availability;
import io.rhomboid.booking.availability.FreeSlot;
import io.rhomboid.booking.availability.PartOfDay;
import io.rhomboid.booking.client.Clients;
import io.rhomboid.booking.reservation.Op;
import io.rhomboid.booking.reservation.web.Callers;
import io.rhomboid.booking.reservation.web.ClientRequest;
import io.rhomboid.booking.reservation.web.GuestPasses;
import io.rhomboid.booking.screening.Screenings;
import io.rhomboid.booking.screening.web.ScreeningDoor;
import io.rhomboid.booking.screening.web.ScreeningRequest;
import io.rhomboid.booking.vault.web.ForgottenClient;
import io.rhomboid.booking.waitlist.Entry;
import io.rhomboid.booking.waitlist.Offer;
import io.rhomboid.booking.waitlist.Standing;
import io.rhomboid.booking.waitlist.WaitlistAnswer;
import io.rhomboid.booking.waitlist.WaitlistAnswer.Why;
import io.rhomboid.booking.waitlist.WaitlistDesk;
import io.rhomboid.booking.waitlist.Wish;
import io.rhomboid.contracts.Money;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.client.Client;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.clinic.Clinic;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.clinic.WaitlistOrder;
import io.rhomboid.contracts.therapist.Therapist;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.treatment.TreatmentCode;
import io.rhomboid.contracts.waitlist.LapseReason;
import io.rhomboid.contracts.waitlist.WaitlistEntryId;
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
import static io.rhomboid.platform.identity.Who.SIGNED_IN;

/** Waiting for a slot that is taken, over HTTP. */
@Allowed(
        value = {CLIENT, GUEST, DESK},
        of = "entry")
@RestController
@RequestMapping("/api/v1/waitlist")
class WaitlistController {

    private static final int LONGEST_NOTICE = 7 * 24 * 60;

    private final WaitlistDesk desk;
    private final ScreeningDoor door;
    private final Clients clients;
    private final Availability availability;
    private final BodyHash hash;
    private final GuestPasses passes;

    WaitlistController(
            WaitlistDesk desk,
            ScreeningDoor door,
            Clients clients,
            Availability availability,
            BodyHash hash,
            GuestPasses passes) {
        this.desk = desk;
        this.door = door;
        this.clients = clients;
        this.availability = availability;
        this.hash = hash;
        this.passes = passes;
    }

    /**
     * What somebody waits for.
     *
     * @param lengthsMinutes of the treatment's lengths; any of these will do
     * @param therapistId left out: anybody
     * @param from the first day, on the clinic's calendar
     * @param until the last day, inclusive
     * @param daysOfWeek left out: any
     * @param partsOfDay in which it may start; left out: any
     * @param noticeMinutes how long before the start they must know, to get there; left out: none
     */
    record WaitlistRequest(
            @NotNull ClinicId clinicId,
            @NotNull TreatmentCode treatment,
            @NotNull @Size(min = 1, max = 10) List<@NotNull @Min(1) @Max(1440) Integer> lengthsMinutes,
            @Nullable TherapistId therapistId,
            @NotNull LocalDate from,
            @NotNull LocalDate until,
            @Nullable @Size(max = 7) Set<@NotNull DayOfWeek> daysOfWeek,
            @Nullable @Size(max = 3) Set<@NotNull PartOfDay> partsOfDay,
            @Nullable @Min(0) @Max(LONGEST_NOTICE) Integer noticeMinutes,
            @NotNull @Valid ClientRequest client) {

        Wish toWish() {
            return new Wish(
                    clinicId,
                    treatment,
                    lengthsMinutes,
                    therapistId,
                    from,
                    until,
                    daysOfWeek == null ? Set.of() : daysOfWeek,
                    partsOfDay == null ? Set.of() : partsOfDay,
                    Duration.ofMinutes(noticeMinutes == null ? 0 : noticeMinutes));
        }
    }

    /**
     * Somebody's place on the waitlist.
     *
     * @param state WAITING, OFFERED, TAKEN, LAPSED or CANCELLED
     * @param offer only when OFFERED: what is kept for them, until when
     * @param bookingId only when TAKEN: the session
     * @param lapsed only when LAPSED: why
     */
    record EntryView(
            WaitlistEntryId id,
            long version,
            String state,
            ClinicId clinicId,
            TreatmentCode treatment,
            List<Integer> lengthsMinutes,
            @Nullable TherapistId therapistId,
            LocalDate from,
            LocalDate until,
            List<DayOfWeek> daysOfWeek,
            List<PartOfDay> partsOfDay,
            long noticeMinutes,
            OffsetDateTime joinedAt,
            @Nullable OfferView offer,
            @Nullable BookingId bookingId,
            @Nullable LapseReason lapsed) {}

    /**
     * A slot that is kept for them.
     *
     * @param start in the clinic's zone
     * @param until accept before this, or it is the next one's
     */
    record OfferView(
            TherapistId therapistId,
            String therapistName,
            TreatmentCode treatment,
            OffsetDateTime start,
            OffsetDateTime end,
            ZoneId zone,
            Money price,
            OffsetDateTime until) {}

    /** @param order the clinic's */
    record WaitlistView(ClinicId clinicId, WaitlistOrder order, int offerMinutes, List<PlaceView> entries) {}

    /**
     * One who waits, as the desk sees them.
     *
     * @param position in the clinic's order, from 1
     * @param why they stand there; or, of an offer, why it was their turn
     * @param holdId only when OFFERED: the booking that keeps the slot
     */
    record PlaceView(
            int position,
            String why,
            EntryView entry,
            WaitingClientView client,
            @Nullable BookingId holdId) {}

    /** @param name empty if it is not known any more */
    record WaitingClientView(
            ClientId id, String name, @Nullable String phone) {}

    /**
     * 201 with the place on the waitlist, also to a repeat. When something becomes free that fits, it is kept for the
     * one whose turn it is, and a mail tells until when.
     *
     * <p>Who has no account gets a pass to their place in the header {@code Guest-Pass}, and with the mail a link.
     */
    @Allowed(ANYONE)
    @PostMapping
    @CanRefuse({
        "409 free-now: nobody need wait; names up to three starts that can be booked",
        "409 too-many-entries: the client waits for five already",
        "422 unknown-clinic: there is no such clinic",
        "422 unknown-treatment: there is no such treatment",
        "422 unknown-therapist: there is no such therapist",
        "422 wrong-length: the treatment is not given that long there; names the lengths",
        "422 not-offered: nobody there gives it, or not this therapist",
        "422 wrong-dates: the days are over, too far ahead or the wrong way round",
        "503 catalogue-not-ready: we do not know the clinics yet"
    })
    @ApiResponse(
            responseCode = "201",
            description = "The place on the waitlist",
            content = @Content(schema = @Schema(implementation = EntryView.class)))
    ResponseEntity<?> join(IdempotencyKey key, @Valid @RequestBody WaitlistRequest request) {
        if (request.until.isBefore(request.from)) {
            return wrong("wrong-dates", "until", "must be " + request.from + " or later, the last day to come");
        }
        var id = new WaitlistEntryId(key.idFor("waitlist"));
        var answer = desk.join(id, new Op(key.value(), hash.of(request)), request.toWish(), request.client.toClient());
        if (!(answer instanceof WaitlistAnswer.Done(var entry))) return answer(answer);
        var created = ResponseEntity.created(URI.create("/api/v1/waitlist/" + entry.id()))
                .eTag(ExpectedVersion.etag(entry.version()))
                .cacheControl(CacheControl.noStore());
        passes.hand(created, Guest.of(entry.id(), entry.clientId()));
        return created.body(view(entry));
    }

    /** 200 with the place on the waitlist and what is offered, 404 if there is none. */
    @GetMapping("/{id}")
    @CanRefuse("404 unknown-entry: there is no such place on the waitlist")
    @ApiResponse(
            responseCode = "200",
            description = "The place on the waitlist",
            content = @Content(schema = @Schema(implementation = EntryView.class)))
    ResponseEntity<?> find(@PathVariable WaitlistEntryId id) {
        return answer(desk.find(id)
                .<WaitlistAnswer>map(WaitlistAnswer.Done::new)
                .orElse(new WaitlistAnswer.No(Why.UNKNOWN_ENTRY)));
    }

    /** @param entries where they wait or are offered something, the first joined first */
    record OwnPlaces(List<EntryView> entries) {}

    /**
     * 200 with the caller's own places on waitlists, by their verified mail address: those that are still open. None for
     * an account without one.
     */
    @Allowed(SIGNED_IN)
    @GetMapping("/own")
    @ApiResponse(
            responseCode = "200",
            description = "The caller's places",
            content = @Content(schema = @Schema(implementation = OwnPlaces.class)))
    ResponseEntity<OwnPlaces> own() {
        var entries = Callers.account().flatMap(clients::known).map(desk::of).orElse(List.of());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new OwnPlaces(entries.stream().map(this::view).toList()));
    }

    /** 200 with all who wait at a clinic or are offered something, in its order; for the desk. */
    @Allowed(value = DESK, of = "clinic", by = "clinicId")
    @GetMapping
    @CanRefuse({
        "400 missing-parameter: clinicId must be there",
        "400 invalid-parameter: clinicId is not as it must be",
        "404 unknown-clinic: there is no such clinic"
    })
    @ApiResponse(
            responseCode = "200",
            description = "Who waits, and why in this order",
            content = @Content(schema = @Schema(implementation = WaitlistView.class)))
    ResponseEntity<?> list(
            @Parameter(schema = @Schema(type = "string", format = "uuid")) @RequestParam ClinicId clinicId) {
        var entries = desk.at(clinicId);
        if (entries.isEmpty()) {
            return Problem.of(HttpStatus.NOT_FOUND, "unknown-clinic", "There is no clinic " + clinicId + ".")
                    .answer();
        }
        var policy = availability.catalogue().clinic(clinicId).orElseThrow().policy();
        var names = clients.find(entries.get().stream().map(Entry::clientId).collect(Collectors.toSet()));
        var places = new ArrayList<PlaceView>();
        for (var entry : entries.get()) {
            var client = names.get(entry.clientId());
            var offer = offer(entry);
            places.add(new PlaceView(
                    places.size() + 1,
                    offer == null ? why(entry, policy.waitlistOrder()) : why(offer),
                    view(entry),
                    client(entry.clientId(), client),
                    offer == null ? null : offer.hold()));
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new WaitlistView(clinicId, policy.waitlistOrder(), policy.offerMinutes(), places));
    }

    private static WaitingClientView client(ClientId id, @Nullable Client known) {
        return new WaitingClientView(id, known == null ? "" : known.name(), known == null ? null : known.phone());
    }

    private String why(Entry entry, WaitlistOrder order) {
        var joined = "joined " + at(entry.joinedAt(), zone(entry.wish().clinicId()));
        return switch (order) {
            case FIRST_COME -> joined;
            case LONGEST_SESSION -> "wants up to " + entry.wish().lengths().getLast() + " minutes, " + joined;
            case BEST_FIT -> joined + "; decides only between sessions that fit a freed slot equally well";
        };
    }

    private static String why(Offer offer) {
        var among =
                offer.among() == 1 ? "the only one who could take it" : "of " + offer.among() + " who could take it ";
        if (offer.among() == 1) return among;
        return among
                + switch (offer.order()) {
                    case FIRST_COME -> "the first to come";
                    case LONGEST_SESSION -> "the one with the longest session";
                    case BEST_FIT ->
                        "the one who fits best, leaving " + offer.unusableMinutes()
                                + " minutes that nobody could book any more";
                };
    }

    /** @param screening what the client answers */
    record AcceptanceRequest(@Nullable @Valid ScreeningRequest screening) {}

    /** 200 with the place on the waitlist and the booking: the offered session is theirs. */
    @PutMapping("/{id}/acceptance")
    @CanRefuse({
        "410 client-forgotten: the client had everything erased",
        "422 screening-needed: whether anything speaks against it was not answered; names the questions",
        "422 screening-stop: no massage, medical care first; names the rules and where to turn",
        "422 doctor-needed: only with a doctor's word; names the rules",
        "422 not-this-technique: another technique, or a doctor's word; names those that fit",
        "422 unknown-condition: no treatment asks for this; names all codes",
        "404 unknown-entry: there is no such place on the waitlist",
        "409 no-offer: nothing is offered at the moment",
        "409 offer-over: the slot is the next one's",
        "409 not-waiting: they have left, or have what they waited for"
    })
    @ApiResponse(
            responseCode = "200",
            description = "Taken, with the booking",
            content = @Content(schema = @Schema(implementation = EntryView.class)))
    ResponseEntity<?> accept(
            @PathVariable WaitlistEntryId id,
            ExpectedVersion expected,
            @Valid @RequestBody(required = false) @Nullable AcceptanceRequest body) {
        var entry = desk.find(id);
        if (entry.isEmpty()) return problem(Why.UNKNOWN_ENTRY).answer();
        var wish = entry.get().wish();
        var treatments = List.of(wish.treatment());
        var passed = door.pass(body == null ? null : body.screening(), treatments, wish.clinicId(), "screening");
        var answer = desk.accept(id, expected.value(), new Screenings(passed, null), Callers.current());
        return answer.equals(new WaitlistAnswer.No(Why.NOT_SCREENED))
                ? door.needed(treatments, "screening").answer()
                : answer(answer);
    }

    /** 200 with the place on the waitlist: the offered slot is the next one's, and they go on waiting for another. */
    @PutMapping("/{id}/refusal")
    @CanRefuse({
        "404 unknown-entry: there is no such place on the waitlist",
        "409 no-offer: nothing is offered at the moment",
        "409 not-waiting: they have left, or have what they waited for"
    })
    @ApiResponse(
            responseCode = "200",
            description = "Waiting for another one",
            content = @Content(schema = @Schema(implementation = EntryView.class)))
    ResponseEntity<?> decline(@PathVariable WaitlistEntryId id, ExpectedVersion expected) {
        return answer(desk.decline(id, expected.value()));
    }

    /** 200 with the place on the waitlist, given up; what was offered is the next one's. */
    @PutMapping("/{id}/cancellation")
    @CanRefuse({
        "404 unknown-entry: there is no such place on the waitlist",
        "409 not-waiting: they have what they waited for, or their days are over"
    })
    @ApiResponse(
            responseCode = "200",
            description = "Given up",
            content = @Content(schema = @Schema(implementation = EntryView.class)))
    ResponseEntity<?> cancel(@PathVariable WaitlistEntryId id, ExpectedVersion expected) {
        return answer(desk.cancel(id, expected.value()));
    }

    private ResponseEntity<?> answer(WaitlistAnswer answer) {
        return switch (answer) {
            case WaitlistAnswer.Done(var entry) ->
                ResponseEntity.ok()
                        .eTag(ExpectedVersion.etag(entry.version()))
                        .cacheControl(CacheControl.noStore())
                        .body(view(entry));
            case WaitlistAnswer.No(var why) -> problem(why).answer();
            case WaitlistAnswer.FreeNow(var slots) ->
                Problem.of(
                                HttpStatus.CONFLICT,
                                "free-now",
                                "Nobody need wait for this: book one of the alternatives, or wish for other days or parts"
                                        + " of the day.")
                        .with("alternatives", slots.stream().map(this::view).toList())
                        .answer();
            case WaitlistAnswer.WrongLength(var allowed) ->
                wrong("wrong-length", "lengthsMinutes", "must be of " + allowed + " for this treatment there");
            case WaitlistAnswer.WrongDates(var first, var last) ->
                wrong("wrong-dates", "until", "must be from " + first + " to " + last);
            case WaitlistAnswer.TooMany(int most) ->
                Problem.of(
                                HttpStatus.CONFLICT,
                                "too-many-entries",
                                "You wait for " + most + " sessions already. Give one of these up first.")
                        .answer();
            case WaitlistAnswer.VersionChanged _ ->
                Problem.of(
                                HttpStatus.PRECONDITION_FAILED,
                                "version-changed",
                                "The place on the waitlist has changed since you read it. Read it again.")
                        .answer();
        };
    }

    private static Problem problem(Why why) {
        var type = why.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return switch (why) {
            case UNKNOWN_ENTRY -> Problem.of(HttpStatus.NOT_FOUND, type, "There is no such place on the waitlist.");
            case UNKNOWN_CLINIC -> unprocessable(type, "clinicId", "names no clinic");
            case UNKNOWN_TREATMENT -> unprocessable(type, "treatment", "is not in the catalogue");
            case UNKNOWN_THERAPIST -> unprocessable(type, "therapistId", "names nobody here");
            case NOT_OFFERED ->
                unprocessable(
                        type,
                        "treatment",
                        "is not given there in these lengths, or not by this therapist; choose others");
            case NO_OFFER ->
                Problem.of(HttpStatus.CONFLICT, type, "Nothing is offered to you at the moment. A mail will tell.");
            case OFFER_OVER ->
                Problem.of(HttpStatus.CONFLICT, type, "The time to answer is over. You go on waiting for another one.");
            case NOT_WAITING ->
                Problem.of(HttpStatus.CONFLICT, type, "This place on the waitlist is given up or used. Join anew.");
            case NOT_SCREENED -> ScreeningDoor.NEEDED;
            case CLIENT_FORGOTTEN -> ForgottenClient.PROBLEM;
            case KEY_REUSED -> IdempotencyKey.REUSED;
            case CATALOGUE_UNKNOWN ->
                Problem.of(
                                HttpStatus.SERVICE_UNAVAILABLE,
                                "catalogue-not-ready",
                                "This service does not know the clinics yet. Try again in a moment.")
                        .retryAfter(Duration.ofSeconds(2));
        };
    }

    private static ResponseEntity<?> wrong(String type, String field, String message) {
        return unprocessable(type, field, message).answer();
    }

    private static Problem unprocessable(String type, String field, String message) {
        return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, type, field + " " + message + ".")
                .field(field, message);
    }

    /** What a freed hour is, to who could book it. */
    record OtherTimeView(
            TherapistId therapistId, ClinicId clinicId, OffsetDateTime start, OffsetDateTime end, Money price) {}

    private OtherTimeView view(FreeSlot slot) {
        var zone = zone(slot.clinicId());
        return new OtherTimeView(
                slot.therapistId(), slot.clinicId(), at(slot.start(), zone), at(slot.end(), zone), slot.price());
    }

    private EntryView view(Entry entry) {
        var wish = entry.wish();
        var offer = offer(entry);
        return new EntryView(
                entry.id(),
                entry.version(),
                // Promised is a matter of moments and of nobody outside.
                entry.standing() instanceof Standing.Promised
                        ? "WAITING"
                        : entry.standing().word(),
                wish.clinicId(),
                wish.treatment(),
                wish.lengths(),
                wish.therapistId(),
                wish.from(),
                wish.until(),
                wish.days().stream().sorted().toList(),
                wish.parts().stream().sorted().toList(),
                wish.notice().toMinutes(),
                at(entry.joinedAt(), zone(wish.clinicId())),
                offer == null ? null : view(offer),
                entry.standing() instanceof Standing.Taken(var booking) ? booking : null,
                entry.standing() instanceof Standing.Lapsed(var reason) ? reason : null);
    }

    private static @Nullable Offer offer(Entry entry) {
        return entry.standing() instanceof Standing.Offered(var offer) ? offer : null;
    }

    private OfferView view(Offer offer) {
        var slot = offer.slot();
        return new OfferView(
                slot.therapistId(),
                availability
                        .catalogue()
                        .therapist(slot.therapistId())
                        .map(Therapist::name)
                        .orElse(""),
                offer.treatment(),
                at(slot.start(), offer.zone()),
                at(slot.end(), offer.zone()),
                offer.zone(),
                slot.price(),
                at(offer.until(), offer.zone()));
    }

    private ZoneId zone(ClinicId clinic) {
        return availability.catalogue().clinic(clinic).map(Clinic::zone).orElse(ZoneOffset.UTC);
    }

    private static OffsetDateTime at(Instant time, ZoneId zone) {
        return time.atZone(zone).toOffsetDateTime();
    }
}
