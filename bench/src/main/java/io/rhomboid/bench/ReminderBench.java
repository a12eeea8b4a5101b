package io.rhomboid.bench;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;

import io.rhomboid.contracts.Money;
import io.rhomboid.contracts.booking.BookingEvent.BookingConfirmed;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.booking.BookingSnapshot;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.clinic.RoomId;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.treatment.TreatmentCode;
import io.rhomboid.notification.delivery.Handing;
import io.rhomboid.notification.delivery.Teller;
import io.rhomboid.notification.delivery.mongo.MongoDeliveries;
import io.rhomboid.notification.message.Channel;
import io.rhomboid.notification.message.MessageKind;
import io.rhomboid.notification.recipient.mongo.MongoAnswers;
import io.rhomboid.notification.recipient.mongo.MongoRecipients;
import io.rhomboid.notification.reminder.Reminder;
import io.rhomboid.notification.reminder.ReminderDesk;
import io.rhomboid.notification.reminder.ReminderWorker;
import io.rhomboid.notification.reminder.mongo.MongoAgenda;
import io.rhomboid.notification.reminder.mongo.MongoReminders;
import io.rhomboid.platform.events.EventJson;
import io.rhomboid.platform.store.JsonDocuments;
import io.rhomboid.testing.RealStore;

/**
 * So many reminders that fell due within one hour, all at once, told by two instances: each once, and how fast? They must
 * keep up with the hour. An instance is a worker with a connection pool of its own, as it is in the service; what is told
 * is a row of the ledger.
 */
final class ReminderBench {

    private static final Instant NOW = Instant.now();
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Duration THE_HOUR = Duration.ofHours(1);
    private static final int INSTANCES = 2;

    private ReminderBench() {}

    static void run(int count) throws Exception {
        try (var store = MongoClients.create(RealStore.uri())) {
            var database = store.getDatabase(ServerProcess.newDatabase());
            fill(database, count);
            long began = System.nanoTime();
            var instances = new ArrayList<Thread>();
            for (int i = 0; i < INSTANCES; i++) {
                instances.add(Thread.ofPlatform().start(() -> work(database.getName())));
            }
            for (var instance : instances) instance.join();
            var took = Duration.ofNanos(System.nanoTime() - began);
            report(database, count, took);
            database.drop();
        }
    }

    private static void work(String database) {
        try (var store = MongoClients.create(RealStore.uri())) {
            var own = store.getDatabase(database);
            var json = new JsonDocuments(EventJson.mapper());
            var agenda = new MongoAgenda(own, json);
            var reminders = new MongoReminders(own);
            var recipients = new MongoRecipients(own, json);
            var teller = new Teller(new MongoDeliveries(own, json), (_, _) -> EnumSet.of(Channel.MAIL), Handing.NONE);
            var desk = new ReminderDesk(
                    agenda, reminders, recipients, new MongoAnswers(own), teller, Duration.ofMinutes(1), CLOCK);
            var worker = new ReminderWorker(agenda, reminders, desk, 100, 4);
            while (!desk.due(1).isEmpty()) worker.round();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of bookings that all begin two hours after they are reminded of. */
    private static void fill(MongoDatabase database, int count) {
        var json = new JsonDocuments(EventJson.mapper());
        new MongoAgenda(database, json).prepare();
        new MongoReminders(database).prepare();
        new MongoDeliveries(database, json).prepare();
        var clinic = new ClinicId(UUID.randomUUID());
        var entries = new ArrayList<Document>();
        var rows = new ArrayList<Document>();
        for (int i = 0; i < count; i++) {
            var due = NOW.minus(THE_HOUR).plusMillis(THE_HOUR.toMillis() * i / count);
            var event = booked(clinic, due.plus(Duration.ofHours(2)));
            var told = json.toDocument(event);
            entries.add(new Document("_id", event.key())
                    .append("version", event.version())
                    .append("last", told)
                    .append("plan", told));
            var reminder = new Reminder(
                    event.bookingId(),
                    event.version(),
                    MessageKind.REMINDER,
                    due,
                    event.booking().start());
            rows.add(new Document("_id", reminder.id())
                    .append("booking", event.key())
                    .append("version", event.version())
                    .append("kind", reminder.kind().name())
                    .append("dueAt", Date.from(due))
                    .append("until", Date.from(reminder.until()))
                    .append("state", Reminder.State.PLANNED.name()));
            if (rows.size() < 1000 && i + 1 < count) continue;
            database.getCollection("agenda").insertMany(entries);
            database.getCollection("reminders").insertMany(rows);
            entries.clear();
            rows.clear();
        }
    }

    private static BookingConfirmed booked(ClinicId clinic, Instant start) {
        var booking = new BookingSnapshot(
                "RH-BENCH",
                clinic,
                new TherapistId(UUID.randomUUID()),
                new RoomId(UUID.randomUUID()),
                List.of(),
                new ClientId(UUID.randomUUID()),
                TreatmentCode.of("SWEDISH"),
                start,
                start.plusSeconds(3600),
                0,
                15,
                ZoneOffset.UTC,
                new Money(89_00, "EUR"));
        return new BookingConfirmed(new BookingId(UUID.randomUUID()), 2, booking, start.minus(Duration.ofDays(7)));
    }

    private static void report(MongoDatabase database, int count, Duration took) {
        long told =
                database.getCollection("reminders").countDocuments(new Document("state", Reminder.State.TOLD.name()));
        long rows = database.getCollection("deliveries").countDocuments();
        System.out.printf(
                Locale.ROOT,
                "%d reminders of one hour, %d instances: %d told, %d rows of the ledger, in %.1f s (%.0f a second; must be %.0f)%n",
                count,
                INSTANCES,
                told,
                rows,
                took.toMillis() / 1000.0,
                count * 1000.0 / took.toMillis(),
                count / (double) THE_HOUR.toSeconds());
        if (told != count || rows != count) throw new IllegalStateException("not each once");
    }
}
