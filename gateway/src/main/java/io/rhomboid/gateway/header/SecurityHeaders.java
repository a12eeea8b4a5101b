package io.rhomboid.gateway.header;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Tells the browser what a page of ours may do, which is little, and caches to keep nothing unless told otherwise. On
 * every answer, whoever made it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class SecurityHeaders implements WebFilter {

    private final HeaderSettings settings;

    SecurityHeaders(HeaderSettings settings) {
        this.settings = settings;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(() -> put(exchange)));
        return chain.filter(exchange);
    }

    private void put(ServerWebExchange exchange) {
        var headers = exchange.getResponse().getHeaders();
        headers.set("Content-Security-Policy", PagePolicy.of(exchange, settings.embedOrigins()));
        headers.set("X-Content-Type-Options", "nosniff");
        // It knows "nobody" and "ourselves" only; the policy says who may.
        if (!PagePolicy.isEmbedded(exchange)) headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Permissions-Policy", "camera=(), microphone=(), payment=(), usb=(), geolocation=(self)");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", PagePolicy.isForOthers(exchange) ? "cross-origin" : "same-origin");
        if (Visitor.of(exchange).cameByHttps())
            headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        if (headers.getFirst(HttpHeaders.CACHE_CONTROL) == null) headers.setCacheControl("no-store");
    }
}
