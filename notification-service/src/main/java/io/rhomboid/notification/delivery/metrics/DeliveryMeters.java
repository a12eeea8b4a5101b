package io.rhomboid.notification.delivery.metrics;

import java.time.Duration;
import java.time.Instant;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import io.rhomboid.notification.delivery.Delivery;
import io.rhomboid.notification.delivery.DeliveryWatch;
import io.rhomboid.notification.delivery.Verdict;
import io.rhomboid.notification.message.Occasion;

/**
 * {@code rhomboid.deliveries} by kind, channel and outcome, {@code rhomboid.delivery.latency} by channel from the fact to the yes of who takes it further,
 * {@code rhomboid.reminders.late} and {@code rhomboid.smtp.breaker.open}.
 */
public final class DeliveryMeters implements DeliveryWatch {

    private final MeterRegistry registry;
    private final Timer late;

    public DeliveryMeters(MeterRegistry registry, CircuitBreaker breaker) {
        this.registry = registry;
        Gauge.builder("rhomboid.smtp.breaker.open", breaker, b -> b.getState() == CircuitBreaker.State.OPEN ? 1 : 0)
                .description("1 while the mail server is taken to be away")
                .register(registry);
        late = Timer.builder("rhomboid.reminders.late")
                .description("From when a reminder was due until it was taken up; what quiet hours add is not in it")
                .serviceLevelObjectives(
                        Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofHours(1))
                .register(registry);
    }

    @Override
    public void settled(Delivery delivery, Verdict verdict) {
        registry.counter(
                        "rhomboid.deliveries",
                        "kind",
                        delivery.kind().key(),
                        "channel",
                        delivery.channel().key(),
                        "outcome",
                        outcome(verdict))
                .increment();
        if (verdict instanceof Verdict.Sent sent) {
            Timer.builder("rhomboid.delivery.latency")
                    .tag("channel", delivery.channel().key())
                    .description("From the fact to the yes of who takes it further")
                    .publishPercentileHistogram()
                    .minimumExpectedValue(Duration.ofMillis(10))
                    .maximumExpectedValue(Duration.ofMinutes(10))
                    .register(registry)
                    .record(Duration.between(since(delivery), sent.at()));
            if (delivery.occasion() instanceof Occasion.OfReminder reminder) {
                late.record(Duration.between(reminder.dueAt(), delivery.recordedAt()));
            }
        }
    }

    /** A reminder is as old as its own time, not as the booking. */
    private static Instant since(Delivery delivery) {
        return delivery.occasion() instanceof Occasion.OfReminder
                ? delivery.recordedAt()
                : delivery.occasion().event().occurredAt();
    }

    private static String outcome(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Sent _ -> "sent";
            case Verdict.TryAgain _ -> "retried";
            case Verdict.PutOff _ -> "put-off";
            case Verdict.Wait _ -> "waiting";
            case Verdict.Failed _ -> "failed";
            case Verdict.Skipped _ -> "skipped";
        };
    }
}
