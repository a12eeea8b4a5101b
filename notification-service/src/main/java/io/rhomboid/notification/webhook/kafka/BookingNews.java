package io.rhomboid.notification.webhook.kafka;

import java.time.Instant;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import tools.jackson.databind.json.JsonMapper;

import io.rhomboid.contracts.Topics;
import io.rhomboid.contracts.booking.BookingEvent;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.notification.webhook.EventType;
import io.rhomboid.notification.webhook.Fact;
import io.rhomboid.notification.webhook.WebhookDesk;
import io.rhomboid.platform.events.EventReader;
import io.rhomboid.platform.events.Republished;

/**
 * Writes down what other systems are to be told, and sends nothing. Messages are thin: which booking, and when; who is
 * treated and how, is for the receiver to ask for, with a right to it.
 */
public class BookingNews {

    private final EventReader reader;
    private final WebhookDesk desk;
    private final JsonMapper json;

    public BookingNews(EventReader reader, WebhookDesk desk, JsonMapper json) {
        this.reader = reader;
        this.desk = desk;
        this.json = json;
    }

    /** As it is sent. */
    record Thin(String type, Instant timestamp, Data data) {}

    /**
     * @param version of the booking: with messages out of order, the higher one counts
     * @param start of the visit, as {@code end} in UTC
     */
    record Data(
            BookingId bookingId,
            long version,
            String reference,
            ClinicId clinicId,
            TherapistId therapistId,
            Instant start,
            Instant end) {}

    @KafkaListener(id = "webhooks", groupId = "${spring.application.name}.webhooks", topics = Topics.BOOKINGS)
    public void on(ConsumerRecord<String, byte[]> message) {
        var event = reader.read(message, BookingEvent.class);
        if (event == null || Republished.is(message)) return;
        EventType.of(event).ifPresent(type -> desk.record(event.booking().clinicId(), type, fact(event, type)));
    }

    private Fact fact(BookingEvent event, EventType type) {
        var booking = event.booking();
        var body = json.writeValueAsString(new Thin(
                type.wire(),
                event.occurredAt(),
                new Data(
                        event.bookingId(),
                        event.version(),
                        booking.reference(),
                        booking.clinicId(),
                        booking.therapistId(),
                        booking.start(),
                        booking.visitEnd())));
        return new Fact(webhookId(event.bookingId().value(), event.version()), type.wire(), event.occurredAt(), body);
    }

    private static String webhookId(UUID booking, long version) {
        return "msg_" + booking.toString().replace("-", "") + "_" + version;
    }
}
