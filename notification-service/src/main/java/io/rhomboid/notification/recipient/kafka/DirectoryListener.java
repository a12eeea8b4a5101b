package io.rhomboid.notification.recipient.kafka;

import java.util.function.Predicate;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;

import io.rhomboid.contracts.Event;
import io.rhomboid.contracts.Topics;
import io.rhomboid.contracts.client.ClientEvent;
import io.rhomboid.contracts.client.ClientEvent.ClientChanged;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.clinic.ClinicEvent;
import io.rhomboid.contracts.clinic.ClinicEvent.ClinicChanged;
import io.rhomboid.contracts.intake.AnswerEvent;
import io.rhomboid.contracts.intake.AnswerEvent.IntakeAnswered;
import io.rhomboid.contracts.therapist.TherapistEvent;
import io.rhomboid.contracts.therapist.TherapistEvent.TherapistChanged;
import io.rhomboid.contracts.treatment.TreatmentEvent;
import io.rhomboid.contracts.treatment.TreatmentEvent.TreatmentChanged;
import io.rhomboid.notification.recipient.Answers;
import io.rhomboid.notification.recipient.Directory;
import io.rhomboid.notification.recipient.DirectoryWatch;
import io.rhomboid.notification.recipient.Subject;
import io.rhomboid.platform.events.EventReader;
import io.rhomboid.platform.events.PoisonEvent;

/** Keeps what the other services say. Repeats and old news change nothing and wake nobody. */
public class DirectoryListener {

    private final EventReader reader;
    private final Directory directory;
    private final Answers answers;
    private final DirectoryWatch watch;

    public DirectoryListener(EventReader reader, Directory directory, Answers answers, DirectoryWatch watch) {
        this.reader = reader;
        this.directory = directory;
        this.answers = answers;
        this.watch = watch;
    }

    @KafkaListener(
            id = "directory",
            groupId = "${spring.application.name}",
            topics = {Topics.CLIENTS, Topics.CLINICS, Topics.THERAPISTS, Topics.TREATMENTS, Topics.INTAKES})
    public void on(ConsumerRecord<String, byte[]> message) {
        switch (message.topic()) {
            case Topics.CLIENTS -> client(message);
            case Topics.CLINICS ->
                keep(
                        message,
                        ClinicEvent.class,
                        event -> switch (event) {
                            case ClinicChanged changed -> directory.keep(changed);
                        },
                        event -> Subject.of(event.clinicId()));
            case Topics.THERAPISTS ->
                keep(
                        message,
                        TherapistEvent.class,
                        event -> switch (event) {
                            case TherapistChanged changed -> directory.keep(changed);
                        },
                        event -> Subject.of(event.therapistId()));
            case Topics.TREATMENTS ->
                keep(
                        message,
                        TreatmentEvent.class,
                        event -> switch (event) {
                            case TreatmentChanged changed -> directory.keep(changed);
                        },
                        event -> Subject.of(event.code()));
            case Topics.INTAKES -> {
                switch (reader.read(message, AnswerEvent.class)) {
                    case null -> throw new PoisonEvent("an intake can't be taken back");
                    case IntakeAnswered answered -> answers.keep(answered);
                }
            }
            default -> throw new PoisonEvent("nobody asked for " + message.topic());
        }
    }

    private void client(ConsumerRecord<String, byte[]> message) {
        var event = reader.read(message, ClientEvent.class);
        switch (event) {
            case null -> {
                var client = erased(message);
                directory.erase(client);
                watch.erased(client);
            }
            case ClientChanged changed -> {
                if (directory.keep(changed)) watch.known(Subject.of(changed.clientId()));
            }
        }
    }

    private static ClientId erased(ConsumerRecord<String, byte[]> message) {
        try {
            return ClientId.of(message.key());
        } catch (RuntimeException e) {
            throw new PoisonEvent("a tombstone for nobody", e);
        }
    }

    /** Clinics, therapists and treatments are never erased: bookings go on naming them. A tombstone is passed over. */
    private <T extends Event> void keep(
            ConsumerRecord<String, byte[]> message,
            Class<T> family,
            Predicate<T> keep,
            java.util.function.Function<T, Subject> subject) {
        var event = reader.read(message, family);
        if (event != null && keep.test(event)) watch.known(subject.apply(event));
    }
}
