package io.rhomboid.booking.reservation.web;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.rhomboid.booking.client.Clients;
import io.rhomboid.booking.reservation.Timetable;
import io.rhomboid.booking.reservation.Whose;
import io.rhomboid.booking.reservation.web.BookingController.BookingView;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.platform.identity.Allowed;
import io.rhomboid.platform.identity.Who;

/** What somebody who has signed in has booked, or others for them: by their verified mail address. */
@Allowed(Who.SIGNED_IN)
@RestController
@RequestMapping("/api/v1/bookings/own")
class OwnBookingsController {

    private static final Duration BACK = Duration.ofDays(730);

    /** Further than any clinic's horizon. */
    private static final Duration AHEAD = Duration.ofDays(1_100);

    private static final int MOST = 1_000;

    private final Timetable timetable;
    private final Clients clients;
    private final Clock clock;

    OwnBookingsController(Timetable timetable, Clients clients, Clock clock) {
        this.timetable = timetable;
        this.clients = clients;
        this.clock = clock;
    }

    /**
     * @param clientId by which the caller's intake, sessions and disclosures are asked for; null while they have never
     *     been here
     * @param bookings by start, the earliest first
     * @param truncated whether there are later ones that are not in here
     */
    record OwnBookings(@Nullable ClientId clientId, List<BookingView> bookings, boolean truncated) {}

    /**
     * 200 with the caller's bookings of the last two years and all that are to come, whatever became of them; also
     * those where they come along with somebody. None for an account without a verified mail address.
     */
    @GetMapping
    @ApiResponse(
            responseCode = "200",
            description = "The caller's bookings, the earliest first",
            content = @Content(schema = @Schema(implementation = OwnBookings.class)))
    OwnBookings own() {
        var client = Callers.account().flatMap(clients::known).orElse(null);
        var found = new ArrayList<BookingView>();
        if (client == null) return new OwnBookings(null, found, false);
        var now = clock.instant();
        timetable.read(new Whose.OfClient(client), now.minus(BACK), now.plus(AHEAD), line -> {
            if (found.size() <= MOST) found.add(BookingView.of(line.booking()));
        });
        var all = found.size() <= MOST;
        return new OwnBookings(client, all ? found : found.subList(0, MOST), !all);
    }
}
