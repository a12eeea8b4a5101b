package io.rhomboid.booking.availability;

import java.time.DayOfWeek;
import java.util.Set;

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
 * @param parts of the day in which sessions may start; none means any
 * @param days of the week on which sessions may start, by the clinic's calendar; none means any
 * @param around where the clinic must be; null for anywhere
 */
public record SlotSearch(
        TreatmentCode treatment,
        int lengthMinutes,
        @Nullable TherapistId therapistId,
        @Nullable ClinicId clinicId,
        When from,
        When to,
        int limit,
        Set<PartOfDay> parts,
        Set<DayOfWeek> days,
        @Nullable Around around) {

    public SlotSearch {
        parts = Set.copyOf(parts);
        days = Set.copyOf(days);
        if (limit < 1) throw new IllegalArgumentException("limit must be at least 1");
    }

    /** At any time of any day. */
    public SlotSearch(
            TreatmentCode treatment,
            int lengthMinutes,
            @Nullable TherapistId therapistId,
            @Nullable ClinicId clinicId,
            When from,
            When to,
            int limit) {
        this(treatment, lengthMinutes, therapistId, clinicId, from, to, limit, Set.of(), Set.of(), null);
    }

    /** The same at one clinic. */
    SlotSearch at(ClinicId clinic, int mostSlots) {
        return new SlotSearch(treatment, lengthMinutes, therapistId, clinic, from, to, mostSlots, parts, days, around);
    }
}
