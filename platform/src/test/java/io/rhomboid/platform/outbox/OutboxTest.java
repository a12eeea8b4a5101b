package io.rhomboid.platform.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.SendResult;

import io.rhomboid.contracts.client.Client;
import io.rhomboid.contracts.client.ClientEvent.ClientChanged;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.platform.events.EventJson;
import io.rhomboid.platform.events.TopicNeeds;
import io.rhomboid.testing.RealBroker;
import io.rhomboid.testing.RealStore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The relay against a real broker and a real store. */
@Tag("store")
class OutboxTest {

    static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");

    MongoClient client = MongoClients.create(RealStore.uri());
    MongoDatabase database;
    MongoCollection<Document> documents;
    String topic = "outbox-" + UUID.randomUUID();
    AtomicBoolean brokerAway = new AtomicBoolean();
    List<Outboxes> started = new ArrayList<>();
    DefaultKafkaProducerFactory<String, byte[]> producers;

    @BeforeEach
    void open() throws Exception {
        database = client.getDatabase(RealStore.newDatabase());
        documents = database.getCollection("clients");
        try (var admin = Admin.create(Map.of("bootstrap.servers", RealBroker.bootstrapServers()))) {
            var wanted = TopicNeeds.facts(topic);
            admin.createTopics(List.of(wanted)).all().get();
        }
        producers = new DefaultKafkaProducerFactory<>(
                Map.of("bootstrap.servers", RealBroker.bootstrapServers(), "acks", "all", "linger.ms", 0),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    @AfterEach
    void close() {
        started.forEach(Outboxes::stop);
        producers.destroy();
        client.close();
    }

    @Test
    void tells_each_documents_events_in_order_with_their_headers_and_forgets_them() {
        var outbox = relay(Duration.ofMinutes(10));
        var keys = IntStream.range(0, 20)
                .mapToObj(_ -> UUID.randomUUID().toString())
                .toList();
        for (var key : keys) {
            insert(outbox, key, 1);
            for (long version = 2; version <= 5; version++) append(outbox, key, version);
            outbox.wake(key);
        }

        var told = read(100);

        for (var key : keys) {
            assertThat(told.stream().filter(r -> r.key().equals(key)).map(OutboxTest::version))
                    .containsExactly(1L, 2L, 3L, 4L, 5L);
        }
        var first = told.getFirst();
        assertThat(header(first, "ce_type")).isEqualTo("ClientChanged");
        assertThat(header(first, "ce_source")).isEqualTo("/platform-test");
        assertThat(header(first, "ce_subject")).isEqualTo(first.key());
        assertThat(header(first, "ce_time")).isEqualTo(NOW.toString());
        assertThat(header(first, "traceparent")).startsWith("00-4bf9");
        await().atMost(Duration.ofSeconds(10)).until(this::untold, List::isEmpty);
    }

    @Test
    void finds_what_nobody_woke_it_for() {
        var outbox = relay(Duration.ofMillis(100));
        insert(outbox, "left-by-a-crash", 1);

        assertThat(read(1)).hasSize(1);
        await().atMost(Duration.ofSeconds(10)).until(this::untold, List::isEmpty);
        assertThat(meters.get("rhomboid.events.told")
                        .tag("topic", topic)
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void keeps_all_in_order_while_the_broker_is_away() {
        var outbox = relay(Duration.ofMillis(100));
        brokerAway.set(true);
        insert(outbox, "a", 1);
        outbox.wake("a");
        for (long version = 2; version <= 4; version++) {
            append(outbox, "a", version);
            outbox.wake("a");
        }
        brokerAway.set(false);

        assertThat(read(4).stream().map(OutboxTest::version)).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void repeats_but_never_loses_when_it_died_between_ack_and_pull() {
        var outbox = relay(Duration.ofMillis(100));
        var once = outbox.pending(event("a", 1));
        documents.insertOne(new Document("_id", "a").append("pendingEvents", List.of(once)));
        read(1);
        documents.updateOne(Filters.eq("_id", "a"), com.mongodb.client.model.Updates.push("pendingEvents", once));

        var told = read(2);

        assertThat(told.stream().map(r -> header(r, "ce_id"))).hasSize(2).containsOnly(once.getString("id"));
    }

    @Test
    void only_one_of_many_relays_works_at_a_time_and_the_next_takes_over() {
        var outbox = relay(Duration.ofMillis(50));
        for (int i = 0; i < 3; i++) relay(Duration.ofMillis(50));
        for (int i = 0; i < 200; i++) {
            insert(outbox, "k" + i, 1);
            outbox.wake("k" + i);
        }

        var told = read(200);
        assertThat(told.stream().map(ConsumerRecord::key)).doesNotHaveDuplicates();

        started.getFirst().stop();
        insert(outbox, "after", 1);
        assertThat(read(201).stream().map(ConsumerRecord::key)).contains("after");
    }

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    private Outbox relay(Duration sweep) {
        var kafka = new KafkaTemplate<>(producers) {
            @Override
            public CompletableFuture<SendResult<String, byte[]>> send(ProducerRecord<String, byte[]> record) {
                return brokerAway.get()
                        ? CompletableFuture.failedFuture(new TimeoutException("the broker is away"))
                        : super.send(record);
            }
        };
        var outboxes = new Outboxes(
                database,
                kafka,
                EventJson.mapper(),
                new OutboxSettings(Duration.ofSeconds(1), sweep, 50),
                "/platform-test",
                () -> "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                Clock.systemUTC(),
                meters);
        var outbox = outboxes.open(documents, topic);
        outboxes.start();
        started.add(outboxes);
        return outbox;
    }

    private ClientChanged event(String key, long version) {
        var id = new ClientId(UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)));
        return new ClientChanged(id, version, new Client("Jo", "jo@client.example", null, "en"), NOW);
    }

    private void insert(Outbox outbox, String id, long version) {
        var pending = outbox.pending(event(id, version)).append("key", id);
        documents.insertOne(new Document("_id", id).append("pendingEvents", List.of(pending)));
    }

    private void append(Outbox outbox, String id, long version) {
        documents.updateOne(
                Filters.eq("_id", id),
                com.mongodb.client.model.Updates.push(
                        "pendingEvents", outbox.pending(event(id, version)).append("key", id)));
    }

    private List<Document> untold() {
        return documents.find(Filters.gt("pendingEvents.id", "")).into(new ArrayList<>());
    }

    /** Everything on the topic from its beginning, once there are at least so many. */
    private List<ConsumerRecord<String, byte[]>> read(int atLeast) {
        var settings = new HashMap<String, Object>();
        settings.put("bootstrap.servers", RealBroker.bootstrapServers());
        settings.put("group.id", UUID.randomUUID().toString());
        settings.put("auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic));
            var all = new ArrayList<ConsumerRecord<String, byte[]>>();
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(all::add);
                return all.size() >= atLeast;
            });
            return all;
        }
    }

    private static long version(ConsumerRecord<String, byte[]> record) {
        return EventJson.mapper().readTree(record.value()).get("version").asLong();
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
