package io.rhomboid.booking.erasure;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.rhomboid.contracts.client.ClientId;

import static org.assertj.core.api.Assertions.assertThat;

class ErasureTest {

    static final ClientId JO = new ClientId(UUID.randomUUID());
    static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    static final Duration TEN_YEARS = Duration.ofDays(3650);

    @Test
    void is_due_at_once_when_nothing_took_place() {
        var erasure = Erasure.asked(JO, NOW, null, TEN_YEARS);

        assertThat(erasure.dueAt()).isEqualTo(NOW);
        assertThat(erasure.isDue(NOW)).isTrue();
    }

    @Test
    void is_due_at_once_when_nothing_has_to_be_kept() {
        assertThat(Erasure.asked(JO, NOW, NOW.minusSeconds(1), Duration.ZERO).isDue(NOW))
                .isTrue();
    }

    @Test
    void waits_until_notes_have_been_kept_as_long_as_they_must_be() {
        var last = NOW.minus(Duration.ofDays(3649));
        var erasure = Erasure.asked(JO, NOW, last, TEN_YEARS);

        assertThat(erasure.dueAt()).isEqualTo(NOW.plus(Duration.ofDays(1)));
        assertThat(erasure.isDue(erasure.dueAt().minusNanos(1))).isFalse();
        assertThat(erasure.isDue(erasure.dueAt())).isTrue();
    }

    @Test
    void is_not_late_for_what_was_kept_long_enough() {
        var erasure = Erasure.asked(JO, NOW, NOW.minus(TEN_YEARS).minusSeconds(1), TEN_YEARS);

        assertThat(erasure.dueAt()).isEqualTo(NOW);
    }
}
