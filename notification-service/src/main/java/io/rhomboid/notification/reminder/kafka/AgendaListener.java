package io.rhomboid.notification.reminder.kafka;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;

import io.rhomboid.contracts.Topics;
import io.rhomboid.contracts.booking.BookingEvent;
import io.rhomboid.notification.reminder.ReminderDesk;
import io.rhomboid.platform.events.EventReader;
import io.rhomboid.platform.events.Republished;

/** Takes what becomes of bookings to the desk, in a group of its own: the news of the day do not wait for plans. */
public class AgendaListener {

    private final EventReader reader;
    private final ReminderDesk desk;

    public AgendaListener(EventReader reader, ReminderDesk desk) {
        this.reader = reader;
        this.desk = desk;
    }

    @KafkaListener(id = "agenda", groupId = "${spring.application.name}.agenda", topics = Topics.BOOKINGS)
    public void on(ConsumerRecord<String, byte[]> message) {
        var event = reader.read(message, BookingEvent.class);
        if (event == null) return;
        if (Republished.is(message)) desk.takeAgain(event);
        else desk.take(event);
    }
}
