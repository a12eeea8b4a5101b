package io.rhomboid.gateway.routing;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.netty.handler.timeout.ReadTimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.cloud.gateway.support.TimeoutException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SignalType;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquirePendingLimitException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquireTimeoutException;
import reactor.retry.RetryExhaustedException;

import io.rhomboid.gateway.limit.Asked;
import io.rhomboid.gateway.problem.Problem;
import io.rhomboid.gateway.problem.ProblemKind;
import io.rhomboid.gateway.problem.ProblemWriter;
import io.rhomboid.gateway.problem.RequestId;

import static java.time.Duration.ofSeconds;

/**
 * Stands before one service: says for it that it is away, and leaves it in peace while it is; gives it no more at once
 * than it can take, and turns the surplus away without a wait, searches first.
 *
 * <p>Only what happens to the connection counts against a service: not reached, no answer in time, broken off. An answer
 * with a 5xx is an answer – the service may be up and know that its store is down, and still answer other questions from
 * memory – and passes through as it is.
 */
final class ServiceGuard implements GatewayFilter {

    private static final Logger log = LoggerFactory.getLogger(ServiceGuard.class);

    private final Backend backend;
    private final CircuitBreaker breaker;
    private final Duration pause;
    private final Places places;
    private final ProblemWriter problems;

    ServiceGuard(Backend backend, CircuitBreaker breaker, Duration pause, Places places, ProblemWriter problems) {
        this.backend = backend;
        this.breaker = breaker;
        this.pause = pause;
        this.places = places;
        this.problems = problems;
        breaker.getEventPublisher()
                .onStateTransition(change -> log.warn(
                        "breaker of {} went from {} to {}",
                        backend.id(),
                        change.getStateTransition().getFromState(),
                        change.getStateTransition().getToState()));
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        var asked = Asked.of(exchange);
        if (!places.take(asked)) return problems.write(exchange, busy().about(backend.id()));
        if (!breaker.tryAcquirePermission()) {
            places.giveBack(asked);
            return problems.write(exchange, away().about(backend.id()));
        }
        var begun = breaker.getCurrentTimestamp();
        return ask(exchange, chain, ToAnInstance.othersFor(exchange))
                .doFinally(ending -> {
                    places.giveBack(asked);
                    if (ending == SignalType.ON_COMPLETE) breaker.onSuccess(since(begun), breaker.getTimestampUnit());
                    if (ending == SignalType.CANCEL) breaker.releasePermission();
                })
                .onErrorResume(fault -> {
                    var cause = causeOf(fault);
                    breaker.onError(since(begun), breaker.getTimestampUnit(), cause);
                    RequestId.log(exchange, () -> log.warn("{} did not answer: {}", backend.id(), cause.toString()));
                    return problems.write(exchange, problem(cause).about(backend.id()));
                });
    }

    private long since(long begun) {
        return breaker.getCurrentTimestamp() - begun;
    }

    /**
     * Again, at the next instance, only as long as nobody was even reached: then nothing can have happened. Anything else
     * might have. While instances come and go, several of those we know of may not be there.
     */
    private static Mono<Void> ask(ServerWebExchange exchange, GatewayFilterChain chain, int others) {
        return chain.filter(exchange)
                .onErrorResume(fault -> others > 0 && wasNotReached(causeOf(fault)), _ -> {
                    ToAnInstance.passOver(exchange);
                    ServerWebExchangeUtils.reset(exchange);
                    return ask(exchange, chain, others - 1);
                })
                // Steps below ask for the context some twenty times; without this each goes up through every filter.
                .contextWrite(context -> context);
    }

    /** Refused, not answered while connecting, or gone with its address. */
    private static boolean wasNotReached(Throwable cause) {
        return cause instanceof ConnectException || cause instanceof NoRouteToHostException;
    }

    private Problem problem(Throwable cause) {
        return switch (cause) {
            case ConnectException _ -> away();
            case NoRouteToHostException _ -> away();
            case UnknownHostException _ -> away();
            case PoolAcquireTimeoutException _ -> busy();
            case PoolAcquirePendingLimitException _ -> busy();
            case TimeoutException _ -> slow();
            case ReadTimeoutException _ -> slow();
            default ->
                Problem.of(
                        ProblemKind.SERVICE_FAILED,
                        backend.spoken() + " broke off before answering. " + unknownWhether());
        };
    }

    private Problem away() {
        return Problem.of(
                        ProblemKind.SERVICE_AWAY,
                        backend.spoken() + " can't be reached at the moment; the rest works. Nothing was changed.")
                .retryAfter(pause);
    }

    private Problem busy() {
        return Problem.of(
                        ProblemKind.SERVICE_BUSY,
                        backend.spoken() + " has more to do than it can take on. Nothing was changed.")
                .retryAfter(ofSeconds(1));
    }

    private Problem slow() {
        return Problem.of(ProblemKind.SERVICE_SLOW, backend.spoken() + " did not answer in time. " + unknownWhether())
                .retryAfter(ofSeconds(1));
    }

    private static String unknownWhether() {
        return "It may have done what was asked: repeat the request with the same Idempotency-Key, or look first.";
    }

    /** Spring wraps what happened into answers and counts of its own; what matters is what happened. */
    private static Throwable causeOf(Throwable fault) {
        var wrapped = fault instanceof ResponseStatusException || fault instanceof RetryExhaustedException;
        return wrapped && fault.getCause() != null ? fault.getCause() : fault;
    }
}
