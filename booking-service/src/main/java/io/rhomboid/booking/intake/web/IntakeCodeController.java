package io.rhomboid.booking.intake.web;

import java.time.Clock;
import java.time.OffsetDateTime;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.rhomboid.booking.intake.CodeDesk;
import io.rhomboid.booking.intake.CodeDesk.Asked;
import io.rhomboid.booking.reservation.BookingDesk;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.intake.IntakeCodeId;
import io.rhomboid.platform.identity.Allowed;
import io.rhomboid.platform.link.Guest;
import io.rhomboid.platform.link.GuestLinks;
import io.rhomboid.platform.web.CanRefuse;
import io.rhomboid.platform.web.IdempotencyKey;
import io.rhomboid.platform.web.Problem;

import static io.rhomboid.platform.identity.Who.ANYONE;
import static io.rhomboid.platform.identity.Who.CLIENT;
import static io.rhomboid.platform.identity.Who.GUEST;

/** Lets clients without an account at their own intake, and who comes along at theirs: by a code sent by mail. */
@RestController
@RequestMapping("/api/v1")
class IntakeCodeController {

    private final CodeDesk desk;
    private final BookingDesk bookings;
    private final GuestLinks links;
    private final Clock clock;

    IntakeCodeController(CodeDesk desk, BookingDesk bookings, GuestLinks links, Clock clock) {
        this.desk = desk;
        this.bookings = bookings;
        this.links = links;
        this.clock = clock;
    }

    /** @param companion true for who comes along: then it goes to their address */
    record IntakeCodeRequest(@Nullable Boolean companion) {}

    /**
     * @param id to be sent back with the code; it is in the mail, too
     * @param expiresAt UTC
     */
    record CodeView(IntakeCodeId id, OffsetDateTime expiresAt) {}

    /** @param code the digits from the mail */
    record IntakePassRequest(
            @NotNull IntakeCodeId id,

            @NotNull @Pattern(regexp = "[0-9]{8}", message = "must be eight digits")
            String code) {

        /** A secret is never written by accident. */
        @Override
        public String toString() {
            return "IntakePassRequest[…]";
        }
    }

    /**
     * @param pass for header {@code Guest-Pass}; opens this client's intake and nothing else
     * @param validUntil UTC
     */
    record IntakePassView(String pass, OffsetDateTime validUntil, ClientId clientId) {}

    /** 202: a code is on its way to the client's mail address, good for half an hour. A repeat sends none. */
    @Allowed(
            value = {CLIENT, GUEST},
            of = "booking")
    @PostMapping("/bookings/{id}/intake-codes")
    @CanRefuse({
        "404 unknown-booking: there is no such booking",
        "409 too-many-codes: some are on their way, or were not used",
        "422 no-address: nobody comes along, or they left no mail address"
    })
    @ApiResponse(
            responseCode = "202",
            description = "On its way",
            content = @Content(schema = @Schema(implementation = CodeView.class)))
    ResponseEntity<?> send(
            @PathVariable BookingId id,
            IdempotencyKey key,
            @Valid @RequestBody(required = false) @Nullable IntakeCodeRequest request) {
        var booking = bookings.find(id).orElse(null);
        if (booking == null) return IntakeController.UNKNOWN_BOOKING.answer();
        boolean companion = request != null && Boolean.TRUE.equals(request.companion());
        return switch (desk.ask(new IntakeCodeId(key.idFor("intake-code")), booking, companion)) {
            case Asked.Sent(var code) ->
                ResponseEntity.accepted().body(new CodeView(code.id(), IntakeView.utc(code.expiresAt())));
            case Asked.TooMany() ->
                Problem.of(
                                HttpStatus.CONFLICT,
                                "too-many-codes",
                                "Codes were sent already. Use one of these, or wait half an hour.")
                        .answer();
            case Asked.NoAddress() ->
                Problem.of(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                "no-address",
                                "There is no mail address to which a code could go.")
                        .field("companion", "must be false: nobody comes along, or they left no mail address")
                        .answer();
        };
    }

    /** 201 with a pass of half an hour to the intake of whom the code was sent to. A code is good once, and for five tries. */
    @Allowed(ANYONE)
    @PostMapping("/intake-passes")
    @CanRefuse("404 unknown-code: it is wrong, used, over, or was tried too often")
    @ApiResponse(
            responseCode = "201",
            description = "The pass",
            content = @Content(schema = @Schema(implementation = IntakePassView.class)))
    ResponseEntity<?> exchange(@Valid @RequestBody IntakePassRequest request) {
        var client = desk.admit(request.id(), request.code());
        if (client.isEmpty()) {
            return Problem.of(
                            HttpStatus.NOT_FOUND,
                            "unknown-code",
                            "This code is wrong, used, over, or was tried too often. Have another one sent.")
                    .field("code", "opens nothing")
                    .answer();
        }
        var until = GuestLinks.passUntil(clock.instant());
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(new IntakePassView(
                        links.pass(Guest.ofIntake(client.get()), until), IntakeView.utc(until), client.get()));
    }
}
