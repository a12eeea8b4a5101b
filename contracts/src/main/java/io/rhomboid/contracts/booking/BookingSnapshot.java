package io.rhomboid.contracts.booking;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import io.rhomboid.contracts.Money;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.clinic.EquipmentId;
import io.rhomboid.contracts.clinic.RoomId;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.treatment.TreatmentCode;

/**
 * A booking as the other services may see it, after the change that the event is about.
 *
 * @param reference what people say on the phone, for example {@code RH-7K2M9Q}
 * @param start when the session begins; UTC, to be shown in {@code zone}
 * @param end when the session ends
 * @param bufferBeforeMinutes also taken for therapist, room and equipment before {@code start}
 * @param bufferAfterMinutes also taken for therapist, room and equipment after {@code end}
 */
public record BookingSnapshot(
        String reference,
        ClinicId clinicId,
        TherapistId therapistId,
        RoomId roomId,
        List<EquipmentId> equipmentIds,
        ClientId clientId,
        TreatmentCode treatment,
        Instant start,
        Instant end,
        int bufferBeforeMinutes,
        int bufferAfterMinutes,
        ZoneId zone,
        Money price) {

    public BookingSnapshot {
        equipmentIds = List.copyOf(equipmentIds);
    }
}
