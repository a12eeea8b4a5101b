package io.rhomboid.booking.invariant;

import java.util.List;

/**
 * A broken promise.
 *
 * @param documents the ids of those that break it
 * @param detail what is wrong, for who mends it; no personal data
 */
public record Violation(Invariant invariant, List<String> documents, String detail) {

    public Violation {
        documents = List.copyOf(documents);
    }
}
