package io.rhomboid.platform.events;

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
            KafkaTemplate<String, byte[]> kafka, @Value("${spring.application.name}") String application) {
        return ConsumerPolicy.errorHandler(kafka, application);
    }

    @Bean
    SmartLifecycle topicMaker(KafkaAdmin admin, ObjectProvider<NewTopic> own) {
        return new TopicMaker(admin, own.stream().toList());
    }
}
