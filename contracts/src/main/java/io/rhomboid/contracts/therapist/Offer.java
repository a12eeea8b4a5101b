package io.rhomboid.contracts.therapist;

import java.util.List;

import io.rhomboid.contracts.Money;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.treatment.TreatmentCode;

/**
 * A therapist gives this treatment, this long, at this clinic, for this price.
 *
 * @param lengthMinutes one of the treatment's lengths
 * @param included what the price includes, each a short line that clients read, for example "Hot towels"
 */
public record Offer(ClinicId clinicId, TreatmentCode treatment, int lengthMinutes, Money price, List<String> included) {

    public Offer {
        // Not there in older events.
        included = included == null ? List.of() : List.copyOf(included);
    }

    /** Nothing is said of what the price includes. */
    public Offer(ClinicId clinicId, TreatmentCode treatment, int lengthMinutes, Money price) {
        this(clinicId, treatment, lengthMinutes, price, List.of());
    }
}
