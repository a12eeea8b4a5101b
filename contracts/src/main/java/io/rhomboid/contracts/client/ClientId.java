package io.rhomboid.contracts.client;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import io.rhomboid.contracts.Uuids;

/** Names a client. A UUID on the wire. */
public record ClientId(@JsonValue UUID value) {

    /** @throws IllegalArgumentException if the text is not a UUID */
    @JsonCreator
    public static ClientId of(String text) {
        return new ClientId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
