package io.rhomboid.booking.availability;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.treatment.TreatmentCode;

/**
 * What somebody is looking for who wants more than one session, or comes with a companion.
 *
 * @param sessions the client's in their order, then the companion's in theirs
 * @param oneRoom whether both must be in one double room all the time
 * @param clinicId null for anywhere
 * @param from visits start at this moment or later; a date means from its first minute at the clinic
 * @param to and before this one; a date means the whole of it
 * @param limit how many visits at most
 * @param parts of the day in which visits may start; none means any
 * @param days of the week on which visits may start, by the clinic's calendar; none means any
 * @param around where the clinic must be; null for anywhere
 */
public record VisitSearch(
        List<Wanted> sessions,
        boolean oneRoom,
        @Nullable ClinicId clinicId,
        When from,
        When to,
        int limit,
        Set<PartOfDay> parts,
        Set<DayOfWeek> days,
        @Nullable Around around) {

    /**
     * @param therapistId null for anyone
     * @param companions whether it is for who comes along
     */
    public record Wanted(
            TreatmentCode treatment,
            int lengthMinutes,
            @Nullable TherapistId therapistId,
            boolean companions) {}

    public VisitSearch {
        sessions = List.copyOf(sessions);
        parts = Set.copyOf(parts);
        days = Set.copyOf(days);
        if (limit < 1) throw new IllegalArgumentException("limit must be at least 1");
    }
}
