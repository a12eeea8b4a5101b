package io.rhomboid.booking.availability;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.rhomboid.contracts.clinic.Clinic;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.clinic.Equipment;
import io.rhomboid.contracts.clinic.EquipmentId;
import io.rhomboid.contracts.clinic.EquipmentKind;
import io.rhomboid.contracts.clinic.Room;
import io.rhomboid.contracts.clinic.RoomId;
import io.rhomboid.contracts.treatment.Treatment;

/** One clinic in one version, with its wall calendar worked out once and kept. */
final class Place {

    private final ClinicId id;
    private final Versioned<Clinic> told;
    private volatile @Nullable WallCalendar calendar;

    Place(ClinicId id, Versioned<Clinic> told) {
        this.id = id;
        this.told = told;
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
        return lastDay(now).plusDays(1).atStartOfDay(clinic().zone()).toInstant();
    }

    /** A calendar that covers everything from now to the horizon. Two threads may both make one; either will do. */
    WallCalendar calendar(Instant now) {
        var horizon = horizon(now);
        var known = calendar;
        if (known != null && known.covers(CellSet.cellOf(now) - 144, CellSet.cellFrom(horizon) + 144)) return known;
        var made = new WallCalendar(clinic().zone(), clinic().policy().startGridMinutes(), now, horizon);
        calendar = made;
        return made;
    }

    /** The rooms that have everything the treatment needs, in the clinic's own order. */
    List<RoomId> rooms(Treatment treatment) {
        var suitable = new ArrayList<RoomId>();
        for (Room room : clinic().rooms()) {
            if (room.features().containsAll(treatment.roomNeeds())) suitable.add(room.id());
        }
        return suitable;
    }

    /** The pieces of each kind that the treatment needs; a kind that the clinic lacks has none. */
    TreeMap<EquipmentKind, List<EquipmentId>> equipment(Treatment treatment) {
        var pieces = new TreeMap<EquipmentKind, List<EquipmentId>>();
        for (var kind : treatment.equipmentNeeds()) pieces.put(kind, new ArrayList<>());
        for (Equipment piece : clinic().equipment()) {
            var ofKind = pieces.get(piece.kind());
            if (ofKind != null) ofKind.add(piece.id());
        }
        return pieces;
    }
}
