package io.rhomboid.gateway.session;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

import io.rhomboid.gateway.session.Provider.Away;
import io.rhomboid.gateway.session.Session.Person;
import io.rhomboid.gateway.session.Session.Tokens;

/**
 * Makes sessions of tokens, and exchanges the tokens of a session before they are too old.
 *
 * <p>A refresh token is good once, and one that comes twice ends the whole sign-in. So one request of all, at whatever
 * gateway, exchanges; the others go on with the old token as long as it is good, then wait. And an exchange that has
 * begun is brought to its end, also when whoever asked has gone.
 */
@Component
class Renewal {

    private static final Logger log = LoggerFactory.getLogger(Renewal.class);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final Provider provider;
    private final Sessions sessions;
    private final Staff staff;
    private final Clock clock;

    Renewal(Provider provider, Sessions sessions, Staff staff, Clock clock) {
        this.provider = provider;
        this.sessions = sessions;
        this.staff = staff;
        this.clock = clock;
    }

    /** A new session for somebody whom the provider has just let in. */
    Mono<Session> begin(Tokens tokens) {
        return provider.check(tokens.access())
                .flatMap(token -> staff.is(person(token), tokens.access()).map(isStaff -> {
                    var now = clock.instant();
                    return new Session(person(token), isStaff, tokens, 0, token.getExpiresAt(), now, now);
                }));
    }

    /** The session with an access token that is good for a while; empty if the provider has ended it. */
    Mono<Session> fresh(SessionKey key, Session session) {
        return freshOrWait(key, session)
                .timeout(PATIENCE, Mono.error(() -> new Away("the exchange of a token takes too long", null)));
    }

    private Mono<Session> freshOrWait(SessionKey key, Session session) {
        if (!session.wantsRenewal(clock.instant())) return Mono.just(session);
        return sessions.mayRenew(key, session).flatMap(mine -> {
            if (mine) return Mono.fromFuture(() -> exchange(key, session).toFuture(), true);
            if (session.isGoodAt(clock.instant())) return Mono.just(session);
            return Mono.delay(LOOK_AGAIN).then(sessions.find(key)).flatMap(later -> freshOrWait(key, later));
        });
    }

    private Mono<Session> exchange(SessionKey key, Session session) {
        var refresh = session.tokens().refresh();
        if (refresh == null) return over(key, session);
        return provider.refresh(refresh)
                .flatMap(answer -> renewed(session, tokens(answer, refresh)))
                .flatMap(renewed -> sessions.renewed(key, renewed).thenReturn(renewed))
                .onErrorResume(fault -> {
                    if (fault instanceof OAuth2AuthorizationException refused
                            && refused.getError().getErrorCode().equals("invalid_grant")) {
                        log.info("the provider has ended a sign-in");
                        return over(key, session);
                    }
                    log.warn("a token could not be exchanged: {}", fault.toString());
                    return session.isGoodAt(clock.instant())
                            ? Mono.just(session)
                            : Mono.error(new Away("a token could not be exchanged", fault));
                });
    }

    private Mono<Session> over(SessionKey key, Session session) {
        return session.isGoodAt(clock.instant()) && session.tokens().refresh() == null
                ? Mono.just(session)
                : sessions.end(key).then(Mono.empty());
    }

    private Mono<Session> renewed(Session session, Tokens tokens) {
        return provider.check(tokens.access())
                .flatMap(token -> staff.is(person(token), tokens.access())
                        .map(isStaff -> new Session(
                                person(token),
                                isStaff,
                                tokens,
                                session.generation() + 1,
                                token.getExpiresAt(),
                                session.startedAt(),
                                clock.instant())));
    }

    /** Some providers leave the refresh token as it is, and then send none. */
    private static Tokens tokens(OAuth2AccessTokenResponse answer, String before) {
        var next = answer.getRefreshToken();
        return new Tokens(answer.getAccessToken().getTokenValue(), next == null ? before : next.getTokenValue());
    }

    private static Person person(Jwt token) {
        var roles = token.getClaims().get("roles") instanceof List<?> all
                ? all.stream().map(String::valueOf).toList()
                : List.<String>of();
        return new Person(token.getSubject(), token.getClaimAsString("name"), token.getClaimAsString("email"), roles);
    }
}
