package io.rhomboid.contracts.plan;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import io.rhomboid.contracts.Uuids;

/** Names a treatment plan. A UUID on the wire. */
public record PlanId(@JsonValue UUID value) {

    /** @throws IllegalArgumentException if the text is not a UUID */
    @JsonCreator
    public static PlanId of(String text) {
        return new PlanId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
