package io.rhomboid.gateway.limit;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;

/**
 * Keeps a connection only if its own thread wrote the answer.
 *
 * <p>Where another thread does (a health check, a time-out), reactor-netty 1.3.7 sometimes forgets to read the next
 * request on that connection, which then waits for ever. Such an answer ends the connection. Those of the services
 * don't: whoever hears from them is the same thread, see {@link OwnConnections}.
 *
 * <p>And none once the gateway is about to go.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class KeptAlive implements WebFilter {

    private final Leaving leaving;

    KeptAlive(Leaving leaving) {
        this.leaving = leaving;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        Connection connection = ServerHttpRequestDecorator.getNativeRequest(exchange.getRequest());
        exchange.getResponse()
                .beforeCommit(() -> Mono.fromRunnable(() -> {
                    if (leaving.hasBegun() || !connection.channel().eventLoop().inEventLoop()) {
                        exchange.getResponse().getHeaders().set(HttpHeaders.CONNECTION, "close");
                    }
                }));
        return chain.filter(exchange);
    }
}
