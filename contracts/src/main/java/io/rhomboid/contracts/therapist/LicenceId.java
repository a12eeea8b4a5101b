package io.rhomboid.contracts.therapist;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import io.rhomboid.contracts.Uuids;

/** Names a licence of a therapist. A UUID on the wire. */
public record LicenceId(@JsonValue UUID value) {

    /** @throws IllegalArgumentException if the text is not a UUID */
    @JsonCreator
    public static LicenceId of(String text) {
        return new LicenceId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
