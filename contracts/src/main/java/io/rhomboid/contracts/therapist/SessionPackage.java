package io.rhomboid.contracts.therapist;

import io.rhomboid.contracts.Money;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.treatment.TreatmentCode;

/**
 * Several sessions of one of a therapist's offers, bought at once, for example five for the price of four.
 *
 * @param name as clients read it
 * @param lengthMinutes of each session
 * @param sessions how many, 2 or more
 * @param price of all of them together
 * @param validDays how many days after it was bought its last session may be, on the clinic's calendar
 */
public record SessionPackage(
        String name,
        ClinicId clinicId,
        TreatmentCode treatment,
        int lengthMinutes,
        int sessions,
        Money price,
        int validDays) {}
