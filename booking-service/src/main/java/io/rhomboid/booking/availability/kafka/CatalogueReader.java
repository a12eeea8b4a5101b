package io.rhomboid.booking.availability.kafka;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.kafka.listener.MessageListener;
import org.springframework.stereotype.Component;

import io.rhomboid.booking.availability.Availability;
import io.rhomboid.booking.availability.KeptCatalogue;
import io.rhomboid.contracts.Topics;
import io.rhomboid.contracts.clinic.ClinicEvent;
import io.rhomboid.contracts.clinic.ClinicEvent.ClinicChanged;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.therapist.TherapistEvent;
import io.rhomboid.contracts.therapist.TherapistEvent.TherapistChanged;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.treatment.TreatmentCode;
import io.rhomboid.contracts.treatment.TreatmentEvent;
import io.rhomboid.contracts.treatment.TreatmentEvent.TreatmentChanged;
import io.rhomboid.platform.events.EventReader;
import io.rhomboid.platform.events.PoisonEvent;

/**
 * Reads clinics, treatments and therapists from the beginning of their topics, keeps each and tells it on.
 *
 * <p>When every partition has been read to where it ended when it was assigned, the catalogue is complete; that is
 * remembered in the store. Called by one consumer thread only.
 */
@Component
class CatalogueReader implements MessageListener<String, byte[]>, ConsumerAwareRebalanceListener {

    static final List<String> TOPICS = List.of(Topics.CLINICS, Topics.TREATMENTS, Topics.THERAPISTS);

    private static final Logger log = LoggerFactory.getLogger(CatalogueReader.class);

    private final EventReader events;
    private final KeptCatalogue kept;
    private final Availability availability;

    private final Set<String> assignedTopics = new HashSet<>();
    private final Map<TopicPartition, Long> unreadUntil = new HashMap<>();
    private boolean complete;

    CatalogueReader(EventReader events, KeptCatalogue kept, Availability availability) {
        this.events = events;
        this.kept = kept;
        this.availability = availability;
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        if (complete) return;
        try {
            consumer.endOffsets(partitions).forEach((partition, end) -> {
                if (consumer.position(partition) < end) unreadUntil.put(partition, end);
            });
        } catch (KafkaException e) {
            // Without the ends nobody would ever notice that they are reached.
            log.warn("Could not ask how long the topics are, asking again: {}", e.toString());
            consumer.enforceRebalance("the ends of the partitions are not known");
            return;
        }
        for (var partition : partitions) assignedTopics.add(partition.topic());
        completeIfRead();
    }

    @Override
    public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        partitions.forEach(unreadUntil::remove);
    }

    @Override
    public void onPartitionsRevokedAfterCommit(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        partitions.forEach(unreadUntil::remove);
    }

    @Override
    public void onMessage(ConsumerRecord<String, byte[]> message) {
        try {
            take(message);
        } catch (PoisonEvent e) {
            read(message);
            throw e;
        }
        read(message);
    }

    private void take(ConsumerRecord<String, byte[]> message) {
        switch (message.topic()) {
            case Topics.CLINICS -> takeClinic(message);
            case Topics.TREATMENTS -> takeTreatment(message);
            case Topics.THERAPISTS -> takeTherapist(message);
            default -> throw new PoisonEvent("not a topic of the catalogue: " + message.topic());
        }
    }

    private void takeClinic(ConsumerRecord<String, byte[]> message) {
        switch (events.read(message, ClinicEvent.class)) {
            case null -> {
                var clinicId = id(message, ClinicId::of);
                kept.remove(clinicId);
                availability.forget(clinicId);
            }
            case ClinicChanged told when availability.knows(told.clinicId(), told.version()) -> {}
            case ClinicChanged told -> {
                kept.keep(told.clinicId(), told.version(), told.clinic());
                availability.tell(told.clinicId(), told.version(), told.clinic());
            }
        }
    }

    private void takeTreatment(ConsumerRecord<String, byte[]> message) {
        switch (events.read(message, TreatmentEvent.class)) {
            case null -> {
                var code = id(message, TreatmentCode::of);
                kept.remove(code);
                availability.forget(code);
            }
            case TreatmentChanged told when availability.knows(told.code(), told.version()) -> {}
            case TreatmentChanged told -> {
                kept.keep(told.code(), told.version(), told.treatment());
                availability.tell(told.code(), told.version(), told.treatment());
            }
        }
    }

    private void takeTherapist(ConsumerRecord<String, byte[]> message) {
        switch (events.read(message, TherapistEvent.class)) {
            case null -> {
                var therapistId = id(message, TherapistId::of);
                kept.remove(therapistId);
                availability.forget(therapistId);
            }
            case TherapistChanged told when availability.knows(told.therapistId(), told.version()) -> {}
            case TherapistChanged told -> {
                kept.keep(told.therapistId(), told.version(), told.therapist());
                availability.tell(told.therapistId(), told.version(), told.therapist());
            }
        }
    }

    private static <T> T id(ConsumerRecord<String, byte[]> tombstone, Function<String, T> parse) {
        try {
            return parse.apply(tombstone.key());
        } catch (RuntimeException e) {
            throw new PoisonEvent("a tombstone under the key " + tombstone.key(), e);
        }
    }

    private void read(ConsumerRecord<String, byte[]> message) {
        if (complete) return;
        var partition = new TopicPartition(message.topic(), message.partition());
        var end = unreadUntil.get(partition);
        if (end != null && message.offset() + 1 >= end) unreadUntil.remove(partition);
        completeIfRead();
    }

    private void completeIfRead() {
        if (!unreadUntil.isEmpty() || !assignedTopics.containsAll(TOPICS)) return;
        kept.markComplete();
        availability.catalogueIsComplete();
        complete = true;
        log.info("The catalogue is complete");
    }
}
