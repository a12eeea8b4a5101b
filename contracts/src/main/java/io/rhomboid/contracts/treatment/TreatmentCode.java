package io.rhomboid.contracts.treatment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import io.rhomboid.contracts.Codes;

/** A treatment of the catalogue, for example {@code TRIGGER_POINT}. */
public record TreatmentCode(@JsonValue String value) implements Comparable<TreatmentCode> {

    public TreatmentCode {
        Codes.check(value, "TRIGGER_POINT");
    }

    /** @throws IllegalArgumentException if the text is not a code */
    @JsonCreator
    public static TreatmentCode of(String text) {
        return new TreatmentCode(text);
    }

    @Override
    public int compareTo(TreatmentCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
