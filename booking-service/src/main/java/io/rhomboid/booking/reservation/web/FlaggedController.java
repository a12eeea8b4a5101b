package io.rhomboid.booking.reservation.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.rhomboid.booking.availability.Availability;
import io.rhomboid.booking.availability.FitCheck;
import io.rhomboid.booking.availability.Misfit;
import io.rhomboid.booking.reservation.Booking;
import io.rhomboid.booking.reservation.BookingStatus.Confirmed;
import io.rhomboid.booking.reservation.BookingStatus.Held;
import io.rhomboid.booking.reservation.Timetable;
import io.rhomboid.booking.reservation.Whose;
import io.rhomboid.booking.reservation.web.BookingController.BookingView;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.platform.identity.Allowed;
import io.rhomboid.platform.web.CanRefuse;
import io.rhomboid.platform.web.Problem;

import static io.rhomboid.platform.identity.Who.DESK;

/**
 * The bookings that no longer fit: a rota, a licence, a room or a clinic has changed since. Worked out from what is known
 * at that moment and kept nowhere, so a flag can't be late or left behind.
 */
@Allowed(value = DESK, of = "clinic", by = "clinicId")
@RestController
@RequestMapping("/api/v1/bookings")
class FlaggedController {

    /** Further than any clinic's horizon. */
    private static final Duration AHEAD = Duration.ofDays(1_100);

    private static final int MOST = 500;

    private final Timetable timetable;
    private final Availability availability;
    private final Clock clock;

    FlaggedController(Timetable timetable, Availability availability, Clock clock) {
        this.timetable = timetable;
        this.availability = availability;
        this.clock = clock;
    }

    /** @param flags why it no longer fits */
    record FlaggedView(BookingView booking, Set<Misfit> flags) {}

    /** @param next to be asked for as {@code after}; null when there are no more */
    record FlaggedPage(List<FlaggedView> bookings, @Nullable String next) {}

    /**
     * 200 with the clinic's later bookings that no longer fit, the earliest first, each with its reasons.
     *
     * @param limit from 1 to 500
     * @param after the former page's {@code next}
     */
    @GetMapping(params = "flagged=true")
    @CanRefuse({
        "400 invalid-parameter: a parameter is not as it must be",
        "404 unknown-clinic: there is no such clinic",
        "503 catalogue-not-ready: we do not know the clinics yet"
    })
    @ApiResponse(
            responseCode = "200",
            description = "The bookings that no longer fit, the earliest first",
            content = @Content(schema = @Schema(implementation = FlaggedPage.class)))
    ResponseEntity<?> flagged(
            @RequestParam boolean flagged,
            @RequestParam ClinicId clinicId,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable Place after) {
        if (!availability.isReady()) return Refusals.CATALOGUE_NOT_READY.answer();
        if (limit < 1 || limit > MOST) {
            return Problem.of(HttpStatus.BAD_REQUEST, "invalid-parameter", "limit must be from 1 to " + MOST)
                    .field("limit", "must be from 1 to " + MOST)
                    .answer();
        }
        var catalogue = availability.catalogue();
        if (catalogue.clinic(clinicId).isEmpty()) {
            return Problem.of(HttpStatus.NOT_FOUND, "unknown-clinic", "There is no such clinic.")
                    .answer();
        }
        var check = new FitCheck(catalogue);
        var now = clock.instant();
        var from = after == null || after.start.isBefore(now) ? now : after.start;
        var found = new ArrayList<FlaggedView>();
        timetable.read(new Whose.OfClinic(clinicId), from, now.plus(AHEAD), line -> {
            var booking = line.booking();
            if (found.size() > limit || !isToCome(booking, now) || after != null && !after.isBefore(booking)) return;
            var misfits = check.misfits(booking.snapshot());
            if (!misfits.isEmpty()) found.add(new FlaggedView(BookingView.of(booking), misfits));
        });
        if (found.size() <= limit) return ResponseEntity.ok(new FlaggedPage(found, null));
        var page = found.subList(0, limit);
        return ResponseEntity.ok(new FlaggedPage(page, Place.of(page.getLast().booking())));
    }

    private static boolean isToCome(Booking booking, Instant now) {
        return (booking.status() instanceof Held || booking.status() instanceof Confirmed) && !booking.isLapsed(now);
    }

    /** Where a page ended; on the wire {@code 2026-11-24T08:00:00Z_<id>}. */
    record Place(Instant start, String id) {

        /** @throws IllegalArgumentException if that is no place */
        public static Place of(String text) {
            int at = text.indexOf('_');
            if (at < 0) throw new IllegalArgumentException("must be the former page's next");
            try {
                return new Place(Instant.parse(text.substring(0, at)), text.substring(at + 1));
            } catch (java.time.DateTimeException e) {
                throw new IllegalArgumentException("must be the former page's next", e);
            }
        }

        static String of(BookingView last) {
            return last.start().toInstant() + "_" + last.id();
        }

        boolean isBefore(Booking booking) {
            int order = start.compareTo(booking.session().slot().start());
            return order < 0 || order == 0 && id.compareTo(booking.id().toString()) < 0;
        }
    }
}
