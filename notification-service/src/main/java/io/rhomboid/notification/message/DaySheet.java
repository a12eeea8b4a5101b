package io.rhomboid.notification.message;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import io.rhomboid.contracts.Event;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.treatment.TreatmentCode;

/**
 * A therapist's day at one clinic begins: a fact of our own, told to nobody else.
 *
 * @param sessions the earliest first; names no client
 */
public record DaySheet(
        ClinicId clinicId,
        TherapistId therapistId,
        LocalDate day,
        ZoneId zone,
        List<Session> sessions,
        long version,
        Instant occurredAt)
        implements Event {

    public record Session(Instant start, long minutes, TreatmentCode treatment, String reference) {}

    public DaySheet {
        sessions = List.copyOf(sessions);
    }

    @Override
    public String key() {
        return clinicId + "/" + therapistId + "/" + day;
    }
}
