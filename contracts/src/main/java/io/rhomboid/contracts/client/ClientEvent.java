package io.rhomboid.contracts.client;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

import io.rhomboid.contracts.Event;

/** What booking-service tells about clients, on topic {@code clients}; Kafka key: {@link #clientId()}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface ClientEvent extends Event {

    ClientId clientId();

    @Override
    default String key() {
        return clientId().toString();
    }

    /** A client is new or another than before; carries all there is to know. */
    record ClientChanged(ClientId clientId, long version, Client client, Instant occurredAt) implements ClientEvent {}
}
