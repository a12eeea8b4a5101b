package io.rhomboid.contracts.booking;

import java.time.Instant;
import java.util.List;

import io.rhomboid.contracts.Money;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.clinic.EquipmentId;
import io.rhomboid.contracts.clinic.RoomId;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.treatment.TreatmentCode;

/**
 * A session that belongs to the same visit as the booking's first one.
 *
 * @param clientId who is treated: the booking's client after the former session, or their companion beside them
 * @param price what of the booking's price is for it
 */
public record FurtherSession(
        TherapistId therapistId,
        RoomId roomId,
        List<EquipmentId> equipmentIds,
        ClientId clientId,
        TreatmentCode treatment,
        Instant start,
        Instant end,
        int bufferBeforeMinutes,
        int bufferAfterMinutes,
        Money price) {

    public FurtherSession {
        equipmentIds = List.copyOf(equipmentIds);
    }
}
