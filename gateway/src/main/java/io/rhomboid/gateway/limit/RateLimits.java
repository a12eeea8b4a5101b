package io.rhomboid.gateway.limit;

import java.time.Duration;

import io.github.bucket4j.TimeMeter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

import io.rhomboid.gateway.header.Visitor;
import io.rhomboid.gateway.limit.Allowances.Left;
import io.rhomboid.gateway.problem.Problem;
import io.rhomboid.gateway.problem.ProblemKind;
import io.rhomboid.gateway.problem.ProblemWriter;

/**
 * Lets each visitor ask so often and no more, before a byte of the body is taken in.
 *
 * <p>Every answer says where the visitor stands, in the fields of the IETF draft <i>RateLimit header fields for
 * HTTP</i>: {@code RateLimit-Policy: "search";q=240;w=60} and {@code RateLimit: "search";r=239;t=1}, where {@code t} is
 * the seconds until the allowance is whole again.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 35)
class RateLimits implements WebFilter {

    private final Allowances allowances;
    private final ProblemWriter problems;

    RateLimits(LimitSettings settings, ProblemWriter problems) {
        this.allowances =
                new Allowances(settings.rates().byKind(), settings.visitorsRemembered(), TimeMeter.SYSTEM_NANOTIME);
        this.problems = problems;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var kind = Asked.of(exchange);
        var left = allowances.draw(kind, Asker.of(Visitor.of(exchange)));
        var rate = allowances.rateOf(kind);
        say(exchange.getResponse().getHeaders(), kind, rate, left);
        return left.granted() ? chain.filter(exchange) : problems.write(exchange, tooMany(kind, rate, left));
    }

    private static void say(HttpHeaders headers, Asked kind, Rate rate, Left left) {
        headers.set(
                "RateLimit-Policy",
                "\"" + kind.id() + "\";q=" + rate.requests() + ";w="
                        + rate.window().toSeconds());
        headers.set("RateLimit", "\"" + kind.id() + "\";r=" + left.left() + ";t=" + seconds(left.whole()));
    }

    private static Problem tooMany(Asked kind, Rate rate, Left left) {
        return Problem.of(
                        ProblemKind.TOO_MANY_REQUESTS,
                        "From one address you may %s %d times in %d s. Nothing was changed; ask again in %d s."
                                .formatted(
                                        kind.spoken(),
                                        rate.requests(),
                                        rate.window().toSeconds(),
                                        seconds(left.next())))
                .retryAfter(Duration.ofSeconds(seconds(left.next())));
    }

    /** Rounded up: who comes back after so many is not too early. */
    private static long seconds(Duration duration) {
        return duration.plusNanos(999_999_999).toSeconds();
    }
}
