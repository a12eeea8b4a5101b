package io.rhomboid.contracts.treatment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import io.rhomboid.contracts.Codes;

/** Something about a client that speaks against a treatment, for example {@code PREGNANCY}. */
public record ContraindicationCode(@JsonValue String value) implements Comparable<ContraindicationCode> {

    public ContraindicationCode {
        Codes.check(value, "PREGNANCY");
    }

    /** @throws IllegalArgumentException if the text is not a code */
    @JsonCreator
    public static ContraindicationCode of(String text) {
        return new ContraindicationCode(text);
    }

    @Override
    public int compareTo(ContraindicationCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
