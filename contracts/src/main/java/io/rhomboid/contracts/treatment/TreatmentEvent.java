package io.rhomboid.contracts.treatment;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

import io.rhomboid.contracts.Event;

/** What therapist-service tells about the catalogue, on topic {@code treatments}; Kafka key: {@link #code()}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface TreatmentEvent extends Event {

    TreatmentCode code();

    @Override
    default String key() {
        return code().toString();
    }

    /** A treatment is new or another than before; carries all there is to know. */
    record TreatmentChanged(TreatmentCode code, long version, Treatment treatment, Instant occurredAt)
            implements TreatmentEvent {}
}
