package io.rhomboid.gateway.routing;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where the instances of one service are. Each is asked in turn; one that could not be reached, or said that it is about
 * to go, is passed over for a while, unless no other is left.
 */
public final class Instances {

    /** Longer than a service that goes still answers. */
    private static final Duration PASSED_OVER = Duration.ofSeconds(5);

    private volatile List<URI> all = List.of();
    private final InstantSource clock;
    private final AtomicInteger turn = new AtomicInteger();
    private final Map<URI, Instant> awayUntil = new ConcurrentHashMap<>();

    /** @param all at least one; only scheme, host and port count */
    public Instances(List<URI> all, InstantSource clock) {
        this.clock = clock;
        are(all);
    }

    /** From now on, see {@link Names}. */
    void are(List<URI> now) {
        if (now.isEmpty()) throw new IllegalArgumentException("a service needs an address");
        all = now.stream()
                .map(instance -> URI.create(instance.getScheme() + "://" + instance.getRawAuthority()))
                .toList();
        awayUntil.keySet().retainAll(all);
    }

    public URI next() {
        var all = this.all;
        var first = Math.floorMod(turn.getAndIncrement(), all.size());
        for (var i = 0; i < all.size(); i++) {
            var instance = all.get((first + i) % all.size());
            if (!isAway(instance)) return instance;
        }
        return all.get(first);
    }

    int size() {
        return all.size();
    }

    private boolean isAway(URI instance) {
        var until = awayUntil.get(instance);
        return until != null && clock.instant().isBefore(until);
    }

    void passOver(URI instance) {
        awayUntil.put(instance, clock.instant().plus(PASSED_OVER));
    }
}
