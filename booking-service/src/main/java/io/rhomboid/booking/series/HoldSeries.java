package io.rhomboid.booking.series;

import java.time.Instant;
import java.util.List;

import io.rhomboid.contracts.client.Client;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.treatment.TreatmentCode;

/** Somebody wants just these visits, all of them or none. */
public record HoldSeries(
        ClinicId clinicId, TreatmentCode treatment, int lengthMinutes, List<Visit> visits, Client client) {

    public record Visit(TherapistId therapistId, Instant start) {}

    public HoldSeries {
        visits = List.copyOf(visits);
    }
}
