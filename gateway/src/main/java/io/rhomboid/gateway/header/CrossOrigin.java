package io.rhomboid.gateway.header;

import java.time.Duration;
import java.util.List;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsUtils;
import org.springframework.web.cors.reactive.DefaultCorsProcessor;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

import io.rhomboid.gateway.problem.Problem;
import io.rhomboid.gateway.problem.ProblemKind;
import io.rhomboid.gateway.problem.ProblemWriter;

/** Lets pages of the allowed origins call the API, and no others; a preflight is answered here and goes no further. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 30)
class CrossOrigin implements WebFilter {

    private final CorsConfiguration rules = new CorsConfiguration();
    private final DefaultCorsProcessor processor = new DefaultCorsProcessor();
    private final ProblemWriter problems;

    CrossOrigin(HeaderSettings settings, ProblemWriter problems) {
        this.problems = problems;
        rules.setAllowedOrigins(settings.allowedOrigins());
        rules.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
        rules.setAllowedHeaders(List.of(
                "Accept",
                "Accept-Language",
                "Authorization",
                "Content-Type",
                "Guest-Pass",
                "Idempotency-Key",
                "If-Match",
                "If-None-Match",
                "X-Request-Id",
                "traceparent",
                "tracestate"));
        rules.setExposedHeaders(List.of(
                "ETag", "Guest-Pass", "Location", "RateLimit", "RateLimit-Policy", "Retry-After", "X-Request-Id"));
        rules.setMaxAge(Duration.ofHours(1));
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!processor.process(rules, exchange)) {
            return problems.write(
                    exchange,
                    Problem.of(ProblemKind.ORIGIN_NOT_ALLOWED, "Pages of this origin may not call this address."));
        }
        return CorsUtils.isPreFlightRequest(exchange.getRequest()) ? Mono.empty() : chain.filter(exchange);
    }
}
