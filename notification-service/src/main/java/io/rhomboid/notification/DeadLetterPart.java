package io.rhomboid.notification;

import com.mongodb.client.MongoDatabase;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaOperations;

import io.rhomboid.notification.deadletter.kafka.KafkaLetters;
import io.rhomboid.notification.deadletter.mongo.MongoDecisions;

/** Dead letters: which part gets which. */
@Configuration(proxyBeanMethods = false)
class DeadLetterPart {

    @Bean
    KafkaLetters deadLetters(
            ConsumerFactory<String, byte[]> consumers,
            KafkaOperations<String, byte[]> kafka,
            @Value("${spring.application.name}") String application) {
        return new KafkaLetters(consumers, kafka, application);
    }

    @Bean
    MongoDecisions deadLetterDecisions(MongoDatabase database) {
        return new MongoDecisions(database);
    }
}
