package io.rhomboid.booking.reservation.web;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.rhomboid.booking.client.Clients;
import io.rhomboid.booking.reservation.Booking;
import io.rhomboid.booking.reservation.Timetable;
import io.rhomboid.booking.reservation.Whose;
import io.rhomboid.booking.reservation.web.BookingController.BookingView;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.platform.identity.Allowed;

import static io.rhomboid.platform.identity.Who.DESK;

/** "She rang, her name was something like Weber": which booking is it? Names and numbers are never part of an address. */
@Allowed(value = DESK, of = "clinic", by = "clinicId")
@RestController
@RequestMapping("/api/v1/bookings/searches")
class SearchController {

    private static final Duration BACK = Duration.ofDays(400);

    /** Further than any clinic's horizon. */
    private static final Duration AHEAD = Duration.ofDays(1_100);

    private static final int MOST = 50;

    private final Timetable timetable;
    private final Clients clients;
    private final Clock clock;

    SearchController(Timetable timetable, Clients clients, Clock clock) {
        this.timetable = timetable;
        this.clients = clients;
        this.clock = clock;
    }

    /** @param words a part of the client's name, three digits of their number or more, or a reference */
    record SearchRequest(
            @NotNull @Size(min = 2, max = 100) @Schema(example = "Weber")
            String words) {}

    /** @param name empty if it is not known any more */
    record FoundView(
            BookingView booking, String name, @Nullable String phone) {}

    /** @param truncated whether there are earlier ones that are not in here */
    record FoundList(List<FoundView> bookings, boolean truncated) {}

    /**
     * 200 with the clinic's bookings of the last 400 days and all that are to come, whatever became of them, that the
     * words fit: the latest first, at most 50.
     */
    @PostMapping
    @ApiResponse(
            responseCode = "200",
            description = "The bookings that fit, the latest first",
            content = @Content(schema = @Schema(implementation = FoundList.class)))
    ResponseEntity<FoundList> search(
            @Parameter(schema = @Schema(type = "string", format = "uuid")) @RequestParam ClinicId clinicId,
            @Valid @RequestBody SearchRequest request) {
        var sought = Sought.of(request.words);
        var clinic = new Whose.OfClinic(clinicId);
        var now = clock.instant();
        // Once for who was here at all, and once for what is shown: names stand elsewhere, and all of it would be much.
        var here = new HashSet<ClientId>();
        timetable.read(
                clinic,
                now.minus(BACK),
                now.plus(AHEAD),
                line -> here.add(line.booking().clientId()));
        var people = clients.find(here);
        people.values().removeIf(client -> !sought.fits(client));
        var latest = new ArrayDeque<Booking>();
        timetable.read(clinic, now.minus(BACK), now.plus(AHEAD), line -> {
            var booking = line.booking();
            if (!people.containsKey(booking.clientId()) && !booking.reference().equals(sought.reference())) return;
            latest.addFirst(booking);
            if (latest.size() > MOST + 1) latest.removeLast();
        });
        var names =
                clients.find(latest.stream().map(Booking::clientId).distinct().toList());
        var found = latest.stream()
                .limit(MOST)
                .map(booking -> {
                    var client = names.get(booking.clientId());
                    return new FoundView(
                            BookingView.of(booking),
                            client == null ? "" : client.name(),
                            client == null ? null : client.phone());
                })
                .toList();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new FoundList(found, latest.size() > MOST));
    }
}
