package io.rhomboid.contracts.block;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import io.rhomboid.contracts.Uuids;

/** Names a block. A UUID on the wire. */
public record BlockId(@JsonValue UUID value) {

    /** @throws IllegalArgumentException if the text is not a UUID */
    @JsonCreator
    public static BlockId of(String text) {
        return new BlockId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
