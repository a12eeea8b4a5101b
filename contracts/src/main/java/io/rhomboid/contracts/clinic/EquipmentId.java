package io.rhomboid.contracts.clinic;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import io.rhomboid.contracts.Uuids;

/** Names one piece of equipment of a clinic. A UUID on the wire. */
public record EquipmentId(@JsonValue UUID value) {

    /** @throws IllegalArgumentException if the text is not a UUID */
    @JsonCreator
    public static EquipmentId of(String text) {
        return new EquipmentId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
