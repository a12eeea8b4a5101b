package io.rhomboid.contracts.client;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

import io.rhomboid.contracts.Event;

/** What booking-service has said to people for the last time, on topic {@code farewells}; Kafka key: {@link #clientId()}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface FarewellEvent extends Event {

    /** Who they were; nothing is known by it any more. */
    ClientId clientId();

    @Override
    default String key() {
        return clientId().toString();
    }

    /**
     * Every service has said that it has nothing left of them, and they shall be told: once.
     *
     * @param mail where they are told; nobody keeps it after that
     * @param language BCP 47, in which they wanted to be written to
     */
    record ErasureCompleted(ClientId clientId, long version, String mail, String language, Instant occurredAt)
            implements FarewellEvent {

        /** Where somebody is reached is never written by accident. */
        @Override
        public String toString() {
            return "ErasureCompleted[clientId=" + clientId + "]";
        }
    }
}
