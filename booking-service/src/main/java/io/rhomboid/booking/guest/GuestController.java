package io.rhomboid.booking.guest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.rhomboid.booking.reservation.Booking;
import io.rhomboid.booking.reservation.BookingDesk;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.platform.identity.Allowed;
import io.rhomboid.platform.link.BookingLinks;
import io.rhomboid.platform.web.CanRefuse;
import io.rhomboid.platform.web.Problem;

import static io.rhomboid.platform.identity.Who.ANYONE;

/** Lets guests in: people who have the link to one booking, and no account. */
@Allowed(ANYONE)
@RestController
@RequestMapping("/api/v1/guest-passes")
class GuestController {

    /** How long after the session its link still opens it. */
    private static final Duration AFTERWARDS = Duration.ofDays(30);

    private static final Problem UNKNOWN_LINK = Problem.of(
                    HttpStatus.NOT_FOUND,
                    "unknown-link",
                    "This link opens no booking, or none any more. Take the one from your newest mail, or ask the clinic.")
            .field("link", "opens no booking");

    private final BookingLinks links;
    private final BookingDesk desk;
    private final Clock clock;

    GuestController(BookingLinks links, BookingDesk desk, Clock clock) {
        this.links = links;
        this.desk = desk;
        this.clock = clock;
    }

    /** @param link what stands behind the {@code #} of the address in the mail */
    record PassRequest(@NotNull @Size(min = 1, max = 200) String link) {

        /** A secret is never written by accident. */
        @Override
        public String toString() {
            return "PassRequest[…]";
        }
    }

    /**
     * @param pass for header {@code Guest-Pass}; opens this booking and nothing else
     * @param validUntil UTC
     */
    record PassView(String pass, OffsetDateTime validUntil, BookingId bookingId) {}

    /**
     * Exchanges a link for a pass of half an hour; 201. Nothing is changed by it, so a scanner of mails that follows
     * links does no harm. A link is over with its booking's cancellation, thirty days after the session, and when the
     * booking goes to another client.
     */
    @PostMapping
    @CanRefuse("404 unknown-link: it opens no booking, or none any more")
    @ApiResponse(
            responseCode = "201",
            description = "The pass",
            content = @Content(schema = @Schema(implementation = PassView.class)))
    ResponseEntity<?> exchange(@RequestBody @Valid PassRequest request) {
        var now = clock.instant();
        var guest = links.read(request.link)
                .filter(asked -> desk.find(asked.booking())
                        .filter(booking -> booking.clientId().equals(asked.client()) && isOpen(booking, now))
                        .isPresent());
        if (guest.isEmpty()) return UNKNOWN_LINK.answer();
        var until = BookingLinks.passUntil(now);
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(new PassView(
                        links.pass(guest.get(), until),
                        until.atOffset(ZoneOffset.UTC),
                        guest.get().booking()));
    }

    private static boolean isOpen(Booking booking, Instant now) {
        return booking.isStanding()
                && !booking.isLapsed(now)
                && now.isBefore(booking.session().slot().end().plus(AFTERWARDS));
    }
}
