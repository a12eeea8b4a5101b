package io.rhomboid.booking.client.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.rhomboid.booking.client.Clients;
import io.rhomboid.booking.reservation.Timetable;
import io.rhomboid.booking.reservation.Whose;
import io.rhomboid.booking.reservation.web.BookingController.BookingView;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.platform.identity.Access;
import io.rhomboid.platform.identity.Allowed;
import io.rhomboid.platform.identity.Caller.Person;
import io.rhomboid.platform.web.CanRefuse;
import io.rhomboid.platform.web.Problem;

import static io.rhomboid.platform.identity.Who.CLIENT;
import static io.rhomboid.platform.identity.Who.SIGNED_IN;

/** Shows clients who they are here, and what they have booked. */
@RestController
@RequestMapping("/api/v1/clients")
class ClientController {

    private final Clients clients;
    private final Timetable timetable;
    private final Clock clock;

    ClientController(Clients clients, Timetable timetable, Clock clock) {
        this.clients = clients;
        this.timetable = timetable;
        this.clock = clock;
    }

    /** @param language BCP 47, in which they are written to */
    record ClientView(
            ClientId id,
            String name,
            @Nullable String email,
            @Nullable String phone,
            String language) {}

    /** @param bookings by start, whatever became of them */
    record OwnBookings(List<BookingView> bookings) {}

    /** 200 with who you are: whoever booked with the mail address of your account. */
    @Allowed(SIGNED_IN)
    @GetMapping("/me")
    @CanRefuse("404 unknown-client: nobody has booked with your verified mail address yet")
    @ApiResponse(
            responseCode = "200",
            description = "You",
            content = @Content(schema = @Schema(implementation = ClientView.class)))
    ResponseEntity<?> me() {
        if (Access.current().caller() instanceof Person(var _, var mail, var _, var _) && mail != null) {
            var id = clients.known(mail);
            if (id.isPresent()) {
                var client = clients.find(Set.of(id.get())).get(id.get());
                return ResponseEntity.ok(
                        new ClientView(id.get(), client.name(), client.email(), client.phone(), client.language()));
            }
        }
        return Problem.of(
                        HttpStatus.NOT_FOUND,
                        "unknown-client",
                        "Nobody has booked with the mail address of your account yet.")
                .answer();
    }

    /**
     * 200 with what you have booked, or what somebody booked for you to come along.
     *
     * @param from first day, UTC; a year ago if absent
     * @param until last day, UTC; two years from now if absent
     */
    @Allowed(value = CLIENT, of = "client")
    @GetMapping("/{id}/bookings")
    @CanRefuse({"400 invalid-field: until lies before from", "404 unknown-client: it is not you"})
    @ApiResponse(
            responseCode = "200",
            description = "Your bookings",
            content = @Content(schema = @Schema(implementation = OwnBookings.class)))
    ResponseEntity<?> bookings(
            @PathVariable ClientId id,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate until) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var first = from == null ? today.minusYears(1) : from;
        var last = until == null ? today.plusYears(2) : until;
        if (last.isBefore(first))
            return Problem.invalid("until", "must not be before from").answer();
        var found = new ArrayList<BookingView>();
        timetable.read(
                new Whose.OfClient(id),
                first.atStartOfDay(ZoneOffset.UTC).toInstant(),
                last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant(),
                line -> found.add(BookingView.of(line.booking())));
        return ResponseEntity.ok(new OwnBookings(found));
    }
}
