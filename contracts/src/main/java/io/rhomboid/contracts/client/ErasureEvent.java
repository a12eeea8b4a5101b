package io.rhomboid.contracts.client;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

import io.rhomboid.contracts.Event;

/** What services say after a client was erased, on topic {@code erasures}; Kafka key: {@link #clientId()}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface ErasureEvent extends Event {

    ClientId clientId();

    @Override
    default String key() {
        return clientId().toString();
    }

    /**
     * A service has nothing personal of this client any more. May come again, when it was told again.
     *
     * @param version how often this service has said so
     * @param service for example {@code notification-service}
     */
    record ErasureConfirmed(ClientId clientId, long version, String service, Instant occurredAt)
            implements ErasureEvent {}
}
