package io.rhomboid.booking.daysheet.web;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.rhomboid.booking.availability.Availability;
import io.rhomboid.booking.availability.Catalogue;
import io.rhomboid.booking.client.Clients;
import io.rhomboid.booking.daysheet.DaySheet;
import io.rhomboid.booking.daysheet.DaySheet.Shift;
import io.rhomboid.booking.daysheet.DaySheets;
import io.rhomboid.booking.reservation.Booking;
import io.rhomboid.booking.reservation.BookingStatus.Cancelled;
import io.rhomboid.booking.reservation.BookingStatus.Held;
import io.rhomboid.booking.reservation.BookingStatus.Missed;
import io.rhomboid.booking.reservation.Part;
import io.rhomboid.contracts.Money;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.client.Client;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.clinic.Clinic;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.clinic.Equipment;
import io.rhomboid.contracts.clinic.EquipmentId;
import io.rhomboid.contracts.clinic.Room;
import io.rhomboid.contracts.clinic.RoomId;
import io.rhomboid.contracts.therapist.Therapist;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.treatment.Treatment;
import io.rhomboid.contracts.treatment.TreatmentCode;
import io.rhomboid.platform.identity.Allowed;
import io.rhomboid.platform.web.CanRefuse;
import io.rhomboid.platform.web.Problem;
import io.rhomboid.platform.web.ProblemException;

import static io.rhomboid.platform.identity.Who.DESK;
import static io.rhomboid.platform.identity.Who.THERAPIST;

/** What is on today, and this week; for who works there. */
@RestController
class DaySheetController {

    private final DaySheets sheets;
    private final Availability availability;
    private final Clients clients;

    DaySheetController(DaySheets sheets, Availability availability, Clients clients) {
        this.sheets = sheets;
        this.availability = availability;
        this.clients = clients;
    }

    /**
     * One date.
     *
     * @param sessions that begin on it, by start; cancelled ones too
     * @param shifts when who works where
     * @param gaps what is left of the shifts between sessions and their buffers
     */
    record DaySheetView(LocalDate date, List<SheetSession> sessions, List<ShiftView> shifts, List<ShiftView> gaps) {}

    /** @param days from Monday to Sunday */
    record WeekView(String week, TherapistId therapistId, List<DaySheetView> days) {}

    /**
     * A session as the desk sees it.
     *
     * @param start in the clinic's zone
     * @param holdExpiresAt only of a hold
     * @param offer whether it is held for somebody on the waitlist, who has not said yes or no yet
     * @param client who is treated: the client, or who came along with them
     * @param fee only of a cancelled or missed one: what is owed, for the whole visit, with its first session
     * @param note for the staff
     * @param number which of the visit's sessions it is, from 1
     * @param of how many sessions the visit has
     */
    record SheetSession(
            BookingId bookingId,
            String reference,
            long version,
            String status,
            ClinicId clinicId,
            TherapistId therapistId,
            String therapistName,
            RoomId roomId,
            String roomName,
            List<EquipmentView> equipment,
            TreatmentCode treatment,
            String treatmentName,
            long lengthMinutes,
            OffsetDateTime start,
            OffsetDateTime end,
            ZoneId zone,
            int bufferBeforeMinutes,
            int bufferAfterMinutes,
            ClientView client,
            Money price,
            @Nullable OffsetDateTime holdExpiresAt,
            boolean offer,
            @Nullable Money fee,
            @Nullable String note,
            int number,
            int of) {}

    record EquipmentView(EquipmentId id, String name) {}

    /** @param name empty if it is not known any more */
    record ClientView(ClientId id, String name, @Nullable String phone) {}

    /** A stretch of somebody's time. */
    record ShiftView(
            TherapistId therapistId, ClinicId clinicId, OffsetDateTime from, OffsetDateTime to, long minutes) {}

    /** 200 with the date's sheet of a clinic, of a therapist, or of a therapist at a clinic. */
    @Allowed(value = DESK, of = "clinic", by = "clinicId")
    @Allowed(value = THERAPIST, of = "therapist", by = "therapistId")
    @GetMapping("/api/v1/day-sheets")
    @CanRefuse({
        "400 missing-parameter: clinicId or therapistId, and date, must be there",
        "400 invalid-parameter: a parameter is not as it must be",
        "404 unknown-clinic: there is no such clinic",
        "404 unknown-therapist: there is no such therapist"
    })
    @ApiResponse(
            responseCode = "200",
            description = "The sheet",
            content = @Content(schema = @Schema(implementation = DaySheetView.class)))
    ResponseEntity<?> day(
            @Parameter(schema = @Schema(type = "string", format = "uuid")) @RequestParam(required = false) @Nullable
                    ClinicId clinicId,
            @Parameter(schema = @Schema(type = "string", format = "uuid")) @RequestParam(required = false) @Nullable
                    TherapistId therapistId,
            @Parameter(description = "As the clinic's calendar has it", example = "2026-11-24") @RequestParam
                    String date) {
        var day = date(date);
        if (clinicId == null && therapistId == null) {
            return Problem.of(HttpStatus.BAD_REQUEST, "missing-parameter", "Give clinicId or therapistId, or both.")
                    .field("clinicId", "is missing, and so is therapistId")
                    .answer();
        }
        var known = availability.catalogue();
        if (clinicId != null && known.clinic(clinicId).isEmpty()) return unknown("clinic", clinicId);
        if (therapistId != null && known.therapist(therapistId).isEmpty()) return unknown("therapist", therapistId);
        var found = clinicId == null
                ? sheets.ofTherapist(therapistId, day, day)
                : sheets.ofClinic(clinicId, therapistId, day, day);
        return ok(views(found, known).getFirst());
    }

    /** 200 with a therapist's week from Monday to Sunday, wherever they work. */
    @Allowed(value = THERAPIST, of = "therapist", by = "therapistId")
    @GetMapping("/api/v1/weeks")
    @CanRefuse({
        "400 missing-parameter: therapistId and week must be there",
        "400 invalid-parameter: a parameter is not as it must be",
        "404 unknown-therapist: there is no such therapist"
    })
    @ApiResponse(
            responseCode = "200",
            description = "The week",
            content = @Content(schema = @Schema(implementation = WeekView.class)))
    ResponseEntity<?> week(
            @Parameter(schema = @Schema(type = "string", format = "uuid")) @RequestParam TherapistId therapistId,
            @Parameter(description = "ISO 8601", example = "2026-W48") @RequestParam String week) {
        var monday = monday(week);
        var known = availability.catalogue();
        if (known.therapist(therapistId).isEmpty()) return unknown("therapist", therapistId);
        var days = sheets.ofTherapist(therapistId, monday, monday.plusDays(6));
        return ok(new WeekView(week, therapistId, views(days, known)));
    }

    private static ResponseEntity<?> ok(Object view) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(view);
    }

    private static ResponseEntity<?> unknown(String what, Object id) {
        return Problem.of(HttpStatus.NOT_FOUND, "unknown-" + what, "There is no " + what + " " + id + ".")
                .answer();
    }

    private static LocalDate date(String text) {
        try {
            var date = LocalDate.parse(text);
            if (date.getYear() >= 2000 && date.getYear() < 3000) return date;
        } catch (DateTimeException _) {
            // Told below.
        }
        throw invalid("date", "must be a date, for example 2026-11-24");
    }

    private static LocalDate monday(String week) {
        if (week.matches("2[0-9]{3}-W[0-9]{2}")) {
            try {
                return LocalDate.parse(week + "-1", DateTimeFormatter.ISO_WEEK_DATE);
            } catch (DateTimeException _) {
                // Told below.
            }
        }
        throw invalid("week", "must be a week of ISO 8601, for example 2026-W48");
    }

    private static ProblemException invalid(String name, String message) {
        return new ProblemException(Problem.of(HttpStatus.BAD_REQUEST, "invalid-parameter", name + " " + message + ".")
                .field(name, message));
    }

    private List<DaySheetView> views(List<DaySheet> sheets, Catalogue known) {
        Set<ClientId> ids = new HashSet<>();
        for (var sheet : sheets)
            sheet.sessions().forEach(sitting -> ids.add(sitting.part().clientId()));
        var names = clients.find(ids);
        return sheets.stream()
                .map(sheet -> new DaySheetView(
                        sheet.date(),
                        sheet.sessions().stream()
                                .map(sitting -> view(sitting.booking(), sitting.part(), known, names))
                                .toList(),
                        views(sheet.shifts(), known),
                        views(sheet.gaps(), known)))
                .toList();
    }

    private static List<ShiftView> views(Collection<Shift> shifts, Catalogue known) {
        return shifts.stream()
                .map(shift -> {
                    var zone = known.clinic(shift.clinicId()).orElseThrow().zone();
                    var time = shift.time();
                    return new ShiftView(
                            shift.therapistId(),
                            shift.clinicId(),
                            at(time.from(), zone),
                            at(time.to(), zone),
                            time.minutes());
                })
                .toList();
    }

    private static SheetSession view(Booking booking, Part part, Catalogue known, Map<ClientId, Client> names) {
        var session = part.session();
        var slot = session.slot();
        var zone = session.zone();
        var clinic = known.clinic(session.clinicId());
        return new SheetSession(
                booking.id(),
                booking.reference(),
                booking.version(),
                booking.status().word(),
                session.clinicId(),
                session.therapistId(),
                known.therapist(session.therapistId()).map(Therapist::name).orElse(""),
                session.roomId(),
                clinic.map(Clinic::rooms).orElse(List.of()).stream()
                        .filter(room -> room.id().equals(session.roomId()))
                        .map(Room::name)
                        .findFirst()
                        .orElse(""),
                clinic.map(Clinic::equipment).orElse(List.of()).stream()
                        .filter(piece -> session.equipmentIds().contains(piece.id()))
                        .map(DaySheetController::view)
                        .toList(),
                session.treatment(),
                known.treatment(session.treatment()).map(Treatment::name).orElse(""),
                Duration.between(slot.start(), slot.end()).toMinutes(),
                at(slot.start(), zone),
                at(slot.end(), zone),
                zone,
                session.bufferBeforeMinutes(),
                session.bufferAfterMinutes(),
                client(booking, part, names),
                part.price(),
                booking.status() instanceof Held held ? at(held.expiresAt(), zone) : null,
                booking.isOffer(),
                switch (booking.status()) {
                    case Cancelled cancelled when part.number() == 1 -> cancelled.fee();
                    case Missed missed when part.number() == 1 -> missed.fee();
                    default -> null;
                },
                booking.note(),
                part.number(),
                booking.visit().size());
    }

    private static ClientView client(Booking booking, Part part, Map<ClientId, Client> names) {
        var client = names.get(part.clientId());
        if (client != null) return new ClientView(part.clientId(), client.name(), client.phone());
        var companion = booking.visit().companion();
        boolean named =
                companion != null && companion.name() != null && companion.id().equals(part.clientId());
        return new ClientView(part.clientId(), named ? companion.name() : "", null);
    }

    private static EquipmentView view(Equipment piece) {
        return new EquipmentView(piece.id(), piece.name());
    }

    private static OffsetDateTime at(Instant time, ZoneId zone) {
        return time.atZone(zone).toOffsetDateTime();
    }
}
