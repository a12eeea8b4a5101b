package io.rhomboid.contracts.review;

import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.treatment.TreatmentCode;

/**
 * A review as the other services may see it.
 *
 * @param therapistId who is reviewed
 * @param clinicId where the session was
 * @param treatment what was done
 * @param answered whether the therapist has answered it
 */
public record ReviewSnapshot(
        TherapistId therapistId, ClinicId clinicId, TreatmentCode treatment, Marks marks, boolean answered) {}
