package io.rhomboid.testing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.mongodb.client.MongoClients;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RealPartsTest {

    @Test
    @Tag("store")
    void there_is_a_store() {
        try (var client = MongoClients.create(RealStore.uri())) {
            var database = client.getDatabase(RealStore.newDatabase());

            database.getCollection("words").insertOne(new Document("word", "rhomboid"));

            assertThat(database.getCollection("words").countDocuments()).isEqualTo(1);
            database.drop();
        }
    }

    @Test
    void there_is_a_broker() throws Exception {
        Map<String, Object> config = Map.of("bootstrap.servers", RealBroker.bootstrapServers());
        var topic = "words-" + UUID.randomUUID();
        try (var admin = Admin.create(config);
                var producer = new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
            admin.createTopics(List.of(new NewTopic(topic, Optional.empty(), Optional.empty())))
                    .all()
                    .get();

            var written = producer.send(new ProducerRecord<>(topic, "rhomboid")).get();

            assertThat(written.offset()).isZero();
            admin.deleteTopics(List.of(topic)).all().get();
        }
    }
}
