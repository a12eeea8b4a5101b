package io.rhomboid.acceptance;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What a request led to can be found by the trace it came with. */
@ExtendWith(RunningClinic.ForAllStories.class)
class FollowingATraceTest {

    @Test
    void the_clients_trace_goes_with_the_event(RunningClinic clinic) {
        var jo = clinic.visitor();
        var slot = Slots.free(jo, 1, 30).getFirst();
        var trace = "%016x%016x".formatted(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE), 7L);

        var booking = Visitor.booked(
                201,
                jo.send(jo.request("/api/v1/bookings")
                        .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                        .header("Idempotency-Key", Visitor.newKey())
                        .header("Content-Type", "application/json")
                        .POST(java.net.http.HttpRequest.BodyPublishers.ofString(
                                jo.request(Slots.TECHNIQUE, slot).toString()))));

        var told = recordAbout(booking.id(), clinic.bootstrapServers());
        assertThat(header(told, "traceparent")).startsWith("00-" + trace + "-");
        assertThat(header(told, "ce_type")).isEqualTo("BookingConfirmed");
        // Who it is for is told by id; the topic knows no names.
        assertThat(new String(told.value(), StandardCharsets.UTF_8)).doesNotContain(jo.email(), "Jo Sample");
    }

    private static ConsumerRecord<String, byte[]> recordAbout(String bookingId, String bootstrapServers) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers, "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(consumer.partitionsFor("bookings").stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList());
            List<ConsumerRecord<String, byte[]>> about = new ArrayList<>();
            await("the event of booking " + bookingId)
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> {
                        for (var record : consumer.poll(Duration.ofMillis(200))) {
                            if (bookingId.equals(record.key())) about.add(record);
                        }
                        return !about.isEmpty();
                    });
            return about.getFirst();
        }
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
