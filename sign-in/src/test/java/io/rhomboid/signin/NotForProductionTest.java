package io.rhomboid.signin;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

class NotForProductionTest {

    /** What it says of the failed start is what is tested. */
    private static final String QUIET = "--logging.level.root=off";

    @ParameterizedTest
    @ValueSource(strings = {"prod", "production", "PRODUCTION", "prod-eu", "live", "staging"})
    void it_does_not_start_under_a_profile_of_production(String profile) {
        assertThatThrownBy(
                        () -> SignInApplication.application().run(QUIET, "--spring.profiles.active=local," + profile))
                .hasMessageContaining("does not start under the profile " + profile)
                .hasMessageContaining("SIGN_IN_ISSUER");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://sign-in.clinic.example",
                "http://10.0.0.7:8090",
                "http://localhost.evil.example",
                "nothing"
            })
    void it_does_not_start_where_others_could_reach_it(String issuer) {
        assertThatThrownBy(() -> SignInApplication.application().run(QUIET, "--rhomboid.sign-in.issuer=" + issuer))
                .hasMessageContaining("SIGN_IN_ISSUER is " + issuer);
    }

    @Test
    void it_does_not_start_without_the_secrets_of_its_programs() {
        assertThatThrownBy(() -> SignInApplication.application()
                        .run(
                                QUIET,
                                "--server.port=0",
                                "--management.server.port=0",
                                "--spring.main.lazy-initialization=true"))
                .hasStackTraceContaining("gatewaySecret");
    }
}
