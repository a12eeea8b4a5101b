package io.rhomboid.contracts.clinic;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import io.rhomboid.contracts.Uuids;

/** Names a clinic. A UUID on the wire. */
public record ClinicId(@JsonValue UUID value) {

    /** @throws IllegalArgumentException if the text is not a UUID */
    @JsonCreator
    public static ClinicId of(String text) {
        return new ClinicId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
