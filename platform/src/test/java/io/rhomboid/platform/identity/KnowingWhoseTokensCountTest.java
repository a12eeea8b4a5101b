package io.rhomboid.platform.identity;

import java.net.URI;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class KnowingWhoseTokensCountTest {

    static final URI KEYS = URI.create("https://sign-in.rhomboid.example/jwks");

    @Test
    void is_needed_for_a_start_and_nothing_switches_that_off() {
        assertThatThrownBy(() -> new IdentitySettings("", KEYS, "rhomboid"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("IDENTITY_ISSUER");
        assertThatThrownBy(() -> new IdentitySettings("https://sign-in.rhomboid.example", null, "rhomboid"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("IDENTITY_JWKS_URI");
        assertThatCode(() -> new IdentitySettings("https://sign-in.rhomboid.example", KEYS, "rhomboid"))
                .doesNotThrowAnyException();
    }
}
