package io.rhomboid.booking.calendar;

import java.time.Instant;

import io.rhomboid.booking.reservation.Whose;

/**
 * One address at which somebody's sessions can be read. Born with a token, which can be changed for a new one, and gone
 * when it is revoked.
 *
 * @param version how many tokens it has had
 * @param tokenSince when it got the one that opens it now
 */
public record Feed(FeedId id, long version, Whose whose, Instant createdAt, Instant tokenSince) {

    static Feed open(FeedId id, Whose whose, Instant now) {
        return new Feed(id, 1, whose, now, now);
    }

    Feed withNewToken(Instant now) {
        return new Feed(id, version + 1, whose, createdAt, now);
    }
}
