package io.rhomboid.notification.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.rhomboid.contracts.booking.BookingEvent;
import io.rhomboid.contracts.booking.BookingEvent.BookingConfirmed;
import io.rhomboid.contracts.client.Client;
import io.rhomboid.contracts.client.ClientEvent.ClientChanged;
import io.rhomboid.contracts.clinic.ClinicEvent.ClinicChanged;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.therapist.TherapistEvent.TherapistChanged;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.treatment.TreatmentEvent.TreatmentChanged;
import io.rhomboid.notification.Examples;
import io.rhomboid.notification.Examples.Cast;
import io.rhomboid.notification.HandClock;
import io.rhomboid.notification.address.mongo.MongoAddresses;
import io.rhomboid.notification.delivery.Deliveries.Choice;
import io.rhomboid.notification.delivery.mongo.MongoDeliveries;
import io.rhomboid.notification.inbox.AlsoInbox;
import io.rhomboid.notification.inbox.InboxCarrier;
import io.rhomboid.notification.inbox.mongo.MongoEntries;
import io.rhomboid.notification.message.Channel;
import io.rhomboid.notification.message.MessageWriter;
import io.rhomboid.notification.message.Sender;
import io.rhomboid.notification.message.ical.Ical4jCalendars;
import io.rhomboid.notification.message.mongo.MongoOwnScripts;
import io.rhomboid.notification.recipient.Subject;
import io.rhomboid.notification.recipient.mongo.MongoAnswers;
import io.rhomboid.notification.recipient.mongo.MongoBounces;
import io.rhomboid.notification.recipient.mongo.MongoDirectory;
import io.rhomboid.notification.recipient.mongo.MongoRecipients;
import io.rhomboid.notification.reminder.ReminderDesk;
import io.rhomboid.notification.reminder.mongo.MongoAgenda;
import io.rhomboid.notification.reminder.mongo.MongoReminders;
import io.rhomboid.platform.events.EventJson;
import io.rhomboid.platform.store.JsonDocuments;
import io.rhomboid.testing.RealStore;

import static org.assertj.core.api.Assertions.assertThat;

/** What the store is asked for one fact: whatever creeps in here is paid for at every booking. */
@Tag("store")
class AskingLittleTest {

    static final List<String> ASKED = new CopyOnWriteArrayList<>();
    static final MongoClient STORE = MongoClients.create(MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString(RealStore.uri()))
            .addCommandListener(new CommandListener() {
                @Override
                public void commandStarted(CommandStartedEvent event) {
                    var on = event.getCommand().get(event.getCommandName());
                    if (on.isString())
                        ASKED.add(event.getCommandName() + " " + on.asString().getValue());
                }
            })
            .build());
    static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    /** Eleven; on a slow day something is read again that was read two seconds before. */
    static final int MOST = 13;

    static final ClinicId CLINIC = new ClinicId(UUID.randomUUID());
    static final TherapistId THERAPIST = new TherapistId(UUID.randomUUID());

    final MongoDatabase database = STORE.getDatabase(RealStore.newDatabase());
    final JsonDocuments json = new JsonDocuments(EventJson.mapper());
    final HandClock clock = new HandClock(NOON);
    final Sender sender = new Sender("bookings@rhomboid.example", "rhomboid.example");
    final MongoDeliveries deliveries = new MongoDeliveries(database, json);
    final MongoDirectory directory = new MongoDirectory(database, json);
    final MongoRecipients recipients = new MongoRecipients(database, json);
    final MongoAnswers answers = new MongoAnswers(database);
    final RecordingPost post = new RecordingPost();
    final Map<Channel, Carrier> carriers = new EnumMap<>(Map.of(
            Channel.MAIL, new MailCarrier(post, sender, new MongoBounces(database), clock),
            Channel.INBOX, new InboxCarrier(new MongoEntries(database), _ -> {}, clock)));
    final DeliveryDesk desk = new DeliveryDesk(
            deliveries,
            new Scribe(
                    directory,
                    answers,
                    new MongoAddresses(database),
                    recipients,
                    new MessageWriter(new MongoOwnScripts(database), new Ical4jCalendars(sender), Examples.LINKS)),
            List.copyOf(carriers.values()),
            new Patience(
                    Duration.ofSeconds(5),
                    Duration.ofMinutes(1),
                    5,
                    Duration.ofHours(48),
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(10)),
            Duration.ofMinutes(2),
            (_, _) -> {},
            clock,
            RandomGenerator.getDefault());
    final Teller teller = new Teller(deliveries, new AlsoInbox(recipients), new Handing() {
        @Override
        public Optional<Hold> hold(Channel channel) {
            return Optional.of(desk.hold());
        }

        @Override
        public void give(Delivery delivery, @Nullable Hold hold, Line line) {
            try {
                desk.attend(delivery, java.util.Objects.requireNonNull(hold), line);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void drop(Channel channel) {}
    });
    final ReminderDesk reminders = new ReminderDesk(
            new MongoAgenda(database, json),
            new MongoReminders(database),
            recipients,
            answers,
            teller,
            Duration.ofMinutes(1),
            clock);
    final Alert.People nobody = new Alert.People() {
        @Override
        public List<String> treating(ClinicId clinic, Set<TherapistId> therapists) {
            return List.of();
        }

        @Override
        public List<String> admins(ClinicId clinic) {
            return List.of();
        }

        @Override
        public boolean hearsOnlyWithinADay(Subject reader) {
            return recipients.lately(reader).onlyWithinADay();
        }
    };

    /** Something was told already of the same clinic, a moment ago. */
    @BeforeEach
    void prepare() {
        var before = cast();
        directory.keep(new ClinicChanged(
                before.clinic(), 1, Examples.clinic("Rhomboid Mitte", before.zone()), Examples.DECIDED));
        directory.keep(new TherapistChanged(before.therapist(), 1, Examples.MIRA, Examples.DECIDED));
        directory.keep(
                new TreatmentChanged(Examples.TRIGGER_POINT, 1, Examples.TRIGGER_POINT_THERAPY, Examples.DECIDED));
        know(before);
        hear(booked(before));
    }

    @AfterAll
    static void close() {
        STORE.close();
    }

    @Test
    void a_booking_is_told_by_mail_and_inbox_and_its_reminders_are_planned_by_few_commands() {
        var cast = cast();
        know(cast);
        ASKED.clear();
        hear(booked(cast));

        assertThat(post.accepted).hasSize(2);
        assertThat(ASKED)
                .contains(
                        "find wishes",
                        "insert notices",
                        "insert deliveries",
                        "find clients",
                        "find addresses",
                        "find deliveries",
                        "insert inbox",
                        "update deliveries",
                        "update deliveries",
                        "insert agenda",
                        "insert reminders")
                .hasSizeLessThanOrEqualTo(MOST);
    }

    @Test
    void a_cancellation_is_told_and_its_reminders_are_withdrawn_by_no_more() {
        var cast = cast();
        know(cast);
        hear(booked(cast));
        ASKED.clear();
        hear(cast.cancelled(2, 0));

        assertThat(post.accepted).hasSize(3);
        assertThat(ASKED).hasSizeLessThanOrEqualTo(MOST);
    }

    private static Cast cast() {
        var any = Cast.at(LocalDateTime.parse("2026-11-24T15:00"), Examples.BERLIN);
        return new Cast(any.booking(), CLINIC, THERAPIST, any.client(), any.start(), any.zone());
    }

    private static BookingEvent booked(Cast cast) {
        return new BookingConfirmed(cast.booking(), 1, cast.snapshot(cast.start()), NOON);
    }

    private void know(Cast cast) {
        directory.keep(new ClientChanged(
                cast.client(),
                1,
                new Client("Jo Weber", "jo-" + cast.client() + "@client.example", null, "en"),
                Examples.DECIDED));
    }

    /** As the listeners do. */
    private void hear(BookingEvent event) {
        var alerts = Alert.notices(event, "CLIENT", Optional.empty(), nobody, clock.instant());
        teller.tell(new ArrayList<>(Notice.of(event, clock.instant())), new Choice(Alert.stem(event), alerts));
        reminders.take(event);
    }
}
