package io.rhomboid.notification.live.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Properties;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.springframework.kafka.core.ConsumerFactory;

import io.rhomboid.contracts.Topics;
import io.rhomboid.contracts.booking.BookingEvent;
import io.rhomboid.contracts.booking.BookingEvent.BookingClaimed;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.notification.live.Change;
import io.rhomboid.notification.live.Live;
import io.rhomboid.platform.events.EventReader;
import io.rhomboid.platform.events.PoisonEvent;

/**
 * Reads the topic from its end on, in no consumer group: every instance reads all of it, and nobody is to come back for
 * what was missed while it was away.
 */
public final class ChangeReader {

    private static final Duration POLL = Duration.ofSeconds(1);

    private final ConsumerFactory<String, byte[]> consumers;
    private final EventReader reader;
    private final Live live;

    public ChangeReader(ConsumerFactory<String, byte[]> consumers, EventReader reader, Live live) {
        this.consumers = consumers;
        this.reader = reader;
        this.live = live;
    }

    /** Until it is interrupted, or the broker is gone for good. */
    public void read() throws InterruptedException {
        var settings = new Properties();
        settings.put("allow.auto.create.topics", "false");
        try (var consumer = consumers.createConsumer(null, "live", null, settings)) {
            var partitions = consumer.partitionsFor(Topics.BOOKINGS).stream()
                    .map(one -> new TopicPartition(one.topic(), one.partition()))
                    .toList();
            if (partitions.isEmpty()) return;
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            var offsets = new HashMap<Integer, Long>();
            for (var one : partitions) offsets.put(one.partition(), consumer.position(one));
            live.begin(offsets);
            hearAll(consumer);
        }
    }

    private void hearAll(Consumer<String, byte[]> consumer) throws InterruptedException {
        try {
            while (true) hear(consumer);
        } catch (InterruptException e) {
            // Else its end would be taken for another interruption, and told as a fault.
            Thread.interrupted();
            throw new InterruptedException(e.getMessage());
        }
    }

    private void hear(Consumer<String, byte[]> consumer) {
        for (var message : consumer.poll(POLL)) {
            try {
                var event = reader.read(message, BookingEvent.class);
                if (event == null) live.passed(message.partition(), message.offset());
                else live.changed(change(message, event));
            } catch (PoisonEvent _) {
                // Who keeps what the topic says puts it aside; there is nothing to show of it.
                live.passed(message.partition(), message.offset());
            }
        }
    }

    private static Change change(ConsumerRecord<String, byte[]> message, BookingEvent event) {
        var booking = event.booking();
        var therapists = new HashSet<TherapistId>();
        var clients = new HashSet<ClientId>();
        therapists.add(booking.therapistId());
        clients.add(booking.clientId());
        booking.further().forEach(further -> {
            therapists.add(further.therapistId());
            clients.add(further.clientId());
        });
        if (event instanceof BookingClaimed claimed) clients.add(claimed.previousClientId());
        return new Change(
                message.partition(),
                message.offset(),
                event.bookingId(),
                event.version(),
                event.getClass().getSimpleName(),
                booking.clinicId(),
                therapists,
                clients);
    }
}
