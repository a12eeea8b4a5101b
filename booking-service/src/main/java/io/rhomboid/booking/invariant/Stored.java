package io.rhomboid.booking.invariant;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A document as far as promises are made about it.
 *
 * @param takings what it takes while it stands, buffers included; empty when it has ended
 * @param otherClaims what it should claim beside the cells of its takings
 * @param claims what it does claim
 * @param holdExpiresAt only of a hold
 * @param history versions, in the order in which they are stored; empty if it has none
 * @param untold versions of the events that wait, in their order
 * @param tellsEach whether each of its versions is an event; else some are told and some are nobody's business
 * @param oldestUntold when the first of them happened
 */
public record Stored(
        String id,
        long version,
        List<Taking> takings,
        Set<String> otherClaims,
        Set<String> claims,
        @Nullable Instant holdExpiresAt,
        List<Long> history,
        List<Long> untold,
        boolean tellsEach,
        @Nullable Instant oldestUntold) {

    public Stored {
        takings = List.copyOf(takings);
        otherClaims = Set.copyOf(otherClaims);
        claims = Set.copyOf(claims);
        history = List.copyOf(history);
        untold = List.copyOf(untold);
    }

    /**
     * From when to when somebody or something is taken.
     *
     * @param resource as in claims: {@code t:}, {@code r:}, {@code e:} or {@code c:} and an id
     */
    public record Taking(String resource, Instant from, Instant to) {

        boolean crosses(Taking other) {
            return resource.equals(other.resource) && from.isBefore(other.to) && other.from.isBefore(to);
        }
    }
}
