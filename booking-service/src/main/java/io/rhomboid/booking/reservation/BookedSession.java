package io.rhomboid.booking.reservation;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.clinic.EquipmentId;
import io.rhomboid.contracts.clinic.RoomId;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.treatment.TreatmentCode;

/**
 * Who treats, how, when, in which room, with what.
 *
 * @param bufferBeforeMinutes also kept free for therapist, room and equipment before the session
 * @param bufferAfterMinutes also kept free for therapist, room and equipment after it
 * @param zone the clinic's
 * @param placeInDay which of the sessions that the therapist takes that day it counts as, from 1; 0 when they set no
 *     limit
 */
public record BookedSession(
        ClinicId clinicId,
        TherapistId therapistId,
        RoomId roomId,
        List<EquipmentId> equipmentIds,
        TreatmentCode treatment,
        TimeSlot slot,
        int bufferBeforeMinutes,
        int bufferAfterMinutes,
        ZoneId zone,
        int placeInDay) {

    public BookedSession {
        equipmentIds = List.copyOf(equipmentIds);
    }

    /** Whether the two overlap, buffers included. */
    boolean competesWith(BookedSession other) {
        return takenFrom().isBefore(other.takenUntil()) && other.takenFrom().isBefore(takenUntil());
    }

    /** With the buffer before. */
    public Instant takenFrom() {
        return slot.start().minus(Duration.ofMinutes(bufferBeforeMinutes));
    }

    /** With the buffer after. */
    public Instant takenUntil() {
        return slot.end().plus(Duration.ofMinutes(bufferAfterMinutes));
    }

    BookedSession in(RoomId room) {
        return new BookedSession(
                clinicId,
                therapistId,
                room,
                equipmentIds,
                treatment,
                slot,
                bufferBeforeMinutes,
                bufferAfterMinutes,
                zone,
                placeInDay);
    }

    /** With a therapist who takes as many sessions a day as fit. */
    public BookedSession(
            ClinicId clinicId,
            TherapistId therapistId,
            RoomId roomId,
            List<EquipmentId> equipmentIds,
            TreatmentCode treatment,
            TimeSlot slot,
            int bufferBeforeMinutes,
            int bufferAfterMinutes,
            ZoneId zone) {
        this(
                clinicId,
                therapistId,
                roomId,
                equipmentIds,
                treatment,
                slot,
                bufferBeforeMinutes,
                bufferAfterMinutes,
                zone,
                0);
    }
}
