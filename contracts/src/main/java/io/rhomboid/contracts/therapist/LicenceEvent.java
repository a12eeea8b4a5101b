package io.rhomboid.contracts.therapist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

import io.rhomboid.contracts.Event;
import io.rhomboid.contracts.clinic.ClinicId;

/** What therapist-service has to say about licences, on topic {@code licences}; Kafka key: {@link #licenceId()}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface LicenceEvent extends Event {

    LicenceId licenceId();

    @Override
    default String key() {
        return licenceId().toString();
    }

    /**
     * A verified licence will end, or has just ended, and no other takes over. Told 60, 30 and 7 days before, and when
     * it is over.
     *
     * @param version the notice's number: 1 is the first that there can be
     * @param number as on the paper
     * @param validUntil the last day, inclusive
     * @param daysLeft until {@code validUntil}, counted in UTC; negative when it is over
     * @param clinicIds where the therapist works under it
     */
    record LicenceExpiring(
            LicenceId licenceId,
            long version,
            TherapistId therapistId,
            String number,
            String jurisdiction,
            LocalDate validUntil,
            int daysLeft,
            List<ClinicId> clinicIds,
            Instant occurredAt)
            implements LicenceEvent {

        public LicenceExpiring {
            clinicIds = List.copyOf(clinicIds);
        }
    }
}
