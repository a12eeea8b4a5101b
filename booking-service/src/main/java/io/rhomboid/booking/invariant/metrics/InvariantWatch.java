package io.rhomboid.booking.invariant.metrics;

import java.time.Clock;
import java.time.Duration;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.rhomboid.booking.invariant.Inspector;
import io.rhomboid.booking.invariant.Invariant;
import io.rhomboid.platform.outbox.Lease;

import static java.util.concurrent.TimeUnit.SECONDS;

/**
 * Has the checker look regularly, one instance alone, and shows what its last look has found; an instance that has not
 * looked shows nothing.
 */
public final class InvariantWatch {

    private static final Logger log = LoggerFactory.getLogger(InvariantWatch.class);
    private static final Duration LONGEST_LOOK = Duration.ofHours(1);

    private final Inspector inspector;
    private final Lease lease;

    public InvariantWatch(Inspector inspector, Lease lease, MeterRegistry meters, Clock clock) {
        this.inspector = inspector;
        this.lease = lease;
        for (var invariant : Invariant.values()) {
            Gauge.builder("rhomboid.invariants.violations", inspector, it -> violations(it, invariant))
                    .description("How often a promise about what is stored is broken")
                    .tag("invariant", invariant.name())
                    .register(meters);
        }
        Gauge.builder(
                        "rhomboid.invariants.checked",
                        inspector,
                        it -> it.last()
                                .map(last -> (double) last.report().checked())
                                .orElse(Double.NaN))
                .description("Documents that the last look went through")
                .register(meters);
        TimeGauge.builder(
                        "rhomboid.invariants.age",
                        inspector,
                        SECONDS,
                        it -> it.last()
                                .map(last ->
                                        (double) Duration.between(last.report().at(), clock.instant())
                                                .toSeconds())
                                .orElse(Double.NaN))
                .description("How long ago the last look began")
                .register(meters);
        TimeGauge.builder(
                        "rhomboid.invariants.took",
                        inspector,
                        SECONDS,
                        it -> it.last()
                                .map(last -> last.took().toMillis() / 1000.0)
                                .orElse(Double.NaN))
                .description("How long the last look took")
                .register(meters);
    }

    private static double violations(Inspector inspector, Invariant invariant) {
        return inspector
                .last()
                .map(last -> (double) last.report().counts().getOrDefault(invariant, 0L))
                .orElse(Double.NaN);
    }

    /** Looks, if no other instance does. */
    public void look() throws InterruptedException {
        if (!lease.hold()) return;
        inspector.look(LONGEST_LOOK);
        inspector
                .last()
                .filter(last -> !last.report().isHealthy())
                .ifPresent(last -> log.error(
                        "Promises about what is stored are broken: {}",
                        last.report().counts()));
    }
}
