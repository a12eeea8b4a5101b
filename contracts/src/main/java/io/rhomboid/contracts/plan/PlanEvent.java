package io.rhomboid.contracts.plan;

import java.time.Instant;
import java.time.LocalDate;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

import io.rhomboid.contracts.Event;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.treatment.TreatmentCode;

/**
 * What booking-service tells the world about treatment plans, on topic {@code plans}; Kafka key: {@link #planId()}.
 * Nothing of it says how anybody feels, or why they come.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface PlanEvent extends Event {

    PlanId planId();

    ClientId clientId();

    @Override
    default String key() {
        return planId().toString();
    }

    /**
     * The next visit is overdue, and none is booked: the client is reminded, a few times at most.
     *
     * @param therapistId with whom; null for whoever is free
     * @param dueOn the last day, on the clinic's calendar, on which the visit would have been in time
     * @param nudge how many-th reminder of this visit it is, from 1
     */
    record PlanNudged(
            PlanId planId,
            long version,
            ClientId clientId,
            ClinicId clinicId,
            @Nullable TherapistId therapistId,
            TreatmentCode treatment,
            int lengthMinutes,
            LocalDate dueOn,
            int nudge,
            Instant occurredAt)
            implements PlanEvent {}
}
