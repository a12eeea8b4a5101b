package io.rhomboid.gateway.header;

import java.net.URI;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Finds out once who is asking, and lets everything after see the address that the visitor used. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class Visitors implements WebFilter {

    private final TrustedProxies proxies;

    Visitors(HeaderSettings settings) {
        proxies = new TrustedProxies(settings.trustedProxies());
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        var visitor = proxies.visitor(request.getRemoteAddress(), request.getSslInfo() != null, request.getHeaders());
        visitor.enter(exchange);
        if (visitor.host() == null) return chain.filter(exchange);

        // Whether a page is of our own origin is judged by the address in its browser, not by the proxy's.
        var uri = request.getURI();
        if (visitor.host().equals(uri.getRawAuthority()) && visitor.scheme().equals(uri.getScheme())) {
            return chain.filter(exchange);
        }
        var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        var seen = URI.create(visitor.scheme() + "://" + visitor.host() + uri.getRawPath() + query);
        return chain.filter(exchange.mutate().request(r -> r.uri(seen)).build());
    }
}
