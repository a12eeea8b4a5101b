package io.rhomboid.contracts.therapist;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import io.rhomboid.contracts.Uuids;

/** Names a therapist. A UUID on the wire. */
public record TherapistId(@JsonValue UUID value) {

    /** @throws IllegalArgumentException if the text is not a UUID */
    @JsonCreator
    public static TherapistId of(String text) {
        return new TherapistId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
