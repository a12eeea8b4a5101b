package io.rhomboid.booking.plan;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.treatment.TreatmentCode;

/**
 * Somebody wants a plan.
 *
 * @param therapistId null for whoever is free
 * @param pain 0 to 10
 */
public record MakePlan(
        ClientId clientId,
        ClinicId clinicId,
        @Nullable TherapistId therapistId,
        TreatmentCode treatment,
        int lengthMinutes,
        int pain,
        List<Plan.SelfCare> selfCare) {

    public MakePlan {
        selfCare = List.copyOf(selfCare);
    }

    /** What somebody says about their body is never written by accident. */
    @Override
    public String toString() {
        return "MakePlan[…]";
    }
}
