package io.rhomboid.gateway.session;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HeaderSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.LogoutSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.RequestCacheSpec;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.ReactiveOAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.server.DefaultServerOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoderFactory;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.WebFilterChainProxy;
import org.springframework.security.web.server.WebFilterExchange;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.rhomboid.gateway.header.Visitor;
import io.rhomboid.gateway.problem.RequestId;
import io.rhomboid.gateway.session.Session.Tokens;
import io.rhomboid.gateway.watch.SecurityEvent;
import io.rhomboid.gateway.watch.SecurityLog;

/**
 * Signing in by way of the provider (authorization code with PKCE; state, nonce and signatures are Spring Security's
 * work). {@code GET /oauth2/authorization/clinic?returnTo=/visits} sends there, {@code /login/oauth2/code/clinic} is
 * where people come back.
 *
 * <p>Whoever comes back gets a session under a new key, whatever key they showed before; what lay under that one ends.
 * The provider is always told to ask for the password: what is over here is not continued there.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class SignIn {

    private static final Logger log = LoggerFactory.getLogger(SignIn.class);

    private static final String[] PATHS = {"/oauth2/authorization/" + Provider.ID, "/login/oauth2/code/" + Provider.ID};
    private static final String FAILED = "/?sign-in=failed";

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    SecurityWebFilterChain signingIn(
            ServerHttpSecurity http, Provider provider, PendingSignIns pending, Arrival arrival) {
        var requests = new DefaultServerOAuth2AuthorizationRequestResolver(provider);
        requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce()
                .andThen(request -> request.additionalParameters(more -> {
                    more.put("prompt", "login");
                    more.put("max_age", String.valueOf(Cookies.SIGN_IN_TAKES.toSeconds()));
                })));
        return http.securityMatcher(ServerWebExchangeMatchers.pathMatchers(PATHS))
                .authorizeExchange(all -> all.anyExchange().denyAll())
                .oauth2Login(login -> login.clientRegistrationRepository(provider)
                        .authorizationRequestResolver(requests)
                        .authorizationRequestRepository(pending)
                        .authorizedClientRepository(arrival)
                        .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                        .authenticationSuccessHandler((back, _) -> arrival.welcome(back))
                        .authenticationFailureHandler((back, refusal) -> {
                            RequestId.log(
                                    back.getExchange(),
                                    () -> log.warn("somebody came back and was not let in: {}", refusal.toString()));
                            return arrival.turnAway(back.getExchange());
                        }))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint((exchange, _) -> arrival.turnAway(exchange)))
                .csrf(CsrfSpec::disable) // tied to the browser by cookie and state
                .headers(HeaderSpec::disable) // ours are on every answer, see package header
                .logout(LogoutSpec::disable)
                .requestCache(RequestCacheSpec::disable)
                .build();
    }

    /** Most of what comes is for a service, and the library's chain costs as much as several of our filters. */
    @Bean
    static BeanPostProcessor notForTheApi() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (!(bean instanceof WebFilterChainProxy library)) return bean;
                return (WebFilter) (exchange, chain) ->
                        exchange.getRequest().getPath().value().startsWith("/api/")
                                ? chain.filter(exchange)
                                : library.filter(exchange, chain);
            }
        };
    }

    @Bean
    ReactiveJwtDecoderFactory<ClientRegistration> idTokens(Provider provider) {
        return provider::idTokens;
    }

    @Bean
    ReactiveOAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codes(Provider provider) {
        return provider.codes();
    }

    /** Prepares the store, and removes every ten minutes what is over, for stores that don't do so by themselves. */
    @Bean
    SmartLifecycle housekeeping(Sessions sessions, PendingSignIns pending) {
        return new SmartLifecycle() {
            private Disposable rounds = Disposables.disposed();

            @Override
            public void start() {
                rounds = sessions.prepare()
                        .then(pending.prepare())
                        .thenMany(Flux.interval(Duration.ofMinutes(10)))
                        .concatMap(_ -> sessions.sweep().then(pending.sweep()).onErrorComplete())
                        .subscribe();
            }

            @Override
            public void stop() {
                rounds.dispose();
            }

            @Override
            public boolean isRunning() {
                return !rounds.isDisposed();
            }
        };
    }

    /** From the provider's answer to a session. Spring hands the tokens over first, then says that all is well. */
    @Component
    static final class Arrival implements ServerOAuth2AuthorizedClientRepository {

        private static final String TOKENS = Arrival.class.getName();
        private static final int LONGEST_NAME = 200;

        private final Renewal renewal;
        private final Sessions sessions;
        private final Cookies cookies;
        private final SecurityLog record;

        Arrival(Renewal renewal, Sessions sessions, Cookies cookies, SecurityLog record) {
            this.renewal = renewal;
            this.sessions = sessions;
            this.cookies = cookies;
            this.record = record;
        }

        @Override
        public Mono<Void> saveAuthorizedClient(
                OAuth2AuthorizedClient client, Authentication person, ServerWebExchange exchange) {
            var refresh = client.getRefreshToken();
            exchange.getAttributes()
                    .put(
                            TOKENS,
                            new Tokens(
                                    client.getAccessToken().getTokenValue(),
                                    refresh == null ? null : refresh.getTokenValue()));
            return Mono.empty();
        }

        @Override
        public <T extends OAuth2AuthorizedClient> Mono<T> loadAuthorizedClient(
                String id, @Nullable Authentication person, ServerWebExchange exchange) {
            return Mono.empty();
        }

        @Override
        public Mono<Void> removeAuthorizedClient(
                String id, @Nullable Authentication person, ServerWebExchange exchange) {
            return Mono.empty();
        }

        Mono<Void> welcome(WebFilterExchange back) {
            var exchange = back.getExchange();
            Tokens tokens = exchange.getRequiredAttribute(TOKENS);
            var key = SessionKey.made();
            return renewal.begin(tokens)
                    .flatMap(session -> endOfFormer(exchange)
                            .then(sessions.begin(key, session, browser(exchange)))
                            .doOnSuccess(_ -> record.signedIn(
                                    Visitor.of(exchange).address(),
                                    session.person().subject())))
                    .then(Mono.defer(() -> {
                        cookies.giveSession(exchange, key.forCookie());
                        return sendTo(exchange, PendingSignIns.returnTo(exchange));
                    }));
        }

        private static @Nullable String browser(ServerWebExchange exchange) {
            var said = exchange.getRequest().getHeaders().getFirst(HttpHeaders.USER_AGENT);
            if (said == null || said.isBlank()) return null;
            return said.substring(0, Math.min(said.length(), LONGEST_NAME));
        }

        private Mono<Void> endOfFormer(ServerWebExchange exchange) {
            return cookies.session(exchange)
                    .flatMap(SessionKey::of)
                    .map(sessions::end)
                    .orElse(Mono.empty());
        }

        Mono<Void> turnAway(ServerWebExchange exchange) {
            record.note(SecurityEvent.SIGN_IN_REFUSED, Visitor.of(exchange).address());
            return sendTo(exchange, FAILED);
        }

        private static Mono<Void> sendTo(ServerWebExchange exchange, String path) {
            exchange.getResponse().setStatusCode(HttpStatus.SEE_OTHER);
            exchange.getResponse().getHeaders().setLocation(URI.create(path));
            return exchange.getResponse().setComplete();
        }
    }
}
