package io.rhomboid.gateway.header;

import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

import io.rhomboid.gateway.problem.RequestId;

/**
 * Gives each request an id that the caller, the service behind, every log line and every problem know; the caller's own
 * if it is sane.
 *
 * <p>One line is logged for each request: method, route, status, time. Never its path, which can be a secret (a
 * calendar's link).
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestIds implements WebFilter {

    private static final Logger log = LoggerFactory.getLogger(RequestIds.class);

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var begun = System.nanoTime();
        var id = RequestId.takenOrMade(exchange.getRequest().getHeaders().getFirst(RequestId.HEADER));
        exchange.getResponse().getHeaders().set(RequestId.HEADER, id);
        exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(() -> log(exchange, begun)));
        return RequestId.remembered(exchange, chain.filter(exchange));
    }

    private static void log(ServerWebExchange exchange, long begun) {
        if (exchange.getRequest().getPath().value().startsWith("/actuator/")) return;
        Route route = exchange.getAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
        var status = exchange.getResponse().getStatusCode();
        RequestId.log(
                exchange,
                () -> log.info(
                        "{} {} {} {} ms",
                        exchange.getRequest().getMethod(),
                        route == null ? "gateway" : route.getId(),
                        status == null ? 200 : status.value(),
                        Duration.ofNanos(System.nanoTime() - begun).toMillis()));
    }
}
