package io.rhomboid.platform.telemetry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.listener.RecordInterceptor;

/**
 * How old a fact is when it has been taken in: {@code rhomboid.events.heard}, by topic, from when it was sent. What was
 * sent before this process started is past, and not counted: who reads a topic from its beginning is not late.
 */
public final class Heard implements RecordInterceptor<Object, Object> {

    private final MeterRegistry meters;
    private final Clock clock;
    private final Instant started;
    private final Map<String, Timer> timers = new ConcurrentHashMap<>();

    public Heard(MeterRegistry meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
        started = clock.instant();
    }

    @Override
    public ConsumerRecord<Object, Object> intercept(
            ConsumerRecord<Object, Object> message, Consumer<Object, Object> consumer) {
        return message;
    }

    @Override
    public void success(ConsumerRecord<Object, Object> message, Consumer<Object, Object> consumer) {
        var sent = Instant.ofEpochMilli(message.timestamp());
        if (sent.isBefore(started)) return;
        timers.computeIfAbsent(message.topic(), this::timer).record(Duration.between(sent, clock.instant()));
    }

    private Timer timer(String topic) {
        return Timer.builder("rhomboid.events.heard")
                .description("Age of a fact when it has been taken in")
                .tag("topic", topic)
                .serviceLevelObjectives(
                        Duration.ofMillis(100),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(10),
                        Duration.ofMinutes(1))
                .register(meters);
    }
}
