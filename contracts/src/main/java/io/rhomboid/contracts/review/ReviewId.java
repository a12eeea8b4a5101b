package io.rhomboid.contracts.review;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import io.rhomboid.contracts.Uuids;

/** Names a review. A UUID on the wire. */
public record ReviewId(@JsonValue UUID value) {

    /** @throws IllegalArgumentException if the text is not a UUID */
    @JsonCreator
    public static ReviewId of(String text) {
        return new ReviewId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
