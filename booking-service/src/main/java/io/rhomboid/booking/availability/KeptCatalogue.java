package io.rhomboid.booking.availability;

import io.rhomboid.contracts.clinic.Clinic;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.therapist.Therapist;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.treatment.Treatment;
import io.rhomboid.contracts.treatment.TreatmentCode;

/**
 * This service's own copy of what the topics said, so that a restart needs neither Kafka nor another service. Shared
 * by all instances; an older version never replaces a newer one.
 */
public interface KeptCatalogue {

    void keep(ClinicId id, long version, Clinic clinic);

    void keep(TreatmentCode code, long version, Treatment treatment);

    void keep(TherapistId id, long version, Therapist therapist);

    void remove(ClinicId id);

    void remove(TreatmentCode code);

    void remove(TherapistId id);

    /** The topics have been read to their end once; from now on the copy can be trusted to be complete. */
    void markComplete();

    /** Tells all that is kept, and that it is complete if it is. */
    void tell(Availability availability);
}
