package io.rhomboid.booking.invariant;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What one look has found.
 *
 * @param at when it began
 * @param checked documents
 * @param counts how often each promise is broken; without those that are kept
 * @param violations the first of them, one by one
 * @param oldestUntold when the oldest event happened that is not told yet; null when there is none
 */
public record Report(
        Instant at,
        long checked,
        Map<Invariant, Long> counts,
        List<Violation> violations,
        @Nullable Instant oldestUntold) {

    public Report {
        var inOrder = new EnumMap<Invariant, Long>(Invariant.class);
        inOrder.putAll(counts);
        counts = Collections.unmodifiableMap(inOrder);
        violations = List.copyOf(violations);
    }

    public boolean isHealthy() {
        return counts.isEmpty();
    }
}
