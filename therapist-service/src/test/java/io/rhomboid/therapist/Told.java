package io.rhomboid.therapist;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.rhomboid.testing.RealBroker;

import static org.awaitility.Awaitility.await;

/** What the service has told on a topic. */
public final class Told {

    private static final JsonMapper JSON = new JsonMapper();

    private Told() {}

    /** The bodies for this key, once there are so many of them. */
    public static List<JsonNode> on(String topic, String key, int atLeast) {
        return records(topic, key, atLeast).stream()
                .map(record -> JSON.readTree(record.value()))
                .toList();
    }

    static List<ConsumerRecord<String, byte[]>> records(String topic, String key, int atLeast) {
        Map<String, Object> settings = Map.of("bootstrap.servers", RealBroker.bootstrapServers());
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var found = new ArrayList<ConsumerRecord<String, byte[]>>();
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (key.equals(record.key())) found.add(record);
                });
                return found.size() >= atLeast;
            });
            return found;
        }
    }
}
