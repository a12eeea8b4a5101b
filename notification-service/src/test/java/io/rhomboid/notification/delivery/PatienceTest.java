package io.rhomboid.notification.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

import org.junit.jupiter.api.Test;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

class PatienceTest {

    final Patience patience = new Patience(ofSeconds(5), ofMinutes(1), 5, ofHours(48), ofMinutes(1), ofMinutes(10));

    @Test
    void pauses_double_up_to_the_longest_and_are_never_all_the_same() {
        var random = RandomGenerator.getDefault();
        for (int failed = 1; failed < 200; failed++) {
            var full = Duration.ofSeconds(failed < 5 ? 5L << (failed - 1) : 60);
            for (int i = 0; i < 20; i++) {
                assertThat(patience.pause(failed, random)).isBetween(full.dividedBy(2), full);
            }
        }
        assertThat(random.longs(20, 0, 9)
                        .mapToObj(_ -> patience.pause(4, random))
                        .distinct()
                        .count())
                .isGreaterThan(1);
    }

    @Test
    void ends_after_enough_attempts_or_enough_time() {
        var noon = Instant.parse("2026-11-21T12:00:00Z");

        assertThat(patience.isExhausted(4, noon, noon.plus(ofHours(47)))).isFalse();
        assertThat(patience.isExhausted(5, noon, noon)).isTrue();
        assertThat(patience.isExhausted(1, noon, noon.plus(ofHours(48)))).isTrue();
    }
}
