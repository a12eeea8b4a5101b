package io.rhomboid.notification.webhook;

import java.util.UUID;

import io.rhomboid.contracts.Uuids;

/** Names an endpoint. A UUID on the wire. */
public record EndpointId(UUID value) {

    /** @throws IllegalArgumentException if the text is not a UUID */
    public static EndpointId of(String text) {
        return new EndpointId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
