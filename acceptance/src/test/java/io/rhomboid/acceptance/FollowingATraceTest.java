package io.rhomboid.acceptance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import io.rhomboid.acceptance.Spans.Span;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What a request led to can be found by the trace it came with. */
@ExtendWith(RunningClinic.ForAllStories.class)
class FollowingATraceTest {

    private static final String CLICK = "00f067aa0ba902b7";

    @Test
    void the_clients_trace_goes_with_the_event_to_the_mail(RunningClinic clinic) throws IOException {
        var jo = clinic.visitor();
        var slot = Slots.free(jo, 1, 30).getFirst();
        var trace = "%016x%016x".formatted(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE), 7L);

        var booking = Visitor.booked(
                201,
                jo.send(jo.request("/api/v1/bookings")
                        .header("traceparent", "00-" + trace + "-" + CLICK + "-01")
                        .header("Idempotency-Key", Visitor.newKey())
                        .header("Content-Type", "application/json")
                        .POST(java.net.http.HttpRequest.BodyPublishers.ofString(
                                jo.request(Slots.TECHNIQUE, slot).toString()))));

        var told = recordAbout(booking.id(), clinic.bootstrapServers());
        assertThat(header(told, "traceparent")).startsWith("00-" + trace + "-");
        assertThat(header(told, "ce_type")).isEqualTo("BookingConfirmed");
        // Who it is for is told by id; the topic knows no names.
        assertThat(new String(told.value(), StandardCharsets.UTF_8)).doesNotContain(jo.email(), "Jo Sample");

        // From the click to the mail, each step below the one it came from; drawn, for who wants to see it.
        var followed = await("the whole trace")
                .atMost(Duration.ofSeconds(60))
                .until(() -> clinic.spans().of(trace), FollowingATraceTest::isWhole);
        assertThat(followed).extracting(Span::service).contains("gateway", "booking-service", "notification-service");
        assertThat(followed).noneSatisfy(span -> assertThat(span.name()).contains(jo.email()));
        Files.writeString(Path.of("target", "trace.svg"), Spans.drawn(followed));
    }

    private static boolean isWhole(List<Span> spans) {
        var known = spans.stream().map(Span::id).collect(Collectors.toSet());
        known.add(CLICK);
        return spans.stream().anyMatch(span -> span.name().equals("mail confirmation"))
                && spans.stream().map(Span::parent).allMatch(known::contains);
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
