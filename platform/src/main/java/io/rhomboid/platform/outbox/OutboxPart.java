package io.rhomboid.platform.outbox;

import java.time.Clock;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaTemplate;

import io.rhomboid.platform.events.EventJson;

/** Telling what was stored. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass({MongoDatabase.class, KafkaTemplate.class})
@EnableConfigurationProperties(OutboxSettings.class)
public class OutboxPart {

    @Bean
    Outboxes outboxes(
            MongoDatabase database,
            KafkaTemplate<String, byte[]> kafka,
            OutboxSettings settings,
            @Value("${spring.application.name}") String application,
            ObjectProvider<Tracer> tracer,
            Clock clock,
            ObjectProvider<MeterRegistry> meters) {
        return new Outboxes(
                database,
                kafka,
                EventJson.mapper(),
                settings,
                "/" + application,
                () -> traceparent(tracer.getIfAvailable()),
                clock,
                meters.getIfAvailable(io.micrometer.core.instrument.simple.SimpleMeterRegistry::new));
    }

    /** The current trace as W3C has it, so that what a consumer does shows up in the trace of the request. */
    private static @Nullable String traceparent(@Nullable Tracer tracer) {
        var span = tracer == null ? null : tracer.currentSpan();
        if (span == null) return null;
        var context = span.context();
        var sampled = Boolean.TRUE.equals(context.sampled()) ? "01" : "00";
        return "00-" + context.traceId() + "-" + context.spanId() + "-" + sampled;
    }
}
