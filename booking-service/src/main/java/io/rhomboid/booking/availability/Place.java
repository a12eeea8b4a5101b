package io.rhomboid.booking.availability;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import io.rhomboid.contracts.clinic.Clinic;
import io.rhomboid.contracts.clinic.Clinic.Closure;
import io.rhomboid.contracts.clinic.Clinic.OpeningHours;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.clinic.Equipment;
import io.rhomboid.contracts.clinic.EquipmentId;
import io.rhomboid.contracts.clinic.EquipmentKind;
import io.rhomboid.contracts.clinic.Room;
import io.rhomboid.contracts.clinic.RoomId;
import io.rhomboid.contracts.treatment.Treatment;
import io.rhomboid.contracts.treatment.TreatmentCode;

/** One clinic in one version, with its wall calendar, which is worked out once for all like it. */
final class Place {

    private final ClinicId id;
    private final Versioned<Clinic> told;
    private final WallCalendars calendars;
    /** By day of the week, Monday first; null when the clinic opens for whoever works there. */
    private final int @Nullable [][] opening;

    private final Buffers buffers;
    private final Map<TreatmentCode, Buffers> treatmentBuffers = new HashMap<>();
    private final Map<TreatmentCode, Suitable> suitable = new ConcurrentHashMap<>();
    private volatile @Nullable Today today;

    /** Rooms and equipment for a treatment as it was told. */
    record Suitable(Treatment treatment, List<RoomId> rooms, SortedMap<EquipmentKind, List<EquipmentId>> equipment) {}

    /** What stays the same while the clinic's calendar shows one date. */
    private record Today(Instant from, Instant until, Instant horizon, WallCalendar calendar) {}

    Place(ClinicId id, Versioned<Clinic> told, WallCalendars calendars) {
        this.id = id;
        this.told = told;
        this.calendars = calendars;
        var policy = clinic().policy();
        buffers = Buffers.ofMinutes(policy.bufferBeforeMinutes(), policy.bufferAfterMinutes());
        for (var own : policy.treatmentBuffers()) {
            treatmentBuffers.put(own.treatment(), Buffers.ofMinutes(own.beforeMinutes(), own.afterMinutes()));
        }
        opening = clinic().openingHours().isEmpty() ? null : weekly(clinic().openingHours());
    }

    private static int[][] weekly(List<OpeningHours> hours) {
        var week = new int[7][];
        for (var day : DayOfWeek.values()) {
            week[day.getValue() - 1] = WallCalendar.pairs(hours.stream()
                    .filter(open -> open.day() == day)
                    .map(OpeningHours::hours)
                    .toList());
        }
        return week;
    }

    ClinicId id() {
        return id;
    }

    Versioned<Clinic> told() {
        return told;
    }

    Clinic clinic() {
        return told.state();
    }

    /** The last day on the clinic's calendar for which it takes bookings. */
    LocalDate lastDay(Instant now) {
        return LocalDate.ofInstant(now, clinic().zone())
                .plusDays(clinic().policy().horizonDays());
    }

    /** The first moment for which it takes none yet. */
    Instant horizon(Instant now) {
        return today(now).horizon;
    }

    /** A calendar that covers everything from now to the horizon. */
    WallCalendar calendar(Instant now) {
        return today(now).calendar;
    }

    /** Two threads may both make one; either will do. */
    private Today today(Instant now) {
        var known = today;
        if (known != null && !now.isBefore(known.from) && now.isBefore(known.until)) return known;
        var zone = clinic().zone();
        var date = LocalDate.ofInstant(now, zone);
        var until = date.plusDays(1).atStartOfDay(zone).toInstant();
        var horizon = lastDay(now).plusDays(1).atStartOfDay(zone).toInstant();
        boolean serves = known != null
                && known.calendar.covers(
                        CellSet.cellOf(now) - WallCalendar.MARGIN, CellSet.cellFrom(horizon) + 2 * WallCalendar.MARGIN);
        var calendar = serves
                ? known.calendar
                : calendars.calendar(zone, clinic().policy().startGridMinutes(), date, lastDay(now));
        // From now on only: what this calendar covers before it is not asked for a second time.
        var made = new Today(now, until, horizon, calendar);
        today = made;
        return made;
    }

    Suitable suitable(TreatmentCode code, Treatment treatment) {
        var known = suitable.get(code);
        if (known != null && known.treatment == treatment) return known;
        var found = new Suitable(treatment, rooms(treatment), equipment(treatment));
        suitable.put(code, found);
        return found;
    }

    boolean hasOpeningHours() {
        return opening != null;
    }

    /** When the door is open on that date, closures not considered; as {@link WallCalendar.DayHours} has it. */
    int[] openingOf(long epochDay) {
        return opening == null ? WallCalendar.WHOLE_DAY : opening[WallCalendar.weekday(epochDay)];
    }

    /** The closure that this date lies in. */
    Optional<Closure> closure(long epochDay) {
        for (var closure : clinic().closures()) {
            if (epochDay >= closure.from().toEpochDay()
                    && epochDay <= closure.until().toEpochDay()) return Optional.of(closure);
        }
        return Optional.empty();
    }

    /** How long this clinic lets a treatment last, if it says so itself. */
    Optional<List<Integer>> ownLengths(TreatmentCode treatment) {
        var own = clinic().treatmentLengths();
        return own.isEmpty()
                ? Optional.empty()
                : Optional.of(clinic().lengthsOf(treatment, List.of())).filter(all -> !all.isEmpty());
    }

    /** What this technique needs around it, before anybody's own wishes. */
    Buffers buffers(TreatmentCode treatment) {
        return treatmentBuffers.getOrDefault(treatment, buffers);
    }

    /** The rooms that have everything the treatment needs, in the clinic's own order. */
    private List<RoomId> rooms(Treatment treatment) {
        var suitable = new ArrayList<RoomId>();
        for (Room room : clinic().rooms()) {
            if (room.features().containsAll(treatment.roomNeeds())) suitable.add(room.id());
        }
        return suitable;
    }

    /** The pieces of each kind that the treatment needs; a kind that the clinic lacks has none. */
    private TreeMap<EquipmentKind, List<EquipmentId>> equipment(Treatment treatment) {
        var pieces = new TreeMap<EquipmentKind, List<EquipmentId>>();
        for (var kind : treatment.equipmentNeeds()) pieces.put(kind, new ArrayList<>());
        for (Equipment piece : clinic().equipment()) {
            var ofKind = pieces.get(piece.kind());
            if (ofKind != null) ofKind.add(piece.id());
        }
        return pieces;
    }
}
