package io.rhomboid.contracts.waitlist;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.treatment.TreatmentCode;

/**
 * Who waits for what, as the other services may see it.
 *
 * @param lengthsMinutes any of these will do
 * @param therapistId absent when anybody will do
 * @param from the first day, on the clinic's calendar
 * @param until the last day, inclusive
 */
public record WaitlistWish(
        ClientId clientId,
        ClinicId clinicId,
        TreatmentCode treatment,
        List<Integer> lengthsMinutes,
        @Nullable TherapistId therapistId,
        LocalDate from,
        LocalDate until) {

    public WaitlistWish {
        lengthsMinutes = List.copyOf(lengthsMinutes);
    }
}
