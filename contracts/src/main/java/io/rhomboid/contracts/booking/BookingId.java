package io.rhomboid.contracts.booking;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import io.rhomboid.contracts.Uuids;

/** Names a booking. A UUID on the wire. */
public record BookingId(@JsonValue UUID value) {

    /** @throws IllegalArgumentException if the text is not a UUID */
    @JsonCreator
    public static BookingId of(String text) {
        return new BookingId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
