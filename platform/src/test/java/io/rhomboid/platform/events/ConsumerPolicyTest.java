package io.rhomboid.platform.events;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

import com.mongodb.MongoTimeoutException;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import io.rhomboid.contracts.client.Client;
import io.rhomboid.contracts.client.ClientEvent;
import io.rhomboid.contracts.client.ClientEvent.ClientChanged;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.platform.TestApplication;
import io.rhomboid.testing.RealBroker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@SpringBootTest(classes = TestApplication.class)
@Import(ConsumerPolicyTest.Listening.class)
class ConsumerPolicyTest {

    static final String TOPIC = "policy-" + UUID.randomUUID();

    @DynamicPropertySource
    static void parts(DynamicPropertyRegistry registry) {
        TestApplication.realParts(registry);
        registry.add("policy.topic", () -> TOPIC);
        registry.add("policy.group", () -> "policy-" + UUID.randomUUID());
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Listening {

        final Queue<String> seen = new ConcurrentLinkedQueue<>();
        final AtomicInteger faults = new AtomicInteger();
        volatile @Nullable RuntimeException fault;
        final EventReader events;

        Listening(EventReader events) {
            this.events = events;
        }

        /** One partition, so that what waits is seen to wait. */
        @Bean
        NewTopic policyTopic() {
            return new NewTopic(TOPIC, 1, (short) 1);
        }

        @Bean
        NewTopic policyDeadLetters() {
            return TopicNeeds.deadLetters(TOPIC, "platform-test");
        }

        @KafkaListener(topics = "${policy.topic}", groupId = "${policy.group}")
        void on(ConsumerRecord<String, byte[]> record) {
            var event = events.read(record, ClientEvent.class);
            var wrong = fault;
            if (wrong != null) {
                faults.incrementAndGet();
                throw wrong;
            }
            seen.add(event == null ? "erased" : event.key());
        }
    }

    @Autowired
    KafkaTemplate<String, byte[]> kafka;

    @Autowired
    Listening listening;

    @Autowired
    MeterRegistry meters;

    @BeforeEach
    void forget() {
        listening.fault = null;
        listening.seen.clear();
        listening.faults.set(0);
    }

    @Test
    void poison_goes_to_the_dead_letters_with_its_cause_and_the_next_is_processed() {
        var good = event();
        for (var poison : List.of(
                "{", "null", "17", "{\"type\":\"Unheard\"}", "{\"type\":\"ClientChanged\",\"clientId\":\"x\"}")) {
            kafka.send(TOPIC, good.key(), poison.getBytes(StandardCharsets.UTF_8));
        }
        kafka.send(TOPIC, "under-a-wrong-key", bytes(good));
        kafka.send(TOPIC, good.key(), new byte[900_000]);
        kafka.send(TOPIC, good.key(), bytes(good));

        await().atMost(Duration.ofSeconds(20)).until(() -> listening.seen.contains(good.key()));
        var dead = deadLetters(7);
        assertThat(dead).hasSize(7);
        assertThat(dead).allSatisfy(record -> {
            assertThat(header(record, "kafka_dlt-exception-message")).isNotBlank();
            assertThat(record.headers().lastHeader("kafka_dlt-original-offset")).isNotNull();
        });
        assertThat(meters.counter("rhomboid.dead.letters", "topic", TOPIC).count())
                .isEqualTo(7);
        assertThat(meters.timer("rhomboid.events.heard", "topic", TOPIC).count())
                .isPositive();
    }

    @Test
    void a_tombstone_is_no_poison() {
        kafka.send(TOPIC, event().key(), null);

        await().atMost(Duration.ofSeconds(20)).until(() -> listening.seen.contains("erased"));
    }

    @Test
    void what_is_away_is_waited_for_in_order_and_without_giving_up() {
        listening.fault = new MongoTimeoutException("no store");
        var one = event();
        var two = event();
        kafka.send(TOPIC, one.key(), bytes(one));
        kafka.send(TOPIC, two.key(), bytes(two));
        await().atMost(Duration.ofSeconds(20)).until(() -> listening.faults.get() > 2);
        assertThat(listening.seen).isEmpty();

        listening.fault = null;

        await().atMost(Duration.ofSeconds(20)).until(() -> listening.seen.size() == 2);
        assertThat(listening.seen).containsExactly(one.key(), two.key());
    }

    @Test
    void a_fault_of_our_own_is_set_aside_at_once() {
        listening.fault = new IllegalStateException("a bug");
        var one = event();
        kafka.send(TOPIC, one.key(), bytes(one));
        await().atMost(Duration.ofSeconds(20)).until(() -> listening.faults.get() == 1);
        listening.fault = null;
        var two = event();
        kafka.send(TOPIC, two.key(), bytes(two));

        await().atMost(Duration.ofSeconds(20)).until(() -> listening.seen.contains(two.key()));
        assertThat(listening.seen).doesNotContain(one.key());
    }

    private static ClientChanged event() {
        return new ClientChanged(
                new ClientId(UUID.randomUUID()),
                1,
                new Client("Jo", "jo@client.example", null, "en"),
                Instant.parse("2026-03-01T09:00:00Z"));
    }

    private static byte[] bytes(ClientEvent event) {
        return EventJson.mapper().writeValueAsBytes(event);
    }

    private static List<ConsumerRecord<String, byte[]>> deadLetters(int atLeast) {
        var settings = Map.<String, Object>of(
                "bootstrap.servers", RealBroker.bootstrapServers(),
                "group.id", UUID.randomUUID().toString(),
                "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(TOPIC + ".platform-test.dlt"));
            var all = new ArrayList<ConsumerRecord<String, byte[]>>();
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(all::add);
                all.removeIf(record ->
                        !PoisonEvent.class.getName().equals(header(record, "kafka_dlt-exception-cause-fqcn")));
                return all.size() >= atLeast;
            });
            return all;
        }
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
