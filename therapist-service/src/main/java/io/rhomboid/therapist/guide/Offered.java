package io.rhomboid.therapist.guide;

import io.rhomboid.contracts.treatment.Treatment;
import io.rhomboid.contracts.treatment.TreatmentCode;

/**
 * A treatment that the client could have.
 *
 * @param version of the treatment
 * @param treatment in the lengths in which it could be had
 */
public record Offered(TreatmentCode code, long version, Treatment treatment) {}
