package io.rhomboid.gateway.session;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

import io.rhomboid.gateway.header.SignedIn;
import io.rhomboid.gateway.problem.Problem;
import io.rhomboid.gateway.problem.ProblemKind;
import io.rhomboid.gateway.problem.ProblemWriter;

import static java.time.Duration.ofSeconds;

/**
 * Looks at what a request shows of who sends it, before its body is taken in.
 *
 * <ol>
 *   <li>A cookie and a token of one's own: refused, for who would be meant?
 *   <li>A token of one's own: checked, and passed on as it is. Services check it again.
 *   <li>A cookie: its session's token goes on in its place. What changes anything must also show the CSRF token, which
 *       only our own pages can have, and must not come from another site.
 *   <li>Neither: passed on; most of what there is to read needs no sign-in.
 * </ol>
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 37) // whoever asks too often is refused before, bodies are taken in after
class Door implements WebFilter {

    static final String CSRF_HEADER = "X-CSRF-Token";

    private static final Set<HttpMethod> CHANGE_NOTHING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final int LONGEST_TOKEN = 8 * 1024;
    private static final String BEARER = "bearer ";

    /** What a page may ask about itself: an attribute of the exchange. */
    record Guest(SessionKey key, Session session) {

        private static final String ATTRIBUTE = Guest.class.getName();

        static Optional<Guest> of(ServerRequest request) {
            return request.attribute(ATTRIBUTE).map(Guest.class::cast);
        }

        void enter(ServerWebExchange exchange) {
            exchange.getAttributes().put(ATTRIBUTE, this);
        }
    }

    private final CheckedTokens tokens;
    private final Sessions sessions;
    private final Renewal renewal;
    private final Cookies cookies;
    private final ProblemWriter problems;

    Door(CheckedTokens tokens, Sessions sessions, Renewal renewal, Cookies cookies, ProblemWriter problems) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.renewal = renewal;
        this.cookies = cookies;
        this.problems = problems;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return look(exchange, chain)
                .onErrorResume(
                        Provider.Away.class,
                        _ -> problems.write(
                                exchange,
                                Problem.of(
                                                ProblemKind.SIGN_IN_AWAY,
                                                "Who you are can't be checked at the moment. Nothing was changed; what needs no"
                                                        + " sign-in works.")
                                        .retryAfter(ofSeconds(5))));
    }

    private Mono<Void> look(ServerWebExchange exchange, WebFilterChain chain) {
        var path = exchange.getRequest().getPath().value();
        if (!path.startsWith("/api/") && !path.equals("/session") && !path.startsWith("/session/")) {
            return chain.filter(exchange);
        }
        var shown = exchange.getRequest().getHeaders().getOrEmpty(HttpHeaders.AUTHORIZATION);
        var cookie = cookies.session(exchange);
        if (!shown.isEmpty() && cookie.isPresent()) {
            return refuse(
                    exchange,
                    ProblemKind.TWO_CREDENTIALS,
                    "This request shows a session's cookie and a token of its own. Send one of them.");
        }
        if (!shown.isEmpty()) return withToken(exchange, chain, shown);
        return cookie.isEmpty() ? chain.filter(exchange) : withCookie(exchange, chain, cookie.get());
    }

    private Mono<Void> withToken(ServerWebExchange exchange, WebFilterChain chain, List<String> shown) {
        var header = shown.getFirst();
        if (shown.size() > 1
                || header.length() > LONGEST_TOKEN
                || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) return tokenRefused(exchange);
        return tokens.subject(header.substring(BEARER.length()).strip())
                .map(subject -> {
                    new SignedIn(subject).enter(exchange);
                    return true;
                })
                .onErrorResume(JwtException.class, _ -> Mono.just(false))
                .defaultIfEmpty(false)
                .flatMap(good -> good ? chain.filter(exchange) : tokenRefused(exchange));
    }

    private Mono<Void> tokenRefused(ServerWebExchange exchange) {
        exchange.getResponse().getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
        return refuse(
                exchange,
                ProblemKind.TOKEN_REFUSED,
                "The Authorization header must hold one access token of ours that is good now. Get a new one, or send"
                        + " none.");
    }

    private Mono<Void> withCookie(ServerWebExchange exchange, WebFilterChain chain, String cookie) {
        return Mono.justOrEmpty(SessionKey.of(cookie))
                .flatMap(key -> sessions.find(key).map(session -> new Guest(key, session)))
                .map(guest -> known(exchange, chain, guest))
                .defaultIfEmpty(Mono.defer(() -> over(exchange, chain)))
                .flatMap(answer -> answer);
    }

    private Mono<Void> known(ServerWebExchange exchange, WebFilterChain chain, Guest guest) {
        var request = exchange.getRequest();
        if (!CHANGE_NOTHING.contains(request.getMethod())) {
            var from = request.getHeaders().getFirst("Sec-Fetch-Site");
            var shown = request.getHeaders().getFirst(CSRF_HEADER);
            var ours = from == null || from.equals("same-origin");
            if (!ours || shown == null || !guest.key().isCsrfToken(shown)) {
                return refuse(
                        exchange,
                        ProblemKind.CSRF_TOKEN_MISSING,
                        "What changes anything needs the header X-CSRF-Token, with the csrfToken of GET /session, and"
                                + " must come from a page of ours.");
            }
        }
        new SignedIn(guest.session().person().subject()).enter(exchange);
        if (request.getPath().value().startsWith("/session")) {
            guest.enter(exchange);
            return chain.filter(exchange);
        }
        return renewal.fresh(guest.key(), guest.session())
                .map(session -> noteThatTheyAreThere(exchange, guest, session)
                        .then(Mono.defer(() -> chain.filter(withTokenOf(exchange, session)))))
                .defaultIfEmpty(Mono.defer(() -> over(exchange, chain)))
                .flatMap(answer -> answer);
    }

    /** A page that listens, and comes back by itself, is nobody who does anything. */
    private Mono<Void> noteThatTheyAreThere(ServerWebExchange exchange, Guest guest, Session session) {
        return exchange.getRequest().getPath().value().startsWith("/api/v1/live")
                ? Mono.empty()
                : sessions.touch(guest.key(), session);
    }

    private static ServerWebExchange withTokenOf(ServerWebExchange exchange, Session session) {
        return exchange.mutate()
                .request(request -> request.headers(headers -> {
                    headers.setBearerAuth(session.tokens().access());
                    headers.remove(CSRF_HEADER);
                }))
                .build();
    }

    /** A page that asks who is signed in is told: nobody. */
    private Mono<Void> over(ServerWebExchange exchange, WebFilterChain chain) {
        cookies.takeSession(exchange);
        if (exchange.getRequest().getPath().value().startsWith("/session")) return chain.filter(exchange);
        return refuse(
                exchange, ProblemKind.SESSION_OVER, "You are no longer signed in. Sign in again, or go on without.");
    }

    private Mono<Void> refuse(ServerWebExchange exchange, ProblemKind kind, String detail) {
        return problems.write(exchange, Problem.of(kind, detail));
    }
}
