package io.rhomboid.booking.erasure.kafka;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

import io.rhomboid.booking.erasure.ErasureDesk;
import io.rhomboid.contracts.Topics;
import io.rhomboid.contracts.client.ErasureEvent;
import io.rhomboid.contracts.client.ErasureEvent.ErasureConfirmed;
import io.rhomboid.platform.events.EventReader;

/** Hears from the other services whom they have forgotten, once among all instances. */
@Component
class ReceiptListener {

    private final EventReader reader;
    private final ErasureDesk desk;

    ReceiptListener(EventReader reader, ErasureDesk desk) {
        this.reader = reader;
        this.desk = desk;
    }

    @KafkaListener(id = "receipts", groupId = "${spring.application.name}.receipts", topics = Topics.ERASURES)
    void on(ConsumerRecord<String, byte[]> message) {
        if (reader.read(message, ErasureEvent.class) instanceof ErasureConfirmed confirmed) {
            desk.receipt(confirmed.clientId(), confirmed.service(), confirmed.occurredAt());
        }
    }
}
