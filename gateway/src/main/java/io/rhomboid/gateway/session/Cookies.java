package io.rhomboid.gateway.session;

import java.time.Duration;
import java.util.Optional;

import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

import io.rhomboid.gateway.header.SignedIn;

/**
 * The two cookies, neither readable by scripts nor sent along by foreign pages' forms and frames.
 *
 * <p>Their names begin with {@code __Host-}: a browser takes such a cookie only over https or from its own machine, only
 * for the whole host, and from no neighbouring host. Chromium and Firefox count http on localhost and 127.0.0.1 as safe;
 * for others there is a setting, with names that promise nothing.
 */
@Component
class Cookies {

    /** From being sent to the provider until coming back. */
    static final Duration SIGN_IN_TAKES = Duration.ofMinutes(10);

    private final boolean secure;
    private final String session;
    private final String signIn;

    Cookies(SessionSettings settings) {
        secure = settings.secureCookie();
        session = name(SignedIn.COOKIE);
        signIn = name("rhomboid-sign-in");
    }

    private String name(String plain) {
        return secure ? "__Host-" + plain : plain;
    }

    Optional<String> session(ServerWebExchange exchange) {
        return only(exchange, session);
    }

    Optional<String> signIn(ServerWebExchange exchange) {
        return only(exchange, signIn);
    }

    /** Two of one name are none: one of them was slipped in. */
    private static Optional<String> only(ServerWebExchange exchange, String name) {
        var cookies = exchange.getRequest().getCookies().get(name);
        return cookies == null || cookies.size() != 1
                ? Optional.empty()
                : Optional.of(cookies.getFirst()).map(HttpCookie::getValue);
    }

    void giveSession(ServerWebExchange exchange, String value) {
        exchange.getResponse().addCookie(cookie(session, value).build());
    }

    void giveSignIn(ServerWebExchange exchange, String value) {
        exchange.getResponse()
                .addCookie(cookie(signIn, value).maxAge(SIGN_IN_TAKES).build());
    }

    void takeSession(ServerWebExchange exchange) {
        exchange.getResponse().addCookie(cookie(session, "").maxAge(0).build());
    }

    void takeSignIn(ServerWebExchange exchange) {
        exchange.getResponse().addCookie(cookie(signIn, "").maxAge(0).build());
    }

    /** Without an age: the browser forgets it when it ends, and the store long before. */
    private ResponseCookie.ResponseCookieBuilder cookie(String name, String value) {
        return ResponseCookie.from(name, value)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax");
    }
}
