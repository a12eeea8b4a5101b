package io.rhomboid.booking.calendar;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

import io.rhomboid.booking.reservation.Whose;

/** Opens feeds, gives them new tokens, and revokes them. Who may do so is asked before it comes here. */
public final class FeedDesk {

    /** What the desk says. */
    public sealed interface Answer {

        /** The only time that the token is told. */
        record Opened(Feed feed, FeedToken token) implements Answer {}

        /** A repeat of the request that opened it; its token can't be told again. */
        record OpenAlready(Feed feed) implements Answer {}

        record Revoked() implements Answer {}

        record UnknownOwner(Whose whose) implements Answer {}

        record UnknownFeed() implements Answer {}

        record KeyReused() implements Answer {}

        record VersionChanged(long current) implements Answer {}
    }

    private final Feeds feeds;
    private final Predicate<Whose> known;
    private final RandomGenerator random;
    private final Clock clock;

    /**
     * @param known whether there is such a client, therapist or clinic
     * @param random one that nobody can foresee
     */
    public FeedDesk(Feeds feeds, Predicate<Whose> known, RandomGenerator random, Clock clock) {
        this.feeds = feeds;
        this.known = known;
        this.random = random;
        this.clock = clock;
    }

    /** The id is derived from the key, so that a repeat finds what the first one made. */
    public Answer open(FeedId id, String bodyHash, Whose whose) {
        if (!known.test(whose)) return new Answer.UnknownOwner(whose);
        var token = FeedToken.next(random);
        var feed = Feed.open(id, whose, clock.instant());
        if (feeds.add(feed, token.hash(), bodyHash)) return new Answer.Opened(feed, token);
        return feeds.find(id)
                .<Answer>map(kept ->
                        kept.bodyHash().equals(bodyHash) ? new Answer.OpenAlready(kept.feed()) : new Answer.KeyReused())
                .orElseGet(Answer.UnknownFeed::new);
    }

    public Optional<Feed> find(FeedId id) {
        return feeds.find(id).map(Feeds.Kept::feed);
    }

    public List<Feed> of(Whose whose) {
        return feeds.of(whose);
    }

    /** The former token opens nothing from now on. */
    public Answer changeToken(FeedId id, long expected) {
        var feed = find(id);
        if (feed.isEmpty()) return new Answer.UnknownFeed();
        var token = FeedToken.next(random);
        var next = feed.get().withNewToken(clock.instant());
        return next.version() == expected + 1 && feeds.changeToken(next, token.hash())
                ? new Answer.Opened(next, token)
                : changedSince(id);
    }

    public Answer revoke(FeedId id, long expected) {
        return feeds.remove(id, expected) ? new Answer.Revoked() : changedSince(id);
    }

    private Answer changedSince(FeedId id) {
        return find(id).<Answer>map(feed -> new Answer.VersionChanged(feed.version()))
                .orElseGet(Answer.UnknownFeed::new);
    }
}
