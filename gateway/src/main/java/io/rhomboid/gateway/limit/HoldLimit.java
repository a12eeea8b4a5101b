package io.rhomboid.gateway.limit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import com.github.benmanes.caffeine.cache.Ticker;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import io.rhomboid.gateway.header.SignedIn;
import io.rhomboid.gateway.header.Visitor;
import io.rhomboid.gateway.problem.Problem;
import io.rhomboid.gateway.problem.ProblemKind;
import io.rhomboid.gateway.problem.ProblemWriter;

/**
 * Keeps one visitor from holding a clinic's whole day under invented names. booking-service lets each client hold two
 * slots; here one person who has signed in, or else one address, may hold so many in all. To book at once is not to
 * hold, and is not counted.
 *
 * <p>It is the one place where the gateway looks into a body: for {@code "hold": true} in a request for a booking. See
 * decision 024.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 45) // after the body is in
class HoldLimit implements WebFilter {

    private static final PathPattern BOOKINGS = PathPatternParser.defaultInstance.parse("/api/v1/bookings");
    private static final PathPattern HOLD = PathPatternParser.defaultInstance.parse("/api/v1/bookings/{id}/hold");
    private static final List<PathPattern> ENDINGS = List.of(
            PathPatternParser.defaultInstance.parse("/api/v1/bookings/{id}/confirmation"),
            PathPatternParser.defaultInstance.parse("/api/v1/bookings/{id}/cancellation"));

    private final JsonMapper json = JsonMapper.shared();
    private final Holds holds;
    private final int places;
    private final ProblemWriter problems;

    HoldLimit(LimitSettings settings, ProblemWriter problems) {
        this.places = settings.holds();
        this.holds = new Holds(places, settings.hold(), settings.visitorsRemembered(), Ticker.systemTicker());
        this.problems = problems;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var method = exchange.getRequest().getMethod();
        var path = exchange.getRequest().getPath().pathWithinApplication();
        var address = Asker.of(Visitor.of(exchange));
        // A subject can't be mistaken for an address.
        var visitor = SignedIn.of(exchange)
                .map(person -> "person " + person.subject())
                .orElse(address);
        if (method.equals(HttpMethod.POST) && BOOKINGS.matches(path)) {
            return DataBufferUtils.join(exchange.getRequest().getBody())
                    .map(body -> {
                        try (var bytes = body.asInputStream(true)) {
                            return wantsToHold(bytes.readAllBytes());
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .defaultIfEmpty(false)
                    .flatMap(hold -> hold ? counted(exchange, chain, visitor) : chain.filter(exchange));
        }
        if (method.equals(HttpMethod.PUT) || method.equals(HttpMethod.DELETE)) {
            var id = idOf(exchange);
            if (id != null) {
                var ends = !HOLD.matches(path) || method.equals(HttpMethod.DELETE);
                return chain.filter(exchange).doOnSuccess(_ -> {
                    if (!succeeded(exchange)) return;
                    if (ends) {
                        holds.giveBack(visitor, id);
                        holds.giveBack(address, id); // held before they signed in
                    } else holds.renew(visitor, id);
                });
            }
        }
        return chain.filter(exchange);
    }

    private Mono<Void> counted(ServerWebExchange exchange, WebFilterChain chain, String visitor) {
        var request = UUID.randomUUID().toString();
        if (!holds.take(visitor, request)) {
            return problems.write(
                    exchange,
                    Problem.of(
                                    ProblemKind.TOO_MANY_HOLDS_HERE,
                                    "%d slots can be held at a time, by one person or from one address. Confirm one or let one go, or book at once."
                                            .formatted(places))
                            .retryAfter(Duration.ofMinutes(1)));
        }
        return chain.filter(exchange).doFinally(_ -> {
            var status = exchange.getResponse().getStatusCode();
            var booking = madeBooking(exchange);
            if (succeeded(exchange) && booking != null) holds.becomes(visitor, request, booking);
            // Where it is not known whether the slot is held now (502, 504, the visitor hung up), the place stays
            // taken.
            else if (status != null && (status.is4xxClientError() || status.value() == 503))
                holds.giveBack(visitor, request);
        });
    }

    /** Only a yes is one; what can't be read is refused by who reads it. */
    private boolean wantsToHold(byte[] body) {
        try {
            return json.readTree(body).path("hold").asBoolean(false);
        } catch (JacksonException _) {
            return false;
        }
    }

    private static boolean succeeded(ServerWebExchange exchange) {
        var status = exchange.getResponse().getStatusCode();
        return status != null && status.is2xxSuccessful();
    }

    private static @Nullable String madeBooking(ServerWebExchange exchange) {
        var location = exchange.getResponse().getHeaders().getFirst(HttpHeaders.LOCATION);
        return location == null ? null : location.substring(location.lastIndexOf('/') + 1);
    }

    private static @Nullable String idOf(ServerWebExchange exchange) {
        var path = exchange.getRequest().getPath().pathWithinApplication();
        var hold = HOLD.matchAndExtract(path);
        if (hold != null) return hold.getUriVariables().get("id");
        for (var ending : ENDINGS) {
            var match = ending.matchAndExtract(path);
            if (match != null) return match.getUriVariables().get("id");
        }
        return null;
    }
}
