package io.rhomboid.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class KillingTheLocalPartsTest {

    private static final TopicPartition BOOKINGS = new TopicPartition("bookings", 0);

    @TempDir
    Path folder;

    @Test
    void they_come_up_again_with_every_acknowledged_event() throws Exception {
        var first = start();
        try {
            produce(broker(first.inputReader()), "booked");
        } finally {
            first.destroyForcibly().waitFor();
        }

        var second = start();
        try {
            assertThat(consume(broker(second.inputReader()))).contains("booked");
        } finally {
            second.destroyForcibly().waitFor();
        }
    }

    private Process start() throws IOException {
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LocalParts.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment()
                .putAll(Map.of(
                        "LOCAL_DATA", folder.toString(),
                        "KAFKA_PORT", "0",
                        "STORE_PORT", "0",
                        "SMTP_PORT", "0",
                        "MAIL_PAGE_PORT", "0"));
        return builder.start();
    }

    /** What the line says that begins with it; comes when the broker is up. */
    private static String broker(BufferedReader output) {
        return output.lines()
                .filter(line -> line.startsWith("broker "))
                .findFirst()
                .map(line -> line.replaceFirst("broker +", ""))
                .orElseThrow();
    }

    private static void produce(String broker, String value) throws Exception {
        Map<String, Object> config = Map.of("bootstrap.servers", broker, "acks", "all");
        try (var admin = Admin.create(config);
                var producer = new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
            var topic = new NewTopic(BOOKINGS.topic(), Optional.empty(), Optional.empty());
            admin.createTopics(List.of(topic)).all().get();
            producer.send(new ProducerRecord<>(BOOKINGS.topic(), value)).get();
        }
    }

    private static List<String> consume(String broker) {
        Map<String, Object> config = Map.of("bootstrap.servers", broker, "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(BOOKINGS));
            return consumer.poll(Duration.ofSeconds(20)).records(BOOKINGS).stream()
                    .map(record -> record.value())
                    .toList();
        }
    }
}
