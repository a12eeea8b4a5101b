package io.rhomboid.platform.work;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class RoundsTest {

    final AtomicInteger made = new AtomicInteger();

    @Test
    void are_made_again_and_again_until_they_are_stopped_whatever_goes_wrong() {
        var rounds = new Rounds("trying", Duration.ofMillis(5), () -> {
            if (made.incrementAndGet() % 2 == 1) throw new IllegalStateException("once in a while");
        });

        rounds.start();
        assertThat(rounds.isRunning()).isTrue();
        await().atMost(Duration.ofSeconds(20)).until(() -> made.get() >= 4);
        rounds.stop();
        await().atMost(Duration.ofSeconds(20)).until(() -> !rounds.isRunning());
    }

    @Test
    void a_round_that_waits_ends_with_them() {
        var rounds = new Rounds("waiting", Duration.ZERO, () -> {
            made.incrementAndGet();
            Thread.sleep(Duration.ofHours(1));
        });

        rounds.start();
        await().atMost(Duration.ofSeconds(20)).until(() -> made.get() == 1);
        rounds.stop();

        await().atMost(Duration.ofSeconds(20)).until(() -> !rounds.isRunning());
    }
}
