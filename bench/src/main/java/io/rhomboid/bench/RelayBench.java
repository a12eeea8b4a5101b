package io.rhomboid.bench;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;

import io.rhomboid.contracts.client.Client;
import io.rhomboid.contracts.client.ClientEvent.ClientChanged;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.platform.events.EventJson;
import io.rhomboid.platform.outbox.Outbox;
import io.rhomboid.platform.outbox.OutboxSettings;
import io.rhomboid.platform.outbox.Outboxes;
import io.rhomboid.testing.RealBroker;
import io.rhomboid.testing.RealStore;

/**
 * How long from an acknowledged write until a consumer sees its event, against Kafka alone?
 *
 * <p>In pairs, so that both ways meet the same machine: an event sent straight to the topic, timed from the call, then
 * a document stored with an event in its outbox, timed from the store's acknowledgement. Same topic, same consumer,
 * same bytes; all copies must have it (acks=all). One at a time: a queue would measure itself.
 */
final class RelayBench {

    private static final int WARM_UP = 500;
    private static final double MOST = 3;

    private final MongoCollection<Document> documents;
    private final Outbox outbox;
    private final KafkaTemplate<String, byte[]> kafka;
    private final String topic;
    private final Map<String, CompletableFuture<Long>> expected = new ConcurrentHashMap<>();

    private RelayBench(
            MongoCollection<Document> documents, Outbox outbox, KafkaTemplate<String, byte[]> kafka, String topic) {
        this.documents = documents;
        this.outbox = outbox;
        this.kafka = kafka;
        this.topic = topic;
    }

    static void run(int pairs) throws Exception {
        var topic = "bench-" + UUID.randomUUID();
        var servers = RealBroker.bootstrapServers();
        try (var admin = Admin.create(Map.of("bootstrap.servers", servers));
                var client = MongoClients.create(RealStore.uri())) {
            admin.createTopics(List.of(new NewTopic(topic, Optional.of(1), Optional.empty())))
                    .all()
                    .get();
            var database = client.getDatabase(RealStore.newDatabase())
                    .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                    .withReadConcern(ReadConcern.MAJORITY);
            var producers = new DefaultKafkaProducerFactory<>(
                    Map.of("bootstrap.servers", servers, "acks", "all", "enable.idempotence", true, "linger.ms", 0),
                    new StringSerializer(),
                    new ByteArraySerializer());
            var kafka = new KafkaTemplate<>(producers);
            var outboxes = new Outboxes(
                    database,
                    kafka,
                    EventJson.mapper(),
                    new OutboxSettings(Duration.ofSeconds(10), Duration.ofSeconds(1), 200),
                    "/bench",
                    () -> null,
                    Clock.systemUTC(),
                    new SimpleMeterRegistry());
            var documents = database.getCollection("clients");
            var bench = new RelayBench(documents, outboxes.open(documents, topic), kafka, topic);
            outboxes.start();
            try {
                bench.measure(servers, pairs);
            } finally {
                outboxes.stop();
                producers.destroy();
                database.drop();
                admin.deleteTopics(List.of(topic)).all().get();
            }
        }
    }

    private void measure(String servers, int pairs) throws Exception {
        var settings = Map.<String, Object>of("bootstrap.servers", servers, "auto.offset.reset", "earliest");
        var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        consumer.assign(List.of(new TopicPartition(topic, 0)));
        var seeing = Thread.ofPlatform().name("consumer").start(() -> see(consumer));
        try {
            var direct = new long[pairs];
            var relayed = new long[pairs];
            for (int i = -WARM_UP; i < pairs; i++) {
                long viaKafka = direct();
                long viaOutbox = relayed();
                if (i < 0) continue;
                direct[i] = viaKafka;
                relayed[i] = viaOutbox;
            }
            report(new Timings(direct), new Timings(relayed));
        } finally {
            consumer.wakeup();
            seeing.join();
        }
    }

    private void see(KafkaConsumer<String, byte[]> consumer) {
        try (consumer) {
            while (true) {
                for (var record : consumer.poll(Duration.ofMinutes(1))) {
                    var seen = expected.remove(record.key());
                    if (seen != null) seen.complete(System.nanoTime());
                }
            }
        } catch (WakeupException _) {
            // Told to end.
        }
    }

    private long direct() throws Exception {
        var event = event();
        var payload = EventJson.mapper().writeValueAsString(event).getBytes(StandardCharsets.UTF_8);
        var seen = expect(event);
        long began = System.nanoTime();
        kafka.send(new ProducerRecord<>(topic, event.key(), payload));
        return until(seen) - began;
    }

    private long relayed() throws Exception {
        var event = event();
        var seen = expect(event);
        documents.insertOne(new Document("_id", event.key())
                .append("version", 1L)
                .append("pendingEvents", List.of(outbox.pending(event))));
        long began = System.nanoTime();
        outbox.wake(event.key());
        return until(seen) - began;
    }

    private CompletableFuture<Long> expect(ClientChanged event) {
        var seen = new CompletableFuture<Long>();
        expected.put(event.key(), seen);
        return seen;
    }

    private static long until(CompletableFuture<Long> seen)
            throws InterruptedException, ExecutionException, TimeoutException {
        return seen.get(30, TimeUnit.SECONDS);
    }

    private static ClientChanged event() {
        return new ClientChanged(
                new ClientId(UUID.randomUUID()),
                1,
                new Client("Jo Sample", "jo@client.example", null, "en"),
                Instant.now());
    }

    private static void report(Timings direct, Timings relayed) {
        double ratio = relayed.millis(99) / direct.millis(99);
        System.out.println(Timings.HEADING);
        direct.print("sent straight to Kafka");
        relayed.print("stored, relayed from the outbox");
        System.out.printf(
                Locale.ROOT,
                "p99 is %.2f times that of Kafka alone, %s (at most %.0f); p50 %.2f times%n",
                ratio,
                ratio <= MOST ? "good" : "TOO SLOW",
                MOST,
                relayed.millis(50) / direct.millis(50));
    }
}
