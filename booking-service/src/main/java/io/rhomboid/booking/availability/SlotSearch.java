package io.rhomboid.booking.availability;

import org.jspecify.annotations.Nullable;

import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.treatment.TreatmentCode;

/**
 * What somebody is looking for.
 *
 * @param therapistId null for anyone
 * @param clinicId null for anywhere
 * @param from sessions start at this moment or later; a date means from its first minute at the clinic
 * @param to and before this one; a date means the whole of it
 * @param limit how many slots at most
 */
public record SlotSearch(
        TreatmentCode treatment,
        int lengthMinutes,
        @Nullable TherapistId therapistId,
        @Nullable ClinicId clinicId,
        When from,
        When to,
        int limit) {

    public SlotSearch {
        if (limit < 1) throw new IllegalArgumentException("limit must be at least 1");
    }
}
