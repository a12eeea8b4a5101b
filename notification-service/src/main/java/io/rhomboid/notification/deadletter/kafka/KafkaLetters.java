package io.rhomboid.notification.deadletter.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.support.KafkaHeaders;

import io.rhomboid.notification.deadletter.DeadLetter;
import io.rhomboid.notification.deadletter.Letters;

/** The topics {@code <topic>.<application>.dlt}. They are read when somebody looks, in no consumer group. */
public final class KafkaLetters implements Letters {

    private static final Pattern ID = Pattern.compile("([A-Za-z0-9._-]{1,240}):([0-9]{1,4}):([0-9]{1,18})");
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long MOST_OF_EACH = 300;

    /** Of the headers, those that came with being put aside. */
    private static final String PUT_ASIDE = "kafka_dlt-";

    private final ConsumerFactory<String, byte[]> consumers;
    private final KafkaOperations<String, byte[]> kafka;
    private final String ending;

    public KafkaLetters(
            ConsumerFactory<String, byte[]> consumers, KafkaOperations<String, byte[]> kafka, String application) {
        this.consumers = consumers;
        this.kafka = kafka;
        this.ending = "." + application + ".dlt";
    }

    @Override
    public List<DeadLetter> all() {
        var all = new ArrayList<DeadLetter>();
        try (var consumer = consumers.createConsumer(null, "dead-letters", null)) {
            for (var topic : consumer.listTopics().entrySet()) {
                if (!topic.getKey().endsWith(ending)) continue;
                for (var one : topic.getValue()) {
                    var partition = new TopicPartition(one.topic(), one.partition());
                    var end = consumer.endOffsets(List.of(partition)).get(partition);
                    for (var record : read(consumer, partition, Math.max(0, end - MOST_OF_EACH), end)) {
                        all.add(letter(record));
                    }
                }
            }
        }
        all.sort(Comparator.comparing(DeadLetter::at).reversed());
        return all;
    }

    @Override
    public boolean redrive(String id) {
        var found = find(id).orElse(null);
        if (found == null) return false;
        var back = new ProducerRecord<>(from(found), null, found.key(), found.value());
        for (var header : found.headers()) {
            if (!header.key().startsWith(PUT_ASIDE)) back.headers().add(header);
        }
        try {
            kafka.send(back).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the broker did not take it back", e);
        }
    }

    @Override
    public boolean isThere(String id) {
        return find(id).isPresent();
    }

    /** Nothing but our own dead letters is ever read, whatever the id says. */
    private Optional<ConsumerRecord<String, byte[]>> find(String id) {
        var parts = ID.matcher(id);
        if (!parts.matches() || !parts.group(1).endsWith(ending)) return Optional.empty();
        var partition = new TopicPartition(parts.group(1), Integer.parseInt(parts.group(2)));
        var offset = Long.parseLong(parts.group(3));
        try (var consumer = consumers.createConsumer(null, "dead-letters", null)) {
            var known = consumer.listTopics().get(partition.topic());
            if (known == null || known.stream().noneMatch(one -> one.partition() == partition.partition())) {
                return Optional.empty();
            }
            var end = consumer.endOffsets(List.of(partition)).get(partition);
            if (offset >= end) return Optional.empty();
            return read(consumer, partition, offset, offset + 1).stream()
                    .filter(record -> record.offset() == offset)
                    .findFirst();
        }
    }

    private static List<ConsumerRecord<String, byte[]>> read(
            Consumer<String, byte[]> consumer, TopicPartition partition, long from, long end) {
        var found = new ArrayList<ConsumerRecord<String, byte[]>>();
        if (from >= end) return found;
        consumer.assign(List.of(partition));
        consumer.seek(partition, from);
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (consumer.position(partition) < end && System.nanoTime() < until) {
            for (var record : consumer.poll(POLL).records(partition)) {
                if (record.offset() < end) found.add(record);
            }
        }
        return found;
    }

    private DeadLetter letter(ConsumerRecord<String, byte[]> record) {
        var cause = text(record, KafkaHeaders.DLT_EXCEPTION_MESSAGE);
        return new DeadLetter(
                record.topic() + ":" + record.partition() + ":" + record.offset(),
                from(record),
                record.key(),
                Instant.ofEpochMilli(record.timestamp()),
                cause == null ? "unknown" : cause,
                record.value() == null ? 0 : record.value().length,
                null);
    }

    private String from(ConsumerRecord<String, byte[]> record) {
        return record.topic().substring(0, record.topic().length() - ending.length());
    }

    private static @Nullable String text(ConsumerRecord<String, byte[]> record, String header) {
        var found = record.headers().lastHeader(header);
        return found == null || found.value() == null ? null : new String(found.value(), StandardCharsets.UTF_8);
    }
}
