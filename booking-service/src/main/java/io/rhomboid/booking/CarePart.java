package io.rhomboid.booking;

import java.time.Clock;
import java.time.Duration;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.rhomboid.booking.account.AccountDesk;
import io.rhomboid.booking.account.FormerSelves;
import io.rhomboid.booking.availability.Availability;
import io.rhomboid.booking.disclosure.Disclosures;
import io.rhomboid.booking.disclosure.Reasons;
import io.rhomboid.booking.export.ExportSettings;
import io.rhomboid.booking.intake.Code.Codes;
import io.rhomboid.booking.intake.CodeDesk;
import io.rhomboid.booking.intake.Form;
import io.rhomboid.booking.intake.Glass;
import io.rhomboid.booking.intake.IntakeDesk;
import io.rhomboid.booking.intake.Intakes;
import io.rhomboid.booking.intake.Said;
import io.rhomboid.booking.intake.file.FormFile;
import io.rhomboid.booking.plan.Plan;
import io.rhomboid.booking.plan.PlanDesk;
import io.rhomboid.booking.plan.Plans;
import io.rhomboid.booking.reservation.BookingDesk;
import io.rhomboid.booking.reservation.Recognition;
import io.rhomboid.booking.reservation.Timetable;
import io.rhomboid.booking.screening.ScreeningDesk;
import io.rhomboid.booking.screening.Statement;
import io.rhomboid.booking.series.SeriesDesk;
import io.rhomboid.booking.session.Note;
import io.rhomboid.booking.session.SessionDesk;
import io.rhomboid.booking.session.SessionRecords;
import io.rhomboid.booking.statement.StatementDesk;
import io.rhomboid.booking.vault.KeyEncryption;
import io.rhomboid.booking.vault.Vault;
import io.rhomboid.booking.vault.json.JsonTexts;
import io.rhomboid.booking.vault.mongo.MongoDataKeys;
import io.rhomboid.platform.events.EventJson;
import io.rhomboid.platform.link.IntakeCodes;
import io.rhomboid.platform.outbox.Lease;
import io.rhomboid.platform.work.Rounds;

/** Puts together what is known about clients' health, and what keeps it sealed. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({VaultSettings.class, ExportSettings.class})
class CarePart {

    @Bean
    KeyEncryption keyEncryption(VaultSettings settings) {
        return settings.keyEncryption();
    }

    /** The keys are in a database of their own, which can be in another store: a copy of one opens nothing. */
    @Bean
    MongoDataKeys dataKeys(VaultSettings settings, MongoClient client, MongoDatabase database) {
        var name = settings.database().isBlank() ? database.getName() + "-keys" : settings.database();
        var store = settings.uri().isBlank() ? client : MongoClients.create(settings.uri());
        return new MongoDataKeys(store.getDatabase(name)
                .withWriteConcern(database.getWriteConcern())
                .withReadConcern(database.getReadConcern()));
    }

    @Bean
    Vault vault(MongoDataKeys keys, KeyEncryption encryption, Clock clock) {
        return new Vault(keys, encryption, clock);
    }

    /** After a new key-encryption key has come, the old one is done with within minutes. */
    @Bean
    Rounds keyRotation(Vault vault, MongoDatabase database, Clock clock) {
        var alone = new Lease(database.getCollection("leases"), "keys", Duration.ofMinutes(5), clock);
        return new Rounds("key-rotation", Duration.ofMinutes(1), () -> {
            while (alone.hold() && vault.rewrapSome() > 0) Thread.sleep(Duration.ZERO);
        });
    }

    @Bean
    Disclosures disclosures(Disclosures.Entries entries, Clock clock) {
        return new Disclosures(entries, clock);
    }

    @Bean
    Reasons reasons(Vault vault) {
        return new Reasons(vault);
    }

    @Bean
    Form intakeForm() {
        return FormFile.read(EventJson.mapper());
    }

    @Bean
    IntakeDesk intakeDesk(
            Form form,
            Intakes intakes,
            Vault vault,
            Disclosures disclosures,
            Reasons reasons,
            Glass.Panes panes,
            Clock clock) {
        var texts = new JsonTexts<>(Said.class, EventJson.mapper());
        return new IntakeDesk(form, intakes, vault, disclosures, reasons, panes, texts, clock);
    }

    @Bean
    CodeDesk codeDesk(Codes codes, IntakeCodes reckoned, Clock clock) {
        return new CodeDesk(codes, reckoned::code, clock);
    }

    @Bean
    AccountDesk accountDesk(
            BookingDesk bookings,
            Recognition clients,
            ScreeningDesk screening,
            IntakeDesk intakes,
            SessionDesk sessions,
            FormerSelves selves,
            Clock clock) {
        return new AccountDesk(bookings, clients, screening, intakes, sessions, selves, clock);
    }

    @Bean
    ScreeningDesk screeningDesk(Availability availability, Vault vault, Clock clock) {
        return new ScreeningDesk(availability, vault, new JsonTexts<>(Statement.class, EventJson.mapper()), clock);
    }

    @Bean
    StatementDesk statementDesk(ScreeningDesk screening, BookingDesk bookings, Disclosures disclosures, Clock clock) {
        return new StatementDesk(screening, bookings, disclosures, clock);
    }

    @Bean
    PlanDesk planDesk(
            Plans plans,
            SeriesDesk series,
            SessionDesk sessions,
            Timetable timetable,
            Availability availability,
            Vault vault,
            Disclosures disclosures,
            Clock clock) {
        var texts = new JsonTexts<>(Plan.Content.class, EventJson.mapper());
        return new PlanDesk(plans, series, sessions, timetable, availability, vault, disclosures, texts, clock);
    }

    /** Reminds clients of visits that are overdue. */
    @Bean
    Rounds planRounds(PlanDesk desk, MongoDatabase database, Clock clock) {
        var alone = new Lease(database.getCollection("leases"), "plans", Duration.ofMinutes(5), clock);
        return new Rounds("plan-rounds", Duration.ofMinutes(1), () -> {
            while (alone.hold() && desk.lookAfter() > 0) Thread.sleep(Duration.ZERO);
        });
    }

    @Bean
    SessionDesk sessionDesk(Form form, SessionRecords records, Vault vault, Disclosures disclosures, Clock clock) {
        var texts = new JsonTexts<>(Note.class, EventJson.mapper());
        return new SessionDesk(form, records, vault, disclosures, texts, clock);
    }
}
