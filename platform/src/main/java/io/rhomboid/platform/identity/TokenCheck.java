package io.rhomboid.platform.identity;

import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/**
 * What a token must be to count: signed with ES256 or RS256 by a key of the issuer, of that issuer, for us, valid now,
 * and made for calling services. Keys are kept, fetched anew when one is not known (not more often than twice in half
 * a minute, so that made-up key ids cost nothing), and serve on for hours while the issuer is away.
 */
final class TokenCheck {

    private static final int FETCH_MILLIS = 2_000;
    private static final int LARGEST_KEY_SET = 100_000;
    private static final Duration KEYS_KEPT = Duration.ofMinutes(15);
    private static final Duration OUTAGE_BORNE = Duration.ofHours(8);
    private static final Duration BETWEEN_FETCHES = Duration.ofSeconds(30);
    private static final Duration CLOCKS_APART = Duration.ofSeconds(30);

    /** What only a token has that is for the program that signed somebody in, not for us. */
    private static final Set<String> OF_ID_TOKENS = Set.of("at_hash", "c_hash", "nonce");

    /** RFC 9068; not every issuer says it. */
    private static final JOSEObjectType ACCESS_TOKEN = new JOSEObjectType("at+jwt");

    private TokenCheck() {}

    static JwtDecoder of(IdentitySettings settings) {
        var decoder = NimbusJwtDecoder.withJwkSource(new KnownKeys(keys(Objects.requireNonNull(settings.jwksUri()))))
                .jwsAlgorithms(all -> {
                    all.clear();
                    all.addAll(Set.of(SignatureAlgorithm.ES256, SignatureAlgorithm.RS256));
                })
                .jwtProcessorCustomizer(processor -> processor.setJWSTypeVerifier(
                        new DefaultJOSEObjectTypeVerifier<>(null, JOSEObjectType.JWT, ACCESS_TOKEN)))
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(CLOCKS_APART),
                new JwtIssuerValidator(settings.issuer()),
                new JwtAudienceValidator(settings.audience()),
                must(token -> token.getExpiresAt() != null, "it never expires"),
                must(token -> token.getSubject() != null && !token.getSubject().isBlank(), "it names nobody"),
                must(TokenCheck::isForCalling, "it is no access token")));
        return decoder;
    }

    /** Keycloak says in {@code typ} what a token is for; others leave it out, or say it in the header. */
    private static boolean isForCalling(Jwt token) {
        return token.getClaims().keySet().stream().noneMatch(OF_ID_TOKENS::contains)
                && token.getClaims().getOrDefault("typ", "Bearer").equals("Bearer");
    }

    private static OAuth2TokenValidator<Jwt> must(java.util.function.Predicate<Jwt> rule, String otherwise) {
        return token -> rule.test(token)
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(
                        new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, "The token is not for us: " + otherwise, null));
    }

    private static JWKSource<SecurityContext> keys(URI address) {
        try {
            return JWKSourceBuilder.<SecurityContext>create(
                            address.toURL(), new DefaultResourceRetriever(FETCH_MILLIS, FETCH_MILLIS, LARGEST_KEY_SET))
                    .cache(KEYS_KEPT.toMillis(), 2 * FETCH_MILLIS)
                    .rateLimited(BETWEEN_FETCHES.toMillis())
                    .outageTolerant(OUTAGE_BORNE.toMillis())
                    .retrying(true)
                    .build();
        } catch (MalformedURLException e) {
            throw new IllegalStateException("IDENTITY_JWKS_URI is no address: " + address, e);
        }
    }

    /** A key that may not be asked for again yet is a key that is not there. */
    private record KnownKeys(JWKSource<SecurityContext> keys) implements JWKSource<SecurityContext> {

        @Override
        public List<JWK> get(JWKSelector selector, SecurityContext context) throws KeySourceException {
            try {
                return keys.get(selector, context);
            } catch (RateLimitReachedException e) {
                return List.of();
            } catch (RemoteKeySourceException e) {
                throw e;
            } catch (KeySourceException e) {
                throw new RemoteKeySourceException(e.getMessage(), e);
            }
        }
    }
}
