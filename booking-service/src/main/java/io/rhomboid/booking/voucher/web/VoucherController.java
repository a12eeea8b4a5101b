package io.rhomboid.booking.voucher.web;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Predicate;
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

import io.rhomboid.booking.reservation.Op;
import io.rhomboid.booking.reservation.web.Callers;
import io.rhomboid.booking.voucher.Account;
import io.rhomboid.booking.voucher.GiftCode;
import io.rhomboid.booking.voucher.Voucher.Kind;
import io.rhomboid.booking.voucher.VoucherAnswer;
import io.rhomboid.booking.voucher.VoucherAnswer.Done;
import io.rhomboid.booking.voucher.VoucherAnswer.UnknownVoucher;
import io.rhomboid.booking.voucher.VoucherDesk;
import io.rhomboid.contracts.booking.VoucherId;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.platform.identity.Allowed;
import io.rhomboid.platform.identity.Who;
import io.rhomboid.platform.web.BodyHash;
import io.rhomboid.platform.web.CanRefuse;
import io.rhomboid.platform.web.ExpectedVersion;
import io.rhomboid.platform.web.IdempotencyKey;
import io.rhomboid.platform.web.Problem;

/** Packages, gift cards and credits over HTTP; they are redeemed with a booking, by its own requests. */
@RestController
@RequestMapping("/api/v1/vouchers")
class VoucherController {

    private static final int MOST_LISTED = 200;

    private final VoucherDesk desk;
    private final BodyHash hash;
    private final Clock clock;

    VoucherController(VoucherDesk desk, BodyHash hash, Clock clock) {
        this.desk = desk;
        this.hash = hash;
        this.clock = clock;
    }

    /**
     * @param change what is put on it, or less than nothing for what is taken off: cents, or sessions of a package
     * @param lastDay another one
     * @param reason who looks at the statement reads it
     */
    record AdjustmentRequest(
            @Nullable @Min(-VoucherRequest.MOST_CENTS) @Max(VoucherRequest.MOST_CENTS)
            Long change,

            @Nullable LocalDate lastDay,
            @NotNull @Line String reason) {}

    record VoidingRequest(@NotNull @Line String reason) {}

    record CodeRequest(@NotNull @Size(min = 1, max = 100) String code) {

        /** A secret is never written by accident. */
        @Override
        public String toString() {
            return "CodeRequest[…]";
        }
    }

    /** @param truncated whether there are more than the 200 newest */
    record VoucherList(List<VoucherView> vouchers, boolean truncated) {}

    /**
     * What a gift card is good for, and how much was when taken from it; not what it paid and for whom, for its bearer may
     * not be who did.
     *
     * @param balance in cents of the currency
     * @param statement the first thing first
     */
    record GiftCardView(
            Account.Status status,
            ClinicId clinicId,
            String currency,
            long balance,
            LocalDate lastDay,
            List<GiftCardLine> statement) {

        static GiftCardView of(Account account, Instant now) {
            var voucher = account.voucher();
            return new GiftCardView(
                    account.status(now),
                    voucher.clinicId(),
                    voucher.currency(),
                    account.balance(now),
                    voucher.lastDay(),
                    account.statement(now).stream()
                            .map(line -> new GiftCardLine(
                                    line.at().atZone(voucher.zone()).toOffsetDateTime(),
                                    line.event(),
                                    line.change(),
                                    line.balance()))
                            .toList());
        }
    }

    /**
     * @param at in the clinic's zone
     * @param change less than nothing when it makes the balance less
     * @param balance after it
     */
    record GiftCardLine(OffsetDateTime at, Account.Event event, long change, long balance) {}

    /**
     * 201 with the voucher. The code of a gift card is told to the first request alone, and by mail to its receiver, if one
     * is named; the same again for the same key and body is answered without it.
     */
    @Allowed(Who.DESK)
    @PostMapping
    @CanRefuse({
        "422 unknown-clinic: there is no such clinic",
        "422 unknown-therapist: there is no such therapist",
        "422 wrong-length: the clinic does not give this treatment that long; names the lengths",
        "422 unknown-package: no price list has it, and paidCents or lastDay is missing; names those it has",
        "422 bad-last-day: the last day is over or more than 30 years away",
        "503 not-ready: vouchers can't be issued safely right now",
        "503 catalogue-not-ready: we do not know the clinics yet"
    })
    @ApiResponse(
            responseCode = "201",
            description = "The voucher; of a gift card with its code, this once",
            content = @Content(schema = @Schema(implementation = VoucherView.class)))
    ResponseEntity<?> issue(IdempotencyKey key, @Valid @RequestBody VoucherRequest request) {
        Callers.mustBeAtTheDeskOf(request.clinicId());
        var objection = request.objection();
        if (objection.isPresent()) return objection.get().answer();
        var answer = desk.issue(
                new VoucherId(key.idFor("voucher")),
                op(key, request),
                request.toCommand(),
                Callers.at(request.clinicId()).actor());
        return answer instanceof Done(var account, var code)
                ? ResponseEntity.created(URI.create(
                                "/api/v1/vouchers/" + account.voucher().id()))
                        .eTag(ExpectedVersion.etag(account.voucher().version()))
                        .cacheControl(CacheControl.noStore())
                        .body(VoucherView.of(account, code, clock.instant()))
                : answer(answer);
    }

    /** 200 with the voucher, what is left and its statement. */
    @Allowed(
            value = {Who.CLIENT, Who.DESK},
            of = "voucher")
    @GetMapping("/{id}")
    @CanRefuse("404 unknown-voucher: there is no such voucher")
    @ApiResponse(
            responseCode = "200",
            description = "The voucher",
            content = @Content(schema = @Schema(implementation = VoucherView.class)))
    ResponseEntity<?> find(@PathVariable VoucherId id) {
        return answer(desk.find(id)
                .<VoucherAnswer>map(account -> new Done(account, null))
                .orElseGet(UnknownVoucher::new));
    }

    /** 200 with a clinic's vouchers or a client's, the newest first. */
    @Allowed(value = Who.DESK, of = "clinic", by = "clinicId")
    @Allowed(value = Who.CLIENT, of = "client", by = "clientId")
    @GetMapping
    @CanRefuse("400 invalid-parameter: clinicId or clientId must be there")
    @ApiResponse(
            responseCode = "200",
            description = "The vouchers, each with its statement",
            content = @Content(schema = @Schema(implementation = VoucherList.class)))
    ResponseEntity<?> list(
            @Parameter(schema = @Schema(type = "string", format = "uuid")) @RequestParam(required = false) @Nullable
                    ClinicId clinicId,
            @Parameter(schema = @Schema(type = "string", format = "uuid")) @RequestParam(required = false) @Nullable
                    ClientId clientId,
            @RequestParam(required = false) @Nullable Kind kind,
            @Parameter(description = "Only those that can, or can no longer, be paid with")
                    @RequestParam(required = false)
                    Account.@Nullable Status status) {
        if (clinicId == null && clientId == null) {
            return Problem.of(HttpStatus.BAD_REQUEST, "invalid-parameter", "clinicId or clientId must be there.")
                    .field("clinicId", "must be there, or clientId")
                    .answer();
        }
        var now = clock.instant();
        var all = clientId != null ? desk.of(clientId, MOST_LISTED + 1) : desk.of(clinicId, MOST_LISTED + 1);
        Predicate<Account> wanted = account ->
                (clinicId == null || clinicId.equals(account.voucher().clinicId()))
                        && (kind == null || kind == account.voucher().kind())
                        && (status == null || status == account.status(now));
        var views = all.stream()
                .limit(MOST_LISTED)
                .filter(wanted)
                .map(account -> VoucherView.of(account, null, now))
                .toList();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new VoucherList(views, all.size() > MOST_LISTED));
    }

    /** 200 with what a gift card is good for, for who has its code: which is never part of an address. */
    @Allowed(Who.ANYONE)
    @PostMapping("/gift-card")
    @CanRefuse("404 unknown-voucher: there is no such gift card")
    @ApiResponse(
            responseCode = "200",
            description = "What is left and until when, and its statement",
            content = @Content(schema = @Schema(implementation = GiftCardView.class)))
    ResponseEntity<?> giftCard(@Valid @RequestBody CodeRequest request) {
        var now = clock.instant();
        return GiftCode.parse(request.code())
                .flatMap(desk::find)
                .<ResponseEntity<?>>map(account ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(GiftCardView.of(account, now)))
                .orElseGet(() -> answer(new UnknownVoucher()));
    }

    /** 201 with the voucher as it is after something was put on it or taken off, or its last day was moved. */
    @Allowed(value = Who.DESK, of = "voucher")
    @PostMapping("/{id}/adjustments")
    @CanRefuse({
        "404 unknown-voucher: there is no such voucher",
        "409 voucher-voided: it was declared void",
        "409 overdrawn: less would be left than nothing; names what is left",
        "422 too-much: more than a voucher may have",
        "422 bad-last-day: the last day is over or more than 30 years away",
        "503 not-ready: vouchers can't be changed safely right now"
    })
    @ApiResponse(
            responseCode = "201",
            description = "The voucher",
            content = @Content(schema = @Schema(implementation = VoucherView.class)))
    ResponseEntity<?> adjust(
            @PathVariable VoucherId id, IdempotencyKey key, @Valid @RequestBody AdjustmentRequest request) {
        long change = request.change() == null ? 0 : request.change();
        if (change == 0 && request.lastDay() == null) {
            return Problem.invalid("change", "must be there and not 0, or else lastDay")
                    .answer();
        }
        var answer = desk.adjust(
                id,
                op(key, request),
                change,
                request.lastDay(),
                request.reason(),
                Callers.current().actor());
        return answer instanceof Done(var account, var _)
                ? ResponseEntity.created(URI.create("/api/v1/vouchers/" + id))
                        .eTag(ExpectedVersion.etag(account.voucher().version()))
                        .body(VoucherView.of(account, null, clock.instant()))
                : answer(answer);
    }

    /** 200 with the voucher that nothing can be paid with any more; what was paid stays paid. */
    @Allowed(value = Who.DESK, of = "voucher")
    @PutMapping("/{id}/voiding")
    @CanRefuse({
        "404 unknown-voucher: there is no such voucher",
        "409 voucher-voided: it was before",
        "503 not-ready: vouchers can't be changed safely right now"
    })
    @ApiResponse(
            responseCode = "200",
            description = "The voucher",
            content = @Content(schema = @Schema(implementation = VoucherView.class)))
    ResponseEntity<?> voidIt(
            @PathVariable VoucherId id,
            ExpectedVersion expected,
            @Nullable IdempotencyKey key,
            @Valid @RequestBody VoidingRequest request) {
        return answer(desk.voidIt(
                id,
                expected.value(),
                key == null ? null : op(key, request),
                request.reason(),
                Callers.current().actor()));
    }

    /** 200 with another code for a gift card, told this once; the former opens nothing any more. */
    @Allowed(value = Who.DESK, of = "voucher")
    @PutMapping("/{id}/code")
    @CanRefuse({
        "404 unknown-voucher: there is no such voucher",
        "409 no-gift-card: only a gift card has a code",
        "409 voucher-voided: it was declared void",
        "503 not-ready: vouchers can't be changed safely right now"
    })
    @ApiResponse(
            responseCode = "200",
            description = "The voucher with its new code",
            content = @Content(schema = @Schema(implementation = VoucherView.class)))
    ResponseEntity<?> changeCode(@PathVariable VoucherId id, ExpectedVersion expected) {
        return answer(desk.changeCode(id, expected.value()));
    }

    private Op op(IdempotencyKey key, Object request) {
        return new Op(key.value(), hash.of(request));
    }

    private ResponseEntity<?> answer(VoucherAnswer answer) {
        return switch (answer) {
            case Done(var account, var code) ->
                ResponseEntity.ok()
                        .eTag(ExpectedVersion.etag(account.voucher().version()))
                        .cacheControl(CacheControl.noStore())
                        .body(VoucherView.of(account, code, clock.instant()));
            case UnknownVoucher() ->
                Problem.of(HttpStatus.NOT_FOUND, "unknown-voucher", "There is no such voucher.")
                        .answer();
            case VoucherAnswer.UnknownClinic() ->
                wrong("unknown-clinic", "clinicId", "names no clinic").answer();
            case VoucherAnswer.UnknownTherapist() ->
                wrong("unknown-therapist", "sessions.therapistId", "names nobody here")
                        .answer();
            case VoucherAnswer.UnknownProduct(var lengths) ->
                wrong(
                                "wrong-length",
                                "sessions.lengthMinutes",
                                "must be one of " + lengths + " for this treatment here")
                        .with("allowedMinutes", lengths)
                        .answer();
            case VoucherAnswer.UnknownPackage(var known) ->
                wrong(
                                "unknown-package",
                                "sessions",
                                "is in no price list; say paidCents and lastDay, or sell one of these")
                        .with("packages", known)
                        .answer();
            case VoucherAnswer.BadLastDay() ->
                wrong("bad-last-day", "lastDay", "must be today or later, and within 30 years")
                        .answer();
            case VoucherAnswer.Overdrawn(long left) ->
                conflict("overdrawn", "Only " + left + " is left on it, and less than nothing can't be.")
                        .field("change", "must be at least " + -left)
                        .with("left", left)
                        .answer();
            case VoucherAnswer.TooMuch(long most) ->
                wrong("too-much", "change", "would make it more than " + most).answer();
            case VoucherAnswer.Voided() ->
                conflict("voucher-voided", "The voucher was declared void. Issue another one.")
                        .answer();
            case VoucherAnswer.NoGiftCard() ->
                conflict("no-gift-card", "Only a gift card has a code.").answer();
            case VoucherAnswer.VersionChanged(long current) ->
                Problem.of(
                                HttpStatus.PRECONDITION_FAILED,
                                "version-changed",
                                "The voucher has changed since you read it. Read it again.")
                        .with("currentVersion", current)
                        .answer();
            case VoucherAnswer.KeyReused() -> IdempotencyKey.REUSED.answer();
            case VoucherAnswer.Unguarded() ->
                unavailable("not-ready", "Vouchers can't be changed safely right now. Try again in a moment.")
                        .answer();
            case VoucherAnswer.CatalogueUnknown() ->
                unavailable("catalogue-not-ready", "We do not know the clinics yet. Try again in a moment.")
                        .answer();
        };
    }

    private static Problem wrong(String type, String field, String message) {
        return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, type, field + " " + message + ".")
                .field(field, message);
    }

    private static Problem conflict(String type, String detail) {
        return Problem.of(HttpStatus.CONFLICT, type, detail);
    }

    private static Problem unavailable(String type, String detail) {
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, type, detail).retryAfter(Duration.ofSeconds(5));
    }
}
