package io.rhomboid.gateway.limit;

import io.netty.util.concurrent.FastThreadLocalThread;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Keeps a connection only if its own thread wrote the answer.
 *
 * <p>Where another thread does (a health check, a time-out), reactor-netty 1.3.7 sometimes forgets to read the next
 * request on that connection, which then waits for ever. Such an answer ends the connection.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class KeptAlive implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        exchange.getResponse()
                .beforeCommit(() -> Mono.fromRunnable(() -> {
                    if (!(Thread.currentThread() instanceof FastThreadLocalThread)) {
                        exchange.getResponse().getHeaders().set(HttpHeaders.CONNECTION, "close");
                    }
                }));
        return chain.filter(exchange);
    }
}
