package io.rhomboid.booking.calendar;

import java.util.List;
import java.util.Optional;

import io.rhomboid.booking.reservation.Whose;

/** All feeds, each with the hash of the token that opens it. */
public interface Feeds {

    /** @param bodyHash of the request that made it */
    record Kept(Feed feed, String bodyHash) {}

    Optional<Kept> find(FeedId id);

    Optional<Feed> openedBy(String tokenHash);

    /** The oldest first. */
    List<Feed> of(Whose whose);

    /** False if there is a feed with this id. */
    boolean add(Feed feed, String tokenHash, String bodyHash);

    /** From now on this token opens it, and no other. False if the feed is not of the version before. */
    boolean changeToken(Feed feed, String tokenHash);

    /** False if there is no such feed of this version. */
    boolean remove(FeedId id, long version);
}
