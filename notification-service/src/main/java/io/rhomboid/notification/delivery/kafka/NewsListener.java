package io.rhomboid.notification.delivery.kafka;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;

import io.rhomboid.contracts.Topics;
import io.rhomboid.contracts.alert.AlertEvent;
import io.rhomboid.contracts.booking.BookingEvent;
import io.rhomboid.contracts.booking.SeriesEvent;
import io.rhomboid.contracts.client.FarewellEvent;
import io.rhomboid.contracts.intake.IntakeEvent;
import io.rhomboid.contracts.plan.PlanEvent;
import io.rhomboid.contracts.staff.InvitationEvent;
import io.rhomboid.contracts.therapist.LicenceEvent;
import io.rhomboid.contracts.voucher.GiftCardEvent;
import io.rhomboid.contracts.waitlist.WaitlistEvent;
import io.rhomboid.notification.delivery.Alert;
import io.rhomboid.notification.delivery.Deliveries.Choice;
import io.rhomboid.notification.delivery.Notice;
import io.rhomboid.notification.delivery.Teller;
import io.rhomboid.notification.message.Occasion.OfAlert;
import io.rhomboid.platform.events.Doer;
import io.rhomboid.platform.events.EventReader;
import io.rhomboid.platform.events.PoisonEvent;
import io.rhomboid.platform.events.Republished;

/** Writes down what is to be told, and sends nothing: a fact is done with once it is in the ledger. */
public class NewsListener {

    private final EventReader reader;
    private final Teller teller;
    private final Alert.People people;
    private final Clock clock;

    public NewsListener(EventReader reader, Teller teller, Alert.People people, Clock clock) {
        this.reader = reader;
        this.teller = teller;
        this.people = people;
        this.clock = clock;
    }

    @KafkaListener(
            id = "news",
            groupId = "${spring.application.name}",
            topics = {
                Topics.BOOKINGS,
                Topics.SERIES,
                Topics.LICENCES,
                Topics.WAITLIST,
                Topics.PLANS,
                Topics.INVITATIONS,
                Topics.GIFT_CARDS,
                Topics.INTAKE_CODES,
                Topics.ALERTS,
                Topics.FAREWELLS
            })
    public void on(ConsumerRecord<String, byte[]> message) {
        if (Republished.is(message)) return;
        switch (message.topic()) {
            case Topics.ALERTS -> tellAdmins(message);
            case Topics.BOOKINGS -> tellOfBooking(message);
            default -> teller.tell(caused(message));
        }
    }

    private void tellAdmins(ConsumerRecord<String, byte[]> message) {
        var event = reader.read(message, AlertEvent.class);
        if (event == null) return;
        var readers = Notice.of(event, people, clock.instant());
        teller.tell(List.of(), new Choice("alert/" + event.key(), readers));
    }

    /** The client, and the staff whom somebody else's doing concerns. */
    private void tellOfBooking(ConsumerRecord<String, byte[]> message) {
        var event = reader.read(message, BookingEvent.class);
        if (event == null) return;
        var now = clock.instant();
        var news = Notice.of(event, now);
        if (Alert.of(event).isEmpty() || new OfAlert(event).tooLate(now).isPresent()) {
            teller.tell(news);
            return;
        }
        var doer = Doer.of(message);
        var alerts = Alert.notices(event, doer.role(), Optional.ofNullable(doer.subject()), people, now);
        teller.tell(news, new Choice(Alert.stem(event), alerts));
    }

    private List<Notice> caused(ConsumerRecord<String, byte[]> message) {
        return switch (message.topic()) {
            case Topics.SERIES -> {
                var event = reader.read(message, SeriesEvent.class);
                yield event == null ? List.of() : Notice.of(event, clock.instant());
            }
            case Topics.LICENCES -> {
                var event = reader.read(message, LicenceEvent.class);
                yield event == null ? List.of() : Notice.of(event, clock.instant());
            }
            case Topics.WAITLIST -> {
                var event = reader.read(message, WaitlistEvent.class);
                yield event == null ? List.of() : Notice.of(event, clock.instant());
            }
            case Topics.PLANS -> {
                var event = reader.read(message, PlanEvent.class);
                yield event == null ? List.of() : Notice.of(event, clock.instant());
            }
            case Topics.INVITATIONS -> {
                var event = reader.read(message, InvitationEvent.class);
                yield event == null ? List.of() : Notice.of(event, clock.instant());
            }
            case Topics.GIFT_CARDS -> {
                var event = reader.read(message, GiftCardEvent.class);
                yield event == null ? List.of() : Notice.of(event, clock.instant());
            }
            case Topics.INTAKE_CODES -> {
                var event = reader.read(message, IntakeEvent.class);
                yield event == null ? List.of() : Notice.of(event, clock.instant());
            }
            case Topics.FAREWELLS -> {
                var event = reader.read(message, FarewellEvent.class);
                yield event == null ? List.of() : Notice.of(event, clock.instant());
            }
            default -> throw new PoisonEvent("nobody asked for " + message.topic());
        };
    }
}
