package io.rhomboid.booking.availability.kafka;

import java.util.List;
import java.util.UUID;

import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.MessageListener;

import io.rhomboid.contracts.Topics;
import io.rhomboid.platform.events.TopicNeeds;

/**
 * The two readers, each in a consumer group of its own for each start of the service: every instance needs every
 * partition. Dead letters carry the service's name, whichever instance sets them aside.
 */
@Configuration(proxyBeanMethods = false)
class AvailabilityTopics {

    private final String application;
    private final String group;

    AvailabilityTopics(@Value("${spring.application.name}") String application) {
        this.application = application;
        this.group = application + "." + UUID.randomUUID();
    }

    @Bean
    ConcurrentMessageListenerContainer<?, ?> catalogueContainer(
            ConcurrentKafkaListenerContainerFactory<?, ?> containers, CatalogueReader reader) {
        return container(containers, CatalogueReader.TOPICS, "catalogue", reader, reader);
    }

    @Bean
    ConcurrentMessageListenerContainer<?, ?> bookingsContainer(
            ConcurrentKafkaListenerContainerFactory<?, ?> containers, BookingsReader reader) {
        var container = container(containers, List.of(Topics.BOOKINGS, Topics.BLOCKS), "bookings", reader, reader);
        container
                .getContainerProperties()
                .getKafkaConsumerProperties()
                .setProperty(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        return container;
    }

    /** Nothing is ever committed: whoever comes back starts over, and the broker need not remember the group. */
    private ConcurrentMessageListenerContainer<?, ?> container(
            ConcurrentKafkaListenerContainerFactory<?, ?> containers,
            List<String> topics,
            String name,
            MessageListener<String, byte[]> listener,
            ConsumerAwareRebalanceListener rebalancing) {
        var container = containers.createContainer(topics.toArray(String[]::new));
        container.setBeanName(name);
        var properties = container.getContainerProperties();
        properties.setGroupId(group + "." + name);
        properties.setAckMode(ContainerProperties.AckMode.MANUAL);
        properties.setAssignmentCommitOption(ContainerProperties.AssignmentCommitOption.NEVER);
        properties.setMessageListener(listener);
        properties.setConsumerRebalanceListener(rebalancing);
        return container;
    }

    @Bean
    NewTopic clinicsDeadLetters() {
        return TopicNeeds.deadLetters(Topics.CLINICS, application);
    }

    @Bean
    NewTopic treatmentsDeadLetters() {
        return TopicNeeds.deadLetters(Topics.TREATMENTS, application);
    }

    @Bean
    NewTopic therapistsDeadLetters() {
        return TopicNeeds.deadLetters(Topics.THERAPISTS, application);
    }

    @Bean
    NewTopic blocksDeadLetters() {
        return TopicNeeds.deadLetters(Topics.BLOCKS, application);
    }

    @Bean
    NewTopic bookingsDeadLetters() {
        return TopicNeeds.deadLetters(Topics.BOOKINGS, application);
    }
}
