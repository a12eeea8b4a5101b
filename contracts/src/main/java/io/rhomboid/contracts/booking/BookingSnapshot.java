package io.rhomboid.contracts.booking;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import org.jspecify.annotations.Nullable;

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
 * @param start when the session begins, and with it the visit; UTC, to be shown in {@code zone}
 * @param end when the session ends; others of the same visit may go on, see {@link #visitEnd()}
 * @param bufferBeforeMinutes also taken for therapist, room and equipment before {@code start}
 * @param bufferAfterMinutes also taken for therapist, room and equipment after {@code end}
 * @param price of the whole visit
 * @param further what else is booked by the same booking, at the same clinic; none for a session by itself
 * @param seriesId the series that it is a visit of; absent for a single session, and in older events
 * @param covered what vouchers pay of the price, or of the fee once it was cancelled or missed; absent when nothing
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
        Money price,
        List<FurtherSession> further,
        @Nullable SeriesId seriesId,
        @Nullable Money covered) {

    public BookingSnapshot {
        equipmentIds = List.copyOf(equipmentIds);
        // Not there in older events.
        further = further == null ? List.of() : List.copyOf(further);
    }

    /** A session by itself, paid with no voucher. */
    public BookingSnapshot(
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
        this(
                reference,
                clinicId,
                therapistId,
                roomId,
                equipmentIds,
                clientId,
                treatment,
                start,
                end,
                bufferBeforeMinutes,
                bufferAfterMinutes,
                zone,
                price,
                List.of(),
                null,
                null);
    }

    /** When the last of the visit's sessions ends. */
    public Instant visitEnd() {
        var last = end;
        for (var session : further) {
            if (session.end().isAfter(last)) last = session.end();
        }
        return last;
    }
}
