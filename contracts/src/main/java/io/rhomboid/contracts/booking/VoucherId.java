package io.rhomboid.contracts.booking;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import io.rhomboid.contracts.Uuids;

/** Names a package, a gift card or a credit. A UUID on the wire. */
public record VoucherId(@JsonValue UUID value) {

    /** @throws IllegalArgumentException if the text is not a UUID */
    @JsonCreator
    public static VoucherId of(String text) {
        return new VoucherId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
