package io.rhomboid.gateway.limit;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;

/**
 * How much each visitor may still ask, of each kind of thing.
 *
 * <p>A bucket that nobody drew from for its whole window is full again, so forgetting it changes nothing. When more
 * visitors than {@code remembered} come within a window, the least busy are forgotten early and start anew: memory is
 * bounded, whoever asks.
 */
final class Allowances {

    private final Map<Asked, Rate> rates;
    private final Map<Asked, Cache<String, Bucket>> buckets = new EnumMap<>(Asked.class);
    private final TimeMeter clock;

    /**
     * What is left after a request.
     *
     * @param granted whether the request may go on
     * @param left how many more may follow at once
     * @param whole until the allowance is whole again, if nothing more is asked
     * @param next until one more may be asked; zero if {@code granted}
     */
    record Left(boolean granted, long left, Duration whole, Duration next) {}

    Allowances(Map<Asked, Rate> rates, int remembered, TimeMeter clock) {
        this.rates = Map.copyOf(rates);
        this.clock = clock;
        for (var kind : Asked.values()) {
            buckets.put(
                    kind,
                    Caffeine.newBuilder()
                            .maximumSize(remembered)
                            .expireAfterAccess(rateOf(kind).window())
                            .ticker(clock::currentTimeNanos)
                            .executor(Runnable::run) // to wake another thread takes longer than to do it
                            .build());
        }
    }

    Rate rateOf(Asked kind) {
        return rates.get(kind);
    }

    Left draw(Asked kind, String visitor) {
        var bucket = buckets.get(kind).get(visitor, _ -> full(rateOf(kind)));
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        return new Left(
                probe.isConsumed(),
                probe.getRemainingTokens(),
                Duration.ofNanos(probe.getNanosToWaitForReset()),
                Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /** Takes away so many more, or as many as there are. */
    void drawOff(Asked kind, String visitor, int requests) {
        buckets.get(kind).get(visitor, _ -> full(rateOf(kind))).tryConsumeAsMuchAsPossible(requests);
    }

    private Bucket full(Rate rate) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(rate.requests()).refillGreedy(rate.requests(), rate.window()))
                .withCustomTimePrecision(clock)
                .build();
    }

    /** How many visitors are remembered now, each once for each kind. */
    long remembered() {
        return buckets.values().stream()
                .peek(Cache::cleanUp)
                .mapToLong(Cache::estimatedSize)
                .sum();
    }
}
