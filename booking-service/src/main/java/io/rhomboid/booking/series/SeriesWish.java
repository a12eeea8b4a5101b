package io.rhomboid.booking.series;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.treatment.TreatmentCode;

/**
 * Somebody would like to come again and again.
 *
 * @param therapistId null for whoever has most of the dates
 * @param first when the first visit would begin; the others at the same time by the clinic's clock
 */
public record SeriesWish(
        ClinicId clinicId,
        @Nullable TherapistId therapistId,
        TreatmentCode treatment,
        int lengthMinutes,
        Instant first,
        List<Phase> phases) {

    public SeriesWish {
        phases = List.copyOf(phases);
    }
}
