package io.rhomboid.booking.guest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.rhomboid.booking.reservation.Booking;
import io.rhomboid.booking.reservation.BookingDesk;
import io.rhomboid.booking.series.SeriesAnswer;
import io.rhomboid.booking.series.SeriesDesk;
import io.rhomboid.booking.waitlist.Standing;
import io.rhomboid.booking.waitlist.WaitlistDesk;
import io.rhomboid.booking.waitlist.Wish;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.booking.SeriesId;
import io.rhomboid.contracts.waitlist.WaitlistEntryId;
import io.rhomboid.platform.identity.Allowed;
import io.rhomboid.platform.link.Guest;
import io.rhomboid.platform.link.Guest.Thing;
import io.rhomboid.platform.link.GuestLinks;
import io.rhomboid.platform.web.CanRefuse;
import io.rhomboid.platform.web.Problem;

import static io.rhomboid.platform.identity.Who.ANYONE;

/** Lets guests in: people who have the link to one booking, series or place on the waitlist, and no account. */
@Allowed(ANYONE)
@RestController
@RequestMapping("/api/v1/guest-passes")
class GuestController {

    /** How long after the session, or the last day that somebody waited for, a link still opens it. */
    private static final Duration AFTERWARDS = Duration.ofDays(30);

    private static final Problem UNKNOWN_LINK = Problem.of(
                    HttpStatus.NOT_FOUND,
                    "unknown-link",
                    "This link opens nothing, or nothing any more. Take the one from your newest mail, or ask the clinic.")
            .field("link", "opens nothing");

    private final GuestLinks links;
    private final BookingDesk desk;
    private final SeriesDesk series;
    private final WaitlistDesk waitlist;
    private final Clock clock;

    GuestController(GuestLinks links, BookingDesk desk, SeriesDesk series, WaitlistDesk waitlist, Clock clock) {
        this.links = links;
        this.desk = desk;
        this.series = series;
        this.waitlist = waitlist;
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
     * @param pass for header {@code Guest-Pass}; opens this one thing, of a series its visits too, and nothing else
     * @param validUntil UTC
     * @param bookingId if it opens a booking
     * @param seriesId if it opens a series
     * @param waitlistEntryId if it opens a place on the waitlist
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PassView(
            String pass,
            OffsetDateTime validUntil,
            @Nullable BookingId bookingId,
            @Nullable SeriesId seriesId,
            @Nullable WaitlistEntryId waitlistEntryId) {}

    /**
     * Exchanges a link for a pass of half an hour; 201. Nothing is changed by it, so a scanner of mails that follows
     * links does no harm. A link is over when what it opens is cancelled or given up, thirty days after the session (of a
     * series the last one, of a place on the waitlist the last day that was waited for), and when it goes to another
     * client.
     */
    @PostMapping
    @CanRefuse("404 unknown-link: it opens nothing, or nothing any more")
    @ApiResponse(
            responseCode = "201",
            description = "The pass",
            content = @Content(schema = @Schema(implementation = PassView.class)))
    ResponseEntity<?> exchange(@RequestBody @Valid PassRequest request) {
        var now = clock.instant();
        var guest = links.read(request.link).filter(asked -> isOpen(asked, now)).orElse(null);
        if (guest == null) return UNKNOWN_LINK.answer();
        var until = GuestLinks.passUntil(now);
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(new PassView(
                        links.pass(guest, until),
                        until.atOffset(ZoneOffset.UTC),
                        guest.thing() == Thing.BOOKING ? new BookingId(guest.id()) : null,
                        guest.thing() == Thing.SERIES ? new SeriesId(guest.id()) : null,
                        guest.thing() == Thing.PLACE ? new WaitlistEntryId(guest.id()) : null));
    }

    private boolean isOpen(Guest guest, Instant now) {
        return switch (guest.thing()) {
            case BOOKING ->
                desk.find(new BookingId(guest.id()))
                        .filter(booking -> booking.clientId().equals(guest.client()) && isOpen(booking, now))
                        .isPresent();
            case SERIES ->
                series.find(new SeriesId(guest.id())) instanceof SeriesAnswer.Done(var found, var visits)
                        && found.clientId().equals(guest.client())
                        && visits.stream().anyMatch(visit -> isOpen(visit, now));
            // Only a code opens it.
            case INTAKE -> false;
            case PLACE ->
                waitlist.find(new WaitlistEntryId(guest.id()))
                        .filter(place -> place.clientId().equals(guest.client())
                                && !(place.standing() instanceof Standing.Cancelled)
                                && now.isBefore(afterwards(place.wish())))
                        .isPresent();
        };
    }

    /** In UTC: a few hours more or less do not matter here. */
    private static Instant afterwards(Wish wish) {
        return wish.until().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().plus(AFTERWARDS);
    }

    private static boolean isOpen(Booking booking, Instant now) {
        return booking.isStanding()
                && !booking.isLapsed(now)
                && now.isBefore(booking.session().slot().end().plus(AFTERWARDS));
    }
}
