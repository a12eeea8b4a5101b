package io.rhomboid.platform.identity;

import com.mongodb.client.MongoDatabase;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaTemplate;

import io.rhomboid.contracts.Topics;
import io.rhomboid.platform.events.EventReader;
import io.rhomboid.platform.events.TopicNeeds;
import io.rhomboid.platform.store.JsonDocuments;

/** Knowing who belongs to which clinic, for services to which this is told. Who tells it knows it itself. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass({MongoDatabase.class, KafkaTemplate.class})
@ConditionalOnMissingBean(Memberships.class)
@ConditionalOnBean(EventReader.class)
class MembersPart {

    @Bean
    KeptMembers keptMembers(MongoDatabase database, JsonDocuments json, EventReader events) {
        return new KeptMembers(database.getCollection("members"), json, events);
    }

    @Bean
    NewTopic membersDeadLetters(@Value("${spring.application.name}") String application) {
        return TopicNeeds.deadLetters(Topics.MEMBERS, application);
    }
}
