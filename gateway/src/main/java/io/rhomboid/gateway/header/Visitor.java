package io.rhomboid.gateway.header;

import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/**
 * Who is at the door, as far as it can be known: computed once, from the socket and, if the peer is a proxy we trust,
 * from what that proxy says.
 *
 * @param address IPv4 or IPv6 literal, without port
 * @param scheme how the visitor reached us: {@code http} or {@code https}
 * @param host the host, perhaps with port, that the visitor asked for; null if the request names none
 */
public record Visitor(
        String address, String scheme, @Nullable String host) {

    private static final String ATTRIBUTE = Visitor.class.getName();

    public static Visitor of(ServerWebExchange exchange) {
        return exchange.getRequiredAttribute(ATTRIBUTE);
    }

    void enter(ServerWebExchange exchange) {
        exchange.getAttributes().put(ATTRIBUTE, this);
    }

    boolean cameByHttps() {
        return scheme.equals("https");
    }
}
