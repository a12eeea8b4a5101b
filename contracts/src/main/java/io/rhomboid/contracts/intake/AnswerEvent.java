package io.rhomboid.contracts.intake;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

import io.rhomboid.contracts.Event;
import io.rhomboid.contracts.client.ClientId;

/**
 * What booking-service tells about answers to intakes, on topic {@code intakes}; Kafka key: {@link #clientId()}. Nothing
 * of what was answered.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface AnswerEvent extends Event {

    ClientId clientId();

    @Override
    default String key() {
        return clientId().toString();
    }

    /**
     * A client has handed in their intake; they need not be asked for it.
     *
     * @param version of the intake; the highest counts
     * @param validUntil after that they must hand it in again
     */
    record IntakeAnswered(ClientId clientId, long version, Instant validUntil, Instant occurredAt)
            implements AnswerEvent {}
}
