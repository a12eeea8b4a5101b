package io.rhomboid.keeping;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import io.rhomboid.contracts.Epochs;
import io.rhomboid.contracts.Money;
import io.rhomboid.contracts.Topics;
import io.rhomboid.contracts.booking.BookingEvent;
import io.rhomboid.contracts.booking.BookingEvent.BookingCancelled;
import io.rhomboid.contracts.booking.BookingEvent.BookingExpired;
import io.rhomboid.contracts.booking.BookingEvent.BookingHeld;
import io.rhomboid.contracts.client.Client;
import io.rhomboid.contracts.client.ClientEvent;
import io.rhomboid.contracts.client.ClientEvent.ClientChanged;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.client.ErasureEvent;
import io.rhomboid.contracts.client.ErasureEvent.ErasureConfirmed;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * What the topics know that a backup does not: the last that was told of each booking since it was taken, how to reach
 * those people, and who was forgotten.
 *
 * @param bookings by id; the event with the highest version
 * @param epoch the latest that anybody has heard of
 * @param contacts of those whose bookings these are; without those who were forgotten
 */
record Heard(Map<String, BookingEvent> bookings, long epoch, Map<ClientId, Client> contacts, Set<ClientId> forgotten) {

    static final Heard NOTHING = new Heard(Map.of(), 0, Map.of(), Set.of());

    /** As the services write it: an event that tells a state once more, and nothing new. */
    private static final String REPUBLISHED = "ce_republished";

    /** Clocks of machines differ. */
    private static final Duration MARGIN = Duration.ofMinutes(10);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    /** @throws Refused if the broker does not answer */
    static Heard since(Instant taken, String broker) {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        broker,
                        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                        (int) PATIENCE.toMillis()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            var bookings = new HashMap<String, BookingEvent>();
            var epoch = new long[1];
            read(consumer, Topics.BOOKINGS, taken.minus(MARGIN), record -> {
                if (!(event(record, BookingEvent.class) instanceof BookingEvent event)) return;
                epoch[0] = Math.max(epoch[0], Epochs.of(event.version()));
                if (record.headers().lastHeader(REPUBLISHED) == null) {
                    bookings.merge(record.key(), event, (one, other) -> one.version() > other.version() ? one : other);
                }
            });
            var whose = new HashSet<ClientId>();
            for (var event : bookings.values()) whose.add(event.booking().clientId());
            var contacts = new HashMap<ClientId, Client>();
            read(consumer, Topics.CLIENTS, Instant.EPOCH, record -> {
                var client = ClientId.of(record.key());
                if (record.value() == null) contacts.remove(client);
                else if (whose.contains(client) && event(record, ClientEvent.class) instanceof ClientChanged told)
                    contacts.put(client, told.client());
            });
            var forgotten = new HashSet<ClientId>();
            read(consumer, Topics.ERASURES, Instant.EPOCH, record -> {
                if (event(record, ErasureEvent.class) instanceof ErasureConfirmed told) forgotten.add(told.clientId());
            });
            return new Heard(bookings, epoch[0], contacts, forgotten);
        } catch (KafkaException e) {
            throw new Refused(
                    "The broker " + broker + " does not answer (" + Manifest.firstLine(e)
                            + "), and it knows what is lost. Bring it back; or leave KAFKA_BOOTSTRAP_SERVERS empty and say"
                            + " --without-topics, if there are none any more. Nothing was changed.",
                    e);
        }
    }

    private static <T> T event(ConsumerRecord<String, byte[]> record, Class<T> type) {
        if (record.value() == null) return null;
        try {
            return JSON.readValue(record.value(), type);
        } catch (JacksonException e) {
            // Of a version that comes after this one, or what nobody could read: not for us to judge.
            return null;
        }
    }

    private static void read(
            KafkaConsumer<String, byte[]> consumer,
            String topic,
            Instant from,
            Consumer<ConsumerRecord<String, byte[]>> reader) {
        var partitions = new ArrayList<TopicPartition>();
        for (var one : consumer.partitionsFor(topic)) partitions.add(new TopicPartition(topic, one.partition()));
        consumer.assign(partitions);
        var ends = consumer.endOffsets(partitions);
        consumer.seekToBeginning(partitions);
        if (from.isAfter(Instant.EPOCH)) {
            var times = new HashMap<TopicPartition, Long>();
            for (var one : partitions) times.put(one, from.toEpochMilli());
            consumer.offsetsForTimes(times)
                    .forEach((one, found) -> consumer.seek(one, found == null ? ends.get(one) : found.offset()));
        }
        while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
            for (var record : consumer.poll(Duration.ofMillis(200))) reader.accept(record);
        }
    }

    /** Of these nobody may think any more that they take place. */
    static void tellThatTheyAreGone(List<BookingEvent> lost, long epoch, Instant now, String broker) {
        if (lost.isEmpty()) return;
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        broker,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        PATIENCE.toMillis()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            var sent = new ArrayList<Future<?>>();
            for (var event : lost) {
                var gone = new BookingCancelled(
                        event.bookingId(),
                        Epochs.raise(event.version(), epoch),
                        event.booking(),
                        new Money(0, event.booking().price().currency()),
                        false,
                        false,
                        now);
                var record = new ProducerRecord<>(Topics.BOOKINGS, event.key(), JSON.writeValueAsBytes(gone));
                Map.of(
                                "ce_specversion",
                                "1.0",
                                "ce_id",
                                UUID.randomUUID().toString(),
                                "ce_type",
                                "BookingCancelled",
                                "ce_source",
                                "/keeping",
                                "ce_subject",
                                event.key(),
                                "ce_time",
                                now.toString(),
                                "content-type",
                                "application/json",
                                REPUBLISHED,
                                "true")
                        .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
                sent.add(producer.send(record));
            }
            for (var one : sent) one.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused("Was told to stop. Restore once more, with --over.");
        } catch (ExecutionException | KafkaException e) {
            throw new Refused(
                    "The broker does not take what is to be told (" + Manifest.firstLine(e)
                            + "). Bring it back and restore once more, with --over.",
                    e);
        }
    }

    /** Whether somebody expects that this session takes place. */
    static boolean stands(BookingEvent event) {
        return !(event instanceof BookingHeld || event instanceof BookingCancelled || event instanceof BookingExpired);
    }
}
