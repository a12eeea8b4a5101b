package io.rhomboid.gateway.limit;

import java.time.Duration;

import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

import io.rhomboid.gateway.limit.Allowances.Left;
import io.rhomboid.gateway.problem.Problem;
import io.rhomboid.gateway.problem.ProblemKind;
import io.rhomboid.gateway.problem.ProblemWriter;

/**
 * Lets through as often as an allowance says, and no more.
 *
 * <p>Every answer says where one stands, in the fields of the IETF draft <i>RateLimit header fields for HTTP</i>:
 * {@code RateLimit-Policy: "search";q=240;w=60} and {@code RateLimit: "search";r=239;t=1}, where {@code t} is the seconds
 * until the allowance is whole again. Who passes several is told of the last.
 */
final class Turnstile {

    private final String whoever;
    private final Allowances allowances;
    private final ProblemWriter problems;

    /** @param whoever as in "<i>From one address</i> you may search 10 times" */
    Turnstile(String whoever, Allowances allowances, ProblemWriter problems) {
        this.whoever = whoever;
        this.allowances = allowances;
        this.problems = problems;
    }

    /** @param name under which it is counted */
    Mono<Void> pass(ServerWebExchange exchange, WebFilterChain chain, Asked kind, String name) {
        var left = allowances.draw(kind, name);
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

    private Problem tooMany(Asked kind, Rate rate, Left left) {
        return Problem.of(
                        ProblemKind.TOO_MANY_REQUESTS,
                        "%s you may %s %d times in %d s. Nothing was changed; ask again in %d s."
                                .formatted(
                                        whoever,
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
