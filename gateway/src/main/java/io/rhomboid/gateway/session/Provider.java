package io.rhomboid.gateway.session;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTParser;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The OpenID provider, whoever it is. Its description is fetched when somebody first needs it, so the gateway starts and
 * serves without it, and again after an hour.
 */
@Component
class Provider implements ReactiveClientRegistrationRepository {

    private static final Logger log = LoggerFactory.getLogger(Provider.class);

    /** The name of the only registration; part of the addresses below {@code /login} and {@code /oauth2}. */
    static final String ID = "clinic";

    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final Duration DESCRIPTION_KEPT = Duration.ofHours(1);
    private static final Duration BETWEEN_FAILURES = Duration.ofSeconds(2);
    private static final Duration CLOCKS_APART = Duration.ofSeconds(30);

    /** What only a token has that is for the program that signed somebody in. */
    private static final Set<String> OF_ID_TOKENS = Set.of("at_hash", "c_hash", "nonce");

    /** The provider can't be reached, or answers what nobody can use. */
    static final class Away extends RuntimeException {

        Away(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** @param revocation null if the provider can't be told that a token is no longer wanted */
    private record Known(
            ClientRegistration registration, @Nullable URI revocation, Keys keys) {}

    private final SessionSettings settings;
    private final Clock clock;
    private final WebClient http;
    private final Mono<Known> known;
    private final ReactiveJwtDecoder accessTokens;
    private final WebClientReactiveRefreshTokenTokenResponseClient refreshing =
            new WebClientReactiveRefreshTokenTokenResponseClient();

    Provider(SessionSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        http = WebClient.builder()
                .clientConnector(
                        new ReactorClientHttpConnector(HttpClient.create().responseTimeout(PATIENCE)))
                .build();
        known = Mono.defer(this::discover).cache(_ -> DESCRIPTION_KEPT, _ -> BETWEEN_FAILURES, () -> BETWEEN_FAILURES);
        accessTokens = decoder(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(CLOCKS_APART),
                new JwtIssuerValidator(settings.issuer().toString()),
                new JwtAudienceValidator(settings.audience()),
                must(token -> token.getExpiresAt() != null),
                must(token -> token.getSubject() != null && !token.getSubject().isBlank()),
                must(Provider::isForCalling)));
        refreshing.setWebClient(http);
    }

    /** Whether anybody can sign in here. */
    boolean isSetUp() {
        return !settings.clientSecret().isEmpty();
    }

    @Override
    public Mono<ClientRegistration> findByRegistrationId(String id) {
        return id.equals(ID) && isSetUp() ? known.map(Known::registration) : Mono.empty();
    }

    WebClientReactiveAuthorizationCodeTokenResponseClient codes() {
        var client = new WebClientReactiveAuthorizationCodeTokenResponseClient();
        client.setWebClient(http);
        return client;
    }

    ReactiveJwtDecoder idTokens(ClientRegistration registration) {
        return decoder(
                new DelegatingOAuth2TokenValidator<>(new OidcIdTokenValidator(registration), must(this::isFresh)));
    }

    /** We ask for the password each time; a provider that went by an earlier sign-in lets nobody in here. */
    private boolean isFresh(Jwt idToken) {
        var at = idToken.getClaimAsInstant(IdTokenClaimNames.AUTH_TIME);
        return at != null
                && !at.isBefore(clock.instant().minus(Cookies.SIGN_IN_TAKES).minus(CLOCKS_APART));
    }

    /** What the token says, if it is an access token of this provider, for us, and good now. */
    Mono<Jwt> check(String accessToken) {
        return accessTokens.decode(accessToken);
    }

    /** New tokens for a refresh token, which is used up with that. */
    Mono<OAuth2AccessTokenResponse> refresh(String refreshToken) {
        var then = clock.instant();
        // Spring's request wants the token of before; nothing of it is sent.
        var before = new OAuth2AccessToken(
                OAuth2AccessToken.TokenType.BEARER, "before", then.minusSeconds(60), then.minusSeconds(1));
        return known.flatMap(provider -> refreshing.getTokenResponse(new OAuth2RefreshTokenGrantRequest(
                provider.registration(), before, new OAuth2RefreshToken(refreshToken, then.minusSeconds(60)))));
    }

    /** As a form has it (RFC 6749, 2.3.1): a plus in a secret would be read as a blank. */
    private static String formed(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Tells the provider that a sign-in has ended. That it is not heard changes nothing here. */
    Mono<Void> revoke(String refreshToken) {
        return known.filter(provider -> provider.revocation() != null)
                .flatMap(provider -> http.post()
                        .uri(provider.revocation())
                        .headers(headers ->
                                headers.setBasicAuth(formed(settings.clientId()), formed(settings.clientSecret())))
                        .body(BodyInserters.fromFormData("token", refreshToken)
                                .with("token_type_hint", "refresh_token"))
                        .retrieve()
                        .toBodilessEntity())
                .doOnError(fault -> log.warn("a refresh token could not be revoked: {}", fault.toString()))
                .onErrorComplete()
                .then();
    }

    /** One decoder for each way of signing that counts; any other way has none. */
    private ReactiveJwtDecoder decoder(OAuth2TokenValidator<Jwt> rules) {
        var byAlgorithm = Map.of(
                "ES256", decoder(SignatureAlgorithm.ES256, rules), "RS256", decoder(SignatureAlgorithm.RS256, rules));
        return token -> {
            var decoder = byAlgorithm.get(algorithm(token));
            return decoder == null
                    ? Mono.error(new BadJwtException("not signed in a way that counts"))
                    : decoder.decode(token);
        };
    }

    private ReactiveJwtDecoder decoder(SignatureAlgorithm algorithm, OAuth2TokenValidator<Jwt> rules) {
        var decoder = NimbusReactiveJwtDecoder.withJwkSource(token -> known.flatMapMany(
                        provider -> provider.keys().of(new JWKSelector(JWKMatcher.forJWSHeader(token.getHeader())))))
                .jwsAlgorithm(algorithm)
                .build();
        decoder.setJwtValidator(rules);
        return decoder;
    }

    private static String algorithm(String token) {
        try {
            return JWTParser.parse(token).getHeader().getAlgorithm().getName();
        } catch (ParseException _) {
            return "";
        }
    }

    private Mono<Known> discover() {
        var address = settings.discovery() + "/.well-known/openid-configuration";
        return http.get()
                .uri(address)
                .retrieve()
                .bodyToMono(String.class)
                .map(text -> known(JsonMapper.shared().readTree(text)))
                .onErrorMap(fault -> fault instanceof Away ? fault : new Away("nobody to ask at " + address, fault))
                .doOnError(
                        fault -> log.warn("no sign-in: {} ({})", fault.getMessage(), String.valueOf(fault.getCause())));
    }

    private Known known(JsonNode told) {
        var issuer = settings.issuer().toString();
        if (!issuer.equals(told.path("issuer").asString(""))) {
            throw new Away("the provider calls itself " + told.path("issuer") + ", not " + issuer, null);
        }
        var registration = ClientRegistration.withRegistrationId(ID)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                .scope("openid", "profile", "email")
                .issuerUri(issuer)
                .authorizationUri(told.get("authorization_endpoint").asString())
                .tokenUri(inside(told.get("token_endpoint").asString(), settings))
                .jwkSetUri(inside(told.get("jwks_uri").asString(), settings))
                .userNameAttributeName(IdTokenClaimNames.SUB)
                .build();
        var revocation = told.path("revocation_endpoint").asString("");
        return new Known(
                registration,
                revocation.isEmpty() ? null : URI.create(inside(revocation, settings)),
                new Keys(URI.create(inside(told.get("jwks_uri").asString(), settings))));
    }

    /** What the gateway itself asks below the issuer's address, it asks by the way on which it found the description. */
    static String inside(String address, SessionSettings settings) {
        var issuer = settings.issuer().toString();
        return address.equals(issuer) || address.startsWith(issuer.endsWith("/") ? issuer : issuer + "/")
                ? settings.discovery() + address.substring(issuer.length())
                : address;
    }

    /** Keycloak says in {@code typ} what a token is for; others leave it out. */
    private static boolean isForCalling(Jwt token) {
        return token.getClaims().keySet().stream().noneMatch(OF_ID_TOKENS::contains)
                && token.getClaims().getOrDefault("typ", "Bearer").equals("Bearer");
    }

    private static OAuth2TokenValidator<Jwt> must(Predicate<Jwt> rule) {
        return token -> rule.test(token)
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN));
    }

    /**
     * The provider's public keys. Fetched anew after a quarter of an hour, and for a key that is not known, but then only
     * every half a minute: made-up key ids cost nothing. While the provider is away the last ones serve on.
     */
    private final class Keys {

        private static final Duration KEPT = Duration.ofMinutes(15);
        private static final Duration BETWEEN = Duration.ofSeconds(30);

        private record Fetched(JWKSet set, Instant at) {}

        private final URI address;
        private volatile Fetched fetched = new Fetched(new JWKSet(), Instant.EPOCH);

        Keys(URI address) {
            this.address = address;
        }

        Flux<JWK> of(JWKSelector wanted) {
            var now = fetched;
            var found = wanted.select(now.set());
            var age = Duration.between(now.at(), clock.instant());
            if (age.compareTo(found.isEmpty() ? BETWEEN : KEPT) < 0) return Flux.fromIterable(found);
            return fetch().map(wanted::select)
                    .onErrorResume(fault -> found.isEmpty() ? Mono.error(new Away("no keys", fault)) : Mono.just(found))
                    .flatMapMany(Flux::fromIterable);
        }

        private Mono<JWKSet> fetch() {
            return http.get().uri(address).retrieve().bodyToMono(String.class).map(text -> {
                try {
                    var set = JWKSet.parse(text);
                    fetched = new Fetched(set, clock.instant());
                    return set;
                } catch (ParseException e) {
                    throw new IllegalStateException(e);
                }
            });
        }
    }
}
