package io.rhomboid.platform.identity;

import java.net.URI;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose tokens count.
 *
 * @param issuer as it stands in the token's {@code iss}; IDENTITY_ISSUER
 * @param jwksUri where its public keys are; IDENTITY_JWKS_URI
 * @param audience that must stand in the token's {@code aud}; IDENTITY_AUDIENCE
 */
@ConfigurationProperties("rhomboid.identity")
public record IdentitySettings(
        @DefaultValue("") String issuer,
        @Nullable URI jwksUri,
        @DefaultValue("rhomboid") String audience) {

    /** @throws IllegalStateException if it is not said whose tokens count */
    public IdentitySettings {
        if (issuer.isBlank() || jwksUri == null) {
            throw new IllegalStateException("IDENTITY_ISSUER and IDENTITY_JWKS_URI must be set: whose tokens count?");
        }
    }
}
