package io.rhomboid.contracts.clinic;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import io.rhomboid.contracts.Codes;

/** What a room offers and a treatment may need, for example {@code TABLE}, {@code FLOOR_MAT} or {@code HEAT_SOURCE}. */
public record RoomFeature(@JsonValue String value) implements Comparable<RoomFeature> {

    /** Two can be treated side by side there, if they come together. */
    public static final RoomFeature DOUBLE = new RoomFeature("DOUBLE");

    public RoomFeature {
        Codes.check(value, "TABLE");
    }

    /** @throws IllegalArgumentException if the text is not a code */
    @JsonCreator
    public static RoomFeature of(String text) {
        return new RoomFeature(text);
    }

    @Override
    public int compareTo(RoomFeature other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
