package io.rhomboid.gateway.limit;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;

/**
 * Which slots each visitor holds now, whatever the clients are called for whom they are held.
 *
 * <p>A place is taken before the request goes on, so that many at once get no more than many in turn. It then becomes the
 * hold's, or is given back. A hold ends when it is confirmed or let go from the same address, and by itself after its
 * time. At most so many visitors are remembered; who is forgotten starts anew.
 */
final class Holds {

    private final int places;
    private final long lengthNanos;
    private final Ticker clock;
    private final Cache<String, Map<String, Long>> byVisitor;

    /**
     * @param places how many one visitor may have at once
     * @param length how long a hold lasts if nobody ends it
     */
    Holds(int places, Duration length, int remembered, Ticker clock) {
        this.places = places;
        this.lengthNanos = length.toNanos();
        this.clock = clock;
        byVisitor = Caffeine.newBuilder()
                .maximumSize(remembered)
                .expireAfterWrite(length.multipliedBy(2))
                .ticker(clock)
                .build();
    }

    /**
     * Takes a place.
     *
     * @param request names it until it is known which hold it becomes
     * @return false if all are taken
     */
    boolean take(String visitor, String request) {
        return of(visitor, held -> {
            if (held.size() >= places) return false;
            held.put(request, clock.read() + lengthNanos);
            return true;
        });
    }

    void giveBack(String visitor, String request) {
        of(visitor, held -> held.remove(request) != null);
    }

    /** The place taken for a request is this booking's from now on; also when the booking had one already. */
    void becomes(String visitor, String request, String booking) {
        of(visitor, held -> {
            held.remove(request);
            held.put(booking, clock.read() + lengthNanos);
            return true;
        });
    }

    /** A hold has been prolonged. */
    void renew(String visitor, String booking) {
        of(visitor, held -> held.computeIfPresent(booking, (_, _) -> clock.read() + lengthNanos) != null);
    }

    private boolean of(String visitor, Predicate<Map<String, Long>> work) {
        var answer = new boolean[1];
        byVisitor.asMap().compute(visitor, (_, known) -> {
            var held = known == null ? new HashMap<String, Long>() : known;
            held.values().removeIf(until -> until <= clock.read());
            answer[0] = work.test(held);
            return held.isEmpty() ? null : held;
        });
        return answer[0];
    }
}
