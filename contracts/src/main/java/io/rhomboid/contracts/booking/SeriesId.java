package io.rhomboid.contracts.booking;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import io.rhomboid.contracts.Uuids;

/** Names a series. A UUID on the wire. */
public record SeriesId(@JsonValue UUID value) {

    /** @throws IllegalArgumentException if the text is not a UUID */
    @JsonCreator
    public static SeriesId of(String text) {
        return new SeriesId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
