package io.rhomboid.booking.subscription;

import org.jspecify.annotations.Nullable;

/** What came of asking for a calendar. */
public sealed interface Fetched {

    record Text(String text, @Nullable String etag) implements Fetched {}

    /** It is as it was at that entity tag. */
    record Unchanged() implements Fetched {}

    /** @param why for the therapist; names no address */
    record Failed(String why) implements Fetched {}
}
