package io.rhomboid.notification.provider;

import java.io.IOException;
import java.net.ConnectException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.timelimiter.TimeLimiter;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;

/**
 * One provider, who may be away.
 *
 * <ol>
 *   <li>Bulkhead: it is asked only so much at once, also when it is back after an hour and there is a lot to say.
 *   <li>Breaker: while it is away it is left in peace, longer each time, and then tried with a single question.
 *   <li>Retry: only when it was not even reached, once and at once; whatever else goes wrong is tried again by the
 *       ledger, after a pause that survives us.
 *   <li>Time limit: a question that takes too long is given up, and its connection with it.
 * </ol>
 */
public final class Provider {

    private static final ExecutorService CALLS = Executors.newVirtualThreadPerTaskExecutor();
    private static final Duration WHEN_FULL = Duration.ofSeconds(1);

    private final CircuitBreaker breaker;
    private final Bulkhead bulkhead;
    private final Retry retry;
    private final TimeLimiter limit;
    private final Duration pause;

    /** An answer that may say that the provider itself is in trouble; any other is a good one. */
    public interface Answer {
        boolean fromWhoIsWell();
    }

    /** It was not asked: it is away, or has enough to do with what it was asked already. */
    public static final class NotAsked extends Exception {

        private final transient Duration forAbout;

        NotAsked(Duration forAbout) {
            super("not asked", null, false, false);
            this.forAbout = forAbout;
        }

        public Duration forAbout() {
            return forAbout;
        }
    }

    public Provider(String name, ProviderSettings settings, Clock clock) {
        this.pause = settings.pause();
        this.breaker = CircuitBreaker.of(
                name,
                CircuitBreakerConfig.custom()
                        .clock(clock)
                        .currentTimestampFunction(Clock::millis, java.util.concurrent.TimeUnit.MILLISECONDS)
                        .slidingWindowSize(settings.calls())
                        .minimumNumberOfCalls(settings.calls())
                        .failureRateThreshold(settings.failurePercent())
                        .waitIntervalFunctionInOpenState(
                                IntervalFunction.ofExponentialBackoff(settings.pause(), 2, settings.longestPause()))
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .recordResult(answer -> answer instanceof Answer one && !one.fromWhoIsWell())
                        .build());
        this.bulkhead = Bulkhead.of(
                name,
                BulkheadConfig.custom()
                        .maxConcurrentCalls(settings.atOnce())
                        .maxWaitDuration(Duration.ZERO)
                        .build());
        this.retry = Retry.of(
                name,
                RetryConfig.custom()
                        .maxAttempts(2)
                        .waitDuration(Duration.ofMillis(50))
                        .retryOnException(ConnectException.class::isInstance)
                        .build());
        this.limit = TimeLimiter.of(
                name,
                TimeLimiterConfig.custom().timeoutDuration(settings.timeLimit()).build());
    }

    public CircuitBreaker breaker() {
        return breaker;
    }

    /** Whether a question would get through right now. */
    public boolean mayBeAsked() {
        if (bulkhead.getMetrics().getAvailableConcurrentCalls() == 0 || !breaker.tryAcquirePermission()) return false;
        breaker.releasePermission();
        return true;
    }

    /**
     * @throws NotAsked if it was left in peace; nothing has happened
     * @throws IOException if it could not be reached or did not answer as it should
     * @throws TimeoutException if it took too long; it may have done what it was asked for
     */
    public <T> T ask(Callable<T> question) throws NotAsked, IOException, TimeoutException {
        Callable<T> limited = () -> limit.executeFutureSupplier(() -> CALLS.submit(question));
        try {
            return bulkhead.executeCallable(
                    CircuitBreaker.decorateCallable(breaker, Retry.decorateCallable(retry, limited)));
        } catch (CallNotPermittedException e) {
            throw new NotAsked(pause);
        } catch (BulkheadFullException e) {
            throw new NotAsked(WHEN_FULL);
        } catch (IOException | TimeoutException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
