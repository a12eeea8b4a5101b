package io.rhomboid.notification.delivery.kafka;

import java.time.Clock;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;

import io.rhomboid.contracts.Topics;
import io.rhomboid.contracts.booking.BookingEvent;
import io.rhomboid.notification.delivery.Deliveries;
import io.rhomboid.notification.delivery.Delivery;
import io.rhomboid.platform.events.EventReader;

/** Writes down what is to be told, and sends nothing: a fact is done with once it is in the ledger. */
public class BookingListener {

    private final EventReader reader;
    private final Deliveries deliveries;
    private final Runnable wake;
    private final Clock clock;

    /** @param wake called when there is something to send */
    public BookingListener(EventReader reader, Deliveries deliveries, Runnable wake, Clock clock) {
        this.reader = reader;
        this.deliveries = deliveries;
        this.wake = wake;
        this.clock = clock;
    }

    @KafkaListener(id = "bookings", groupId = "${spring.application.name}", topics = Topics.BOOKINGS)
    public void on(ConsumerRecord<String, byte[]> message) {
        var event = reader.read(message, BookingEvent.class);
        if (event == null) return;
        Delivery.of(event, clock.instant()).ifPresent(delivery -> {
            if (deliveries.add(delivery)) wake.run();
        });
    }
}
