package io.rhomboid.booking.waitlist.kafka;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

import io.rhomboid.booking.waitlist.WaitlistDesk;
import io.rhomboid.contracts.Topics;
import io.rhomboid.contracts.booking.BookingEvent;
import io.rhomboid.contracts.booking.BookingEvent.BookingConfirmed;
import io.rhomboid.contracts.booking.BookingEvent.BookingRescheduled;
import io.rhomboid.platform.events.EventReader;

/** Hears what clients have booked, once among all instances. */
@Component
class BookedListener {

    private final EventReader reader;
    private final WaitlistDesk desk;

    BookedListener(EventReader reader, WaitlistDesk desk) {
        this.reader = reader;
        this.desk = desk;
    }

    @KafkaListener(id = "waitlist", groupId = "${spring.application.name}.waitlist", topics = Topics.BOOKINGS)
    void on(ConsumerRecord<String, byte[]> message) {
        switch (reader.read(message, BookingEvent.class)) {
            case BookingConfirmed booked -> desk.booked(booked.bookingId(), booked.booking(), booked.occurredAt());
            case BookingRescheduled moved -> desk.booked(moved.bookingId(), moved.booking(), moved.occurredAt());
            case null, default -> {}
        }
    }
}
