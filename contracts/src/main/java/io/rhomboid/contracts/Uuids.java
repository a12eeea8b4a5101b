package io.rhomboid.contracts;

import java.util.UUID;
import java.util.regex.Pattern;

/** Reads UUIDs strictly: {@link UUID#fromString} would take "1-1-1-1-1" as well. */
public final class Uuids {

    private static final Pattern CANONICAL =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private Uuids() {}

    /** @throws IllegalArgumentException if the text is not a UUID in its canonical form of 36 characters */
    public static UUID parse(String text) {
        if (!CANONICAL.matcher(text).matches()) {
            throw new IllegalArgumentException("must be a UUID, for example 0b8f7b0e-0000-4000-8000-000000000001");
        }
        return UUID.fromString(text);
    }
}
