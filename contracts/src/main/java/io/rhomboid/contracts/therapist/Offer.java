package io.rhomboid.contracts.therapist;

import io.rhomboid.contracts.Money;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.treatment.TreatmentCode;

/**
 * A therapist gives this treatment, this long, at this clinic, for this price.
 *
 * @param lengthMinutes one of the treatment's lengths
 */
public record Offer(ClinicId clinicId, TreatmentCode treatment, int lengthMinutes, Money price) {}
