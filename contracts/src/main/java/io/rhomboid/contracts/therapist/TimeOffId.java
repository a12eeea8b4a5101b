package io.rhomboid.contracts.therapist;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import io.rhomboid.contracts.Uuids;

/** Names one absence of a therapist. A UUID on the wire. */
public record TimeOffId(@JsonValue UUID value) {

    /** @throws IllegalArgumentException if the text is not a UUID */
    @JsonCreator
    public static TimeOffId of(String text) {
        return new TimeOffId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
