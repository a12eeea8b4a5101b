package io.rhomboid.booking.vault;

import java.util.Arrays;

/**
 * A data key as it may lie in a database.
 *
 * @param by which key-encryption key it takes to unwrap it
 */
public record WrappedKey(String by, byte[] bytes) {

    @Override
    public boolean equals(Object other) {
        return other instanceof WrappedKey(var otherBy, var otherBytes)
                && by.equals(otherBy)
                && Arrays.equals(bytes, otherBytes);
    }

    @Override
    public int hashCode() {
        return 31 * by.hashCode() + Arrays.hashCode(bytes);
    }

    /** A key is never written by accident, wrapped or not. */
    @Override
    public String toString() {
        return "WrappedKey[by=" + by + "]";
    }
}
