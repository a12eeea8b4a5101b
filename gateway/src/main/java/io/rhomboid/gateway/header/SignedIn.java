package io.rhomboid.gateway.header;

import java.util.Optional;

import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/**
 * Somebody whose token or session was found good.
 *
 * @param subject names them for ever, wherever they are
 */
public record SignedIn(String subject) {

    /** What every name of the session's cookie ends in. */
    public static final String COOKIE = "rhomboid";

    private static final String ATTRIBUTE = SignedIn.class.getName();

    /** Who it is; empty before that was looked at, and for a visitor without an account. */
    public static Optional<SignedIn> of(ServerWebExchange exchange) {
        return Optional.ofNullable(exchange.getAttribute(ATTRIBUTE));
    }

    public void enter(ServerWebExchange exchange) {
        exchange.getAttributes().put(ATTRIBUTE, this);
    }

    /** Whether a request claims to be somebody's; whether it is, is found out later. */
    public static boolean isClaimed(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        return request.getHeaders().containsHeader(HttpHeaders.AUTHORIZATION)
                || request.getCookies().keySet().stream().anyMatch(name -> name.endsWith(COOKIE));
    }
}
