package io.rhomboid.contracts.clinic;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import io.rhomboid.contracts.Uuids;

/** Names a room of a clinic. A UUID on the wire. */
public record RoomId(@JsonValue UUID value) {

    /** @throws IllegalArgumentException if the text is not a UUID */
    @JsonCreator
    public static RoomId of(String text) {
        return new RoomId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
