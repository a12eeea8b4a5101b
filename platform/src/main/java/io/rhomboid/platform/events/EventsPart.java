package io.rhomboid.platform.events;

import java.time.Clock;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.RecordInterceptor;

import io.rhomboid.platform.telemetry.Heard;

/** Taking in other services' facts. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(KafkaTemplate.class)
public class EventsPart {

    @Bean
    EventReader eventReader() {
        return new EventReader(EventJson.mapper());
    }

    /** Boot hands it to every listener container. */
    @Bean
    DefaultErrorHandler consumerPolicy(
            KafkaTemplate<String, byte[]> kafka,
            @Value("${spring.application.name}") String application,
            ObjectProvider<MeterRegistry> meters) {
        return ConsumerPolicy.errorHandler(kafka, application, meters.getIfAvailable(SimpleMeterRegistry::new));
    }

    /** Boot hands it to every listener container, too. */
    @Bean
    RecordInterceptor<Object, Object> heard(ObjectProvider<MeterRegistry> meters, Clock clock) {
        return new Heard(meters.getIfAvailable(SimpleMeterRegistry::new), clock);
    }

    @Bean
    SmartLifecycle topicMaker(KafkaAdmin admin, ObjectProvider<NewTopic> own) {
        return new TopicMaker(admin, own.stream().toList());
    }
}
