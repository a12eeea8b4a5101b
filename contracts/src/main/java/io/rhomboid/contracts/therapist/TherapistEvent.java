package io.rhomboid.contracts.therapist;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

import io.rhomboid.contracts.Event;

/** What therapist-service tells about therapists, on topic {@code therapists}; Kafka key: {@link #therapistId()}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface TherapistEvent extends Event {

    TherapistId therapistId();

    @Override
    default String key() {
        return therapistId().toString();
    }

    /** A therapist is new or another than before; carries all there is to know. */
    record TherapistChanged(TherapistId therapistId, long version, Therapist therapist, Instant occurredAt)
            implements TherapistEvent {}
}
