package io.rhomboid.booking.availability;

import java.time.Instant;

import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.treatment.TreatmentCode;

/** One session that somebody would like to have. */
public record AskedStart(
        TherapistId therapistId, ClinicId clinicId, TreatmentCode treatment, int lengthMinutes, Instant start) {}
