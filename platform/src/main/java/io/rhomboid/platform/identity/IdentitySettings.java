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
 * @param required false lets everybody do everything, for a run on one machine without a sign-in; IDENTITY_REQUIRED
 */
@ConfigurationProperties("rhomboid.identity")
public record IdentitySettings(
        @DefaultValue("") String issuer,
        @Nullable URI jwksUri,
        @DefaultValue("rhomboid") String audience,
        @DefaultValue("true") boolean required) {

    /** @throws IllegalStateException if tokens are needed and it is not said whose */
    public IdentitySettings {
        if (required && (issuer.isBlank() || jwksUri == null)) {
            throw new IllegalStateException("IDENTITY_ISSUER and IDENTITY_JWKS_URI must be set: whose tokens count?");
        }
    }
}
