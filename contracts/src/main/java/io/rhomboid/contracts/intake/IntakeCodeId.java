package io.rhomboid.contracts.intake;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import io.rhomboid.contracts.Uuids;

/** Names a code that lets somebody without an account at their intake; it is not the code. A UUID on the wire. */
public record IntakeCodeId(@JsonValue UUID value) {

    /** @throws IllegalArgumentException if the text is not a UUID */
    @JsonCreator
    public static IntakeCodeId of(String text) {
        return new IntakeCodeId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
