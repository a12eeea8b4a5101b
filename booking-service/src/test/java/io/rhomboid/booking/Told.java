package io.rhomboid.booking;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

import io.rhomboid.testing.RealBroker;

import static org.awaitility.Awaitility.await;

/** What the service has told on a topic. */
public final class Told {

    private Told() {}

    /** The messages of this key on the topic, once there are so many of them. */
    public static List<ConsumerRecord<String, byte[]>> on(String topic, String key, int count) {
        var settings = Map.<String, Object>of(
                "bootstrap.servers", RealBroker.bootstrapServers(),
                "group.id", UUID.randomUUID().toString(),
                "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic));
            var all = new ArrayList<ConsumerRecord<String, byte[]>>();
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(r -> {
                    if (r.key().equals(key)) all.add(r);
                });
                return all.size() >= count;
            });
            return all;
        }
    }
}
