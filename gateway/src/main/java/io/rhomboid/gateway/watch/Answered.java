package io.rhomboid.gateway.watch;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

import io.rhomboid.gateway.problem.RequestId;

/**
 * Counts each request and its time until the head of the answer: {@code rhomboid.gateway.requests}, by route, method and
 * status; {@code gateway} is the route of what we answer ourselves.
 *
 * <p>Writes a line for what changes something, is refused, fails or takes longer than a second: method, route, status,
 * time. Never the path, which can be a secret (a calendar's link). Reads that went well are most of what comes, and told
 * by their number.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class Answered implements WebFilter {

    private static final Logger log = LoggerFactory.getLogger(Answered.class);

    private static final Duration SLOW = Duration.ofSeconds(1);
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private record Kind(String route, HttpMethod method, int status) {}

    private final MeterRegistry meters;
    private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();

    Answered(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var begun = System.nanoTime();
        exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(() -> note(exchange, begun)));
        return chain.filter(exchange);
    }

    private void note(ServerWebExchange exchange, long begun) {
        if (exchange.getRequest().getPath().value().startsWith("/actuator/")) return;
        var took = Duration.ofNanos(System.nanoTime() - begun);
        var kind = kindOf(exchange);
        timers.computeIfAbsent(kind, this::timer).record(took);
        var quietly = READING.contains(kind.method) && kind.status < 400 && took.compareTo(SLOW) < 0;
        if (!quietly) {
            RequestId.log(
                    exchange, () -> log.info("{} {} {} {} ms", kind.method, kind.route, kind.status, took.toMillis()));
        }
    }

    private static Kind kindOf(ServerWebExchange exchange) {
        Route route = exchange.getAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
        var status = exchange.getResponse().getStatusCode();
        return new Kind(
                route == null ? "gateway" : route.getId(),
                exchange.getRequest().getMethod(),
                status == null ? 200 : status.value());
    }

    private Timer timer(Kind kind) {
        return Timer.builder("rhomboid.gateway.requests")
                .description("Requests, and the time until the head of the answer")
                .tag("route", kind.route)
                .tag("method", kind.method.name())
                .tag("status", "" + kind.status)
                .serviceLevelObjectives(
                        Duration.ofMillis(25),
                        Duration.ofMillis(100),
                        Duration.ofMillis(250),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(5))
                .register(meters);
    }
}
