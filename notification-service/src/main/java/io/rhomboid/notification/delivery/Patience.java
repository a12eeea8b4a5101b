package io.rhomboid.notification.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * How long to wait between attempts, and when to give up.
 *
 * @param firstPause after the first attempt; doubled after each further one
 * @param longestPause but never longer than this
 * @param attempts give up after so many
 * @param giveUpAfter or when the news is as old as this
 * @param recheck how often to look whether what was missing is there, should nobody have told
 * @param superseded news that could not be told for so long is not told any more when there is newer news
 */
public record Patience(
        Duration firstPause,
        Duration longestPause,
        int attempts,
        Duration giveUpAfter,
        Duration recheck,
        Duration superseded) {

    /** Between half of it and all of it, so that what failed together does not come back together. */
    public Duration pause(int failed, RandomGenerator random) {
        var doublings = Math.min(failed - 1, 30);
        var full = firstPause.multipliedBy(1L << doublings);
        if (full.compareTo(longestPause) > 0) full = longestPause;
        var half = full.toMillis() / 2;
        return Duration.ofMillis(half + random.nextLong(half + 1));
    }

    boolean isExhausted(int failed, Instant recordedAt, Instant now) {
        return failed >= attempts || !now.isBefore(recordedAt.plus(giveUpAfter));
    }
}
