package io.rhomboid.contracts.clinic;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

import io.rhomboid.contracts.Event;

/** What therapist-service tells about clinics, on topic {@code clinics}; Kafka key: {@link #clinicId()}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface ClinicEvent extends Event {

    ClinicId clinicId();

    @Override
    default String key() {
        return clinicId().toString();
    }

    /** A clinic is new or another than before; carries all there is to know. */
    record ClinicChanged(ClinicId clinicId, long version, Clinic clinic, Instant occurredAt) implements ClinicEvent {}
}
