package io.rhomboid.gateway.session;

import java.net.URI;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.rhomboid.gateway.session.Session.Person;
import io.rhomboid.gateway.session.Session.Tokens;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class EndOfASessionTest {

    static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");
    static final SessionSettings SETTINGS = new SessionSettings(
            URI.create("http://localhost"),
            URI.create("http://localhost"),
            "rhomboid",
            "gateway",
            "secret",
            true,
            ofMinutes(15),
            ofHours(2),
            ofHours(10),
            "gateway");

    static Session seen(boolean staff, Instant seenAt) {
        return new Session(
                new Person("jo", null, null, List.of()),
                staff,
                new Tokens("a", "r"),
                0,
                TEN.plusSeconds(300),
                TEN,
                seenAt);
    }

    @Test
    void comes_for_staff_after_a_quarter_of_an_hour_without_a_request() {
        var session = seen(true, TEN);

        assertThat(session.isOver(TEN.plus(ofMinutes(15)).minusMillis(1), SETTINGS))
                .isFalse();
        assertThat(session.isOver(TEN.plus(ofMinutes(15)), SETTINGS)).isTrue();
    }

    @Test
    void comes_for_others_after_two_hours() {
        var session = seen(false, TEN);

        assertThat(session.isOver(TEN.plus(ofHours(2)).minusMillis(1), SETTINGS))
                .isFalse();
        assertThat(session.isOver(TEN.plus(ofHours(2)), SETTINGS)).isTrue();
    }

    @Test
    void comes_for_everybody_after_ten_hours_whatever_they_did() {
        var busy = seen(false, TEN.plus(ofHours(10)).minusSeconds(1));

        assertThat(busy.isOver(TEN.plus(ofHours(10)).minusMillis(1), SETTINGS)).isFalse();
        assertThat(busy.isOver(TEN.plus(ofHours(10)), SETTINGS)).isTrue();
    }

    @Test
    void is_told_with_its_time() {
        assertThat(seen(true, TEN).overAt(SETTINGS)).isEqualTo(TEN.plus(ofMinutes(15)));
        assertThat(seen(true, TEN.plus(ofMinutes(595))).overAt(SETTINGS)).isEqualTo(TEN.plus(ofHours(10)));
    }

    @Test
    void a_token_is_exchanged_half_a_minute_before_it_is_too_old() {
        var session = seen(true, TEN);

        assertThat(session.wantsRenewal(TEN.plusSeconds(269))).isFalse();
        assertThat(session.wantsRenewal(TEN.plusSeconds(270))).isTrue();
        assertThat(session.isGoodAt(TEN.plusSeconds(299))).isTrue();
        assertThat(session.isGoodAt(TEN.plusSeconds(300))).isFalse();
    }

    @Test
    void what_one_key_has_sealed_no_other_opens() {
        var key = SessionKey.made();
        var sealed = key.seal("a token");

        assertThat(SessionKey.of(key.forCookie()).orElseThrow().open(sealed)).isEqualTo("a token");
        assertThat(key.seal("a token")).isNotEqualTo(sealed);
        assertThatThrownBy(() -> SessionKey.made().open(sealed)).isInstanceOf(IllegalArgumentException.class);
        sealed[20] ^= 1;
        assertThatThrownBy(() -> key.open(sealed)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_key_shows_itself_in_nothing_that_is_derived_from_it() {
        var key = SessionKey.made();

        assertThat(List.of(key.storedAs(), key.csrfToken(), key.forCookie())).doesNotHaveDuplicates();
        assertThat(key.isCsrfToken(key.csrfToken())).isTrue();
        assertThat(key.isCsrfToken(key.storedAs())).isFalse();
        assertThat(SessionKey.of("../../etc/passwd")).isEmpty();
    }
}
