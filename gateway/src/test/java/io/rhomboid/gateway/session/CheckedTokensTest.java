package io.rhomboid.gateway.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CheckedTokensTest {

    static final Instant START = Instant.parse("2026-03-02T10:00:00Z");

    /** A clock that is set by hand. */
    static final class ByHand extends Clock {

        Instant now = START;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    final ByHand clock = new ByHand();
    final List<String> checked = new ArrayList<>();
    final CheckedTokens tokens = new CheckedTokens(this::check, clock);

    /** A token reads {@code jo 300}: whose it is, and for how many seconds from the start it is good. */
    private Mono<Jwt> check(String token) {
        checked.add(token);
        var parts = token.split(" ");
        if (parts.length != 2) return Mono.error(new BadJwtException("no token"));
        var until = START.plusSeconds(Long.parseLong(parts[1]));
        if (!clock.now.isBefore(until)) return Mono.error(new BadJwtException("over"));
        return Mono.just(Jwt.withTokenValue(token)
                .header("alg", "ES256")
                .subject(parts[0])
                .expiresAt(until)
                .build());
    }

    @Test
    void one_that_was_good_is_checked_once_a_minute() {
        for (var i = 0; i < 10; i++)
            assertThat(tokens.subject("jo 300").block()).isEqualTo("jo");
        assertThat(checked).containsExactly("jo 300");

        clock.now = START.plus(Duration.ofSeconds(61));
        assertThat(tokens.subject("jo 300").block()).isEqualTo("jo");
        assertThat(checked).hasSize(2);
    }

    @Test
    void one_says_nothing_of_another() {
        tokens.subject("jo 300").block();

        assertThat(tokens.subject("ada 300").block()).isEqualTo("ada");
        assertThat(checked).containsExactly("jo 300", "ada 300");
    }

    @Test
    void one_that_is_over_is_no_longer_good() {
        tokens.subject("jo 30").block();
        clock.now = START.plusSeconds(30);

        assertThatThrownBy(() -> tokens.subject("jo 30").block()).isInstanceOf(BadJwtException.class);
    }

    @Test
    void one_that_was_refused_is_checked_each_time() {
        for (var i = 0; i < 3; i++) {
            assertThatThrownBy(() -> tokens.subject("no-token").block()).isInstanceOf(BadJwtException.class);
        }
        assertThat(checked).hasSize(3);
    }
}
