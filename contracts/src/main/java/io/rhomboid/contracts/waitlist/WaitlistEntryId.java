package io.rhomboid.contracts.waitlist;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import io.rhomboid.contracts.Uuids;

/** Names somebody's place on a waitlist. A UUID on the wire. */
public record WaitlistEntryId(@JsonValue UUID value) {

    /** @throws IllegalArgumentException if the text is not a UUID */
    @JsonCreator
    public static WaitlistEntryId of(String text) {
        return new WaitlistEntryId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
