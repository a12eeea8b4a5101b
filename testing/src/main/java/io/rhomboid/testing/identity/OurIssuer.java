package io.rhomboid.testing.identity;

import java.util.Map;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Every service that a test starts in its own process believes {@link Issuer}; unless the test says otherwise. */
public final class OurIssuer implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        environment
                .getPropertySources()
                .addLast(new MapPropertySource(
                        "issuer of tests", Map.of("IDENTITY_ISSUER", Issuer.NAME, "IDENTITY_JWKS_URI", Issuer.keys())));
    }
}
