package io.rhomboid.contracts.therapist;

import io.rhomboid.contracts.treatment.TreatmentCode;

/**
 * A technique that a therapist practises.
 *
 * @param experienceYears whole years, 0 in the first
 */
public record Specialization(TreatmentCode treatment, int experienceYears) {}
