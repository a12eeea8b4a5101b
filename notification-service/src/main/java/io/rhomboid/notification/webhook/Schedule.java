package io.rhomboid.notification.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

/** When a message is tried again: at growing gaps over three days, as Standard Webhooks proposes. */
final class Schedule {

    static final List<Duration> GAPS = List.of(
            ofSeconds(5),
            ofMinutes(5),
            ofMinutes(30),
            ofHours(2),
            ofHours(5),
            ofHours(10),
            ofHours(14),
            ofHours(20),
            ofHours(24));

    /** A bit longer than all gaps together; nothing is told that is older. */
    static final Duration GIVE_UP_AFTER = ofHours(84);

    /** An endpoint that has failed for so long, and now fails a last time, is left alone. */
    static final Duration LASTING = ofHours(72);

    private Schedule() {}

    /**
     * Up to a tenth later than the gap says, so that what failed together does not come back together; empty when it is
     * given up.
     *
     * @param failed how many attempts have failed, at least one
     * @param asked what the receiver asked for; longer than a day is not believed
     */
    static Optional<Instant> next(
            int failed, Instant recordedAt, Instant now, @Nullable Duration asked, RandomGenerator random) {
        if (failed > GAPS.size()) return Optional.empty();
        var gap = GAPS.get(failed - 1);
        if (asked != null && asked.compareTo(gap) > 0) gap = asked.compareTo(ofHours(24)) < 0 ? asked : ofHours(24);
        var at = now.plus(gap).plusMillis(random.nextLong(gap.toMillis() / 10 + 1));
        return at.isAfter(recordedAt.plus(GIVE_UP_AFTER)) ? Optional.empty() : Optional.of(at);
    }
}
