package io.rhomboid.booking.invariant;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A series as far as promises are made about it: that all its visits are as it has decided.
 *
 * @param lookAgainAt when somebody should see to it; absent when all is done
 * @param asked how many visits it has
 * @param visits the statuses of those that there are, and of a cancelled series of those that were cancelled with it
 */
public record StoredSeries(
        String id, String status, @Nullable Instant lookAgainAt, int asked, List<String> visits) {

    private static final Duration LATE = Duration.ofMinutes(1);
    private static final Set<String> STANDING = Set.of("HELD", "CONFIRMED", "ARRIVED", "COMPLETED", "NO_SHOW");

    public StoredSeries {
        visits = List.copyOf(visits);
    }

    /** What is wrong with it, if anything. */
    Optional<String> half(Instant now) {
        var late = lookAgainAt != null && lookAgainAt.plus(LATE).isBefore(now);
        // What was decided a moment ago is being carried out.
        if (lookAgainAt != null && !late && !status.equals("HELD")) return Optional.empty();
        boolean whole = switch (status) {
            case "HELD" -> !late && visits.size() == asked && visits.stream().allMatch("HELD"::equals);
            case "CONFIRMED" ->
                visits.size() == asked && visits.stream().noneMatch(Set.of("HELD", "EXPIRED")::contains);
            case "CANCELLED" -> visits.stream().noneMatch(Set.of("HELD", "CONFIRMED")::contains);
            case "RELEASED", "EXPIRED", "LOST" -> visits.stream().noneMatch(STANDING::contains);
            default -> false;
        };
        return whole ? Optional.empty() : Optional.of("a series that is " + status + " has visits " + visits);
    }
}
