package io.rhomboid.signin.authorization;

import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;

import com.mongodb.client.MongoDatabase;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;
import org.springframework.security.crypto.keygen.StringKeyGenerator;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.oidc.authentication.OidcLogoutAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.oidc.web.authentication.OidcLogoutAuthenticationSuccessHandler;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.DelegatingOAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;

import io.rhomboid.signin.SignInSettings;
import io.rhomboid.signin.account.Account;
import io.rhomboid.signin.account.Accounts;

/** The protocol's addresses, and what stands behind them. */
@Configuration(proxyBeanMethods = false)
class AuthorizationServer {

    private static final StringKeyGenerator RANDOM = new Base64StringKeyGenerator(
            Base64.getUrlEncoder().withoutPadding(), 96); // bytes; as many as the library takes

    @Bean
    @Order(1)
    SecurityFilterChain protocol(
            HttpSecurity http, MongoAuthorizations authorizations, RegisteredClientRepository clients) {
        var apps = new AppsWithoutSecret(clients);
        http.oauth2AuthorizationServer(server -> {
                    http.securityMatcher(server.getEndpointsMatcher());
                    server.clientAuthentication(
                            client -> client.authenticationConverter(apps).authenticationProvider(apps));
                    server.oidc(oidc -> oidc.providerConfigurationEndpoint(
                                    discovery -> discovery.providerConfigurationCustomizer(
                                            told -> told.idTokenSigningAlgorithms(algorithms -> {
                                                algorithms.clear();
                                                algorithms.add("ES256");
                                            })))
                            .logoutEndpoint(out -> out.logoutResponseHandler(endOf(authorizations))));
                })
                .addFilterBefore(new AskAgain(), SecurityContextHolderFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(handling -> handling.defaultAuthenticationEntryPointFor(
                        new LoginUrlAuthenticationEntryPoint("/sign-in"),
                        new MediaTypeRequestMatcher(MediaType.TEXT_HTML)));
        return http.build();
    }

    /** Signing out ends the session here, and what the program was let do with it. */
    private static AuthenticationSuccessHandler endOf(MongoAuthorizations authorizations) {
        var endOfSession = new OidcLogoutAuthenticationSuccessHandler();
        return (request, response, asked) -> {
            authorizations.removeWithIdToken(((OidcLogoutAuthenticationToken) asked).getIdTokenHint());
            endOfSession.onAuthenticationSuccess(request, response, asked);
        };
    }

    @Bean
    AuthorizationServerSettings addresses(SignInSettings settings) {
        return AuthorizationServerSettings.builder()
                .issuer(settings.issuer().toString())
                .build();
    }

    /** For the clients' secrets, which are random and long: guessing them takes for ever, however fast a try is. */
    @Bean
    PasswordEncoder secrets() {
        return new BCryptPasswordEncoder(4);
    }

    @Bean
    RegisteredClientRepository clients(SignInSettings settings, PasswordEncoder secrets) {
        return Clients.of(settings, secrets);
    }

    @Bean
    MongoAuthorizations authorizations(MongoDatabase database, RegisteredClientRepository clients) {
        return new MongoAuthorizations(database, clients);
    }

    /** A new password ends what was open with the old one. */
    @Bean
    Consumer<Account> endOfTokens(MongoAuthorizations authorizations) {
        return account -> authorizations.removeAllOf(account.id().toString());
    }

    /** As the library's own, which makes no refresh token for an app without a secret. */
    @Bean
    OAuth2TokenGenerator<OAuth2Token> tokens(JWKSource<SecurityContext> keys, Accounts accounts) {
        var signed = new JwtGenerator(new NimbusJwtEncoder(keys));
        signed.setJwtCustomizer(new WhatTokensSay(accounts));
        return new DelegatingOAuth2TokenGenerator(signed, AuthorizationServer::refreshToken);
    }

    private static @Nullable OAuth2RefreshToken refreshToken(OAuth2TokenContext context) {
        if (!OAuth2TokenType.REFRESH_TOKEN.equals(context.getTokenType())) return null;
        var now = Instant.now();
        var life = context.getRegisteredClient().getTokenSettings().getRefreshTokenTimeToLive();
        return new OAuth2RefreshToken(RANDOM.generateKey(), now, now.plus(life));
    }

    @Bean
    JWKSource<SecurityContext> keys(SignInSettings settings) {
        return new ImmutableJWKSet<>(
                new JWKSet(List.of(SigningKey.at(settings.folder().resolve("signing-key.json")))));
    }

    @Bean
    JwtDecoder ownTokens(JWKSource<SecurityContext> keys) {
        return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
    }

    @Bean
    Sweeping sweepingAuthorizations(MongoAuthorizations authorizations, Clock clock) {
        return new Sweeping(authorizations, clock);
    }

    /** Removes once an hour what nobody can use any more. */
    static final class Sweeping {

        private final MongoAuthorizations authorizations;
        private final Clock clock;

        Sweeping(MongoAuthorizations authorizations, Clock clock) {
            this.authorizations = authorizations;
            this.clock = clock;
        }

        @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1M")
        void sweep() {
            authorizations.sweep(clock.instant());
        }
    }
}
