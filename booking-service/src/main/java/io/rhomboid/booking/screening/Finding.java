package io.rhomboid.booking.screening;

import io.rhomboid.contracts.treatment.Contraindication;
import io.rhomboid.contracts.treatment.TreatmentCode;

/**
 * A rule that what was said runs into.
 *
 * @param version of the treatment that the rule came with
 */
public record Finding(TreatmentCode treatment, long version, Contraindication rule) {}
