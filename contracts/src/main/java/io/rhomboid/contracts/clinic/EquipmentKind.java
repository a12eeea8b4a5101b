package io.rhomboid.contracts.clinic;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import io.rhomboid.contracts.Codes;

/** A kind of equipment that a treatment may need, for example {@code HOT_STONE_KIT}. */
public record EquipmentKind(@JsonValue String value) implements Comparable<EquipmentKind> {

    public EquipmentKind {
        Codes.check(value, "HOT_STONE_KIT");
    }

    /** @throws IllegalArgumentException if the text is not a code */
    @JsonCreator
    public static EquipmentKind of(String text) {
        return new EquipmentKind(text);
    }

    @Override
    public int compareTo(EquipmentKind other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
