package io.rhomboid.notification;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;

import io.rhomboid.contracts.Topics;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.notification.address.mongo.MongoAddresses;
import io.rhomboid.notification.delivery.Alert;
import io.rhomboid.notification.delivery.Carrier;
import io.rhomboid.notification.delivery.Deliveries;
import io.rhomboid.notification.delivery.DeliveryDesk;
import io.rhomboid.notification.delivery.DeliveryWatch;
import io.rhomboid.notification.delivery.DeliveryWorker;
import io.rhomboid.notification.delivery.MailCarrier;
import io.rhomboid.notification.delivery.Patience;
import io.rhomboid.notification.delivery.Scribe;
import io.rhomboid.notification.delivery.Teller;
import io.rhomboid.notification.delivery.kafka.NewsListener;
import io.rhomboid.notification.delivery.metrics.DeliveryMeters;
import io.rhomboid.notification.delivery.metrics.ObservedCarrier;
import io.rhomboid.notification.delivery.metrics.ObservedTrail;
import io.rhomboid.notification.delivery.mongo.LedgerHealth;
import io.rhomboid.notification.delivery.mongo.MongoDeliveries;
import io.rhomboid.notification.delivery.smtp.SmtpPost;
import io.rhomboid.notification.inbox.AlsoInbox;
import io.rhomboid.notification.inbox.Entries;
import io.rhomboid.notification.message.MessageWriter;
import io.rhomboid.notification.message.OwnScripts;
import io.rhomboid.notification.message.Sender;
import io.rhomboid.notification.message.ical.Ical4jCalendars;
import io.rhomboid.notification.message.link.ReckonedLinks;
import io.rhomboid.notification.message.mongo.MongoOwnScripts;
import io.rhomboid.notification.provider.Provider;
import io.rhomboid.notification.push.Subscriptions;
import io.rhomboid.notification.recipient.Answers;
import io.rhomboid.notification.recipient.Bounces;
import io.rhomboid.notification.recipient.Directory;
import io.rhomboid.notification.recipient.DirectoryWatch;
import io.rhomboid.notification.recipient.Preferences;
import io.rhomboid.notification.recipient.Recipients;
import io.rhomboid.notification.recipient.Subject;
import io.rhomboid.notification.recipient.kafka.DirectoryListener;
import io.rhomboid.notification.recipient.mongo.MongoAnswers;
import io.rhomboid.notification.recipient.mongo.MongoBounces;
import io.rhomboid.notification.recipient.mongo.MongoDirectory;
import io.rhomboid.platform.erasure.ErasureReceipts;
import io.rhomboid.platform.events.EventReader;
import io.rhomboid.platform.events.TopicNeeds;
import io.rhomboid.platform.link.AddressCodes;
import io.rhomboid.platform.link.GiftCardCodes;
import io.rhomboid.platform.link.GuestLinks;
import io.rhomboid.platform.link.IntakeCodes;
import io.rhomboid.platform.link.InvitationTokens;
import io.rhomboid.platform.link.LinkSettings;
import io.rhomboid.platform.link.OptOutTokens;
import io.rhomboid.platform.outbox.Outboxes;
import io.rhomboid.platform.store.JsonDocuments;

/** Which part gets which. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NotificationSettings.class)
class Wiring {

    @Bean
    Directory directory(MongoDatabase database, JsonDocuments json) {
        return new MongoDirectory(database, json);
    }

    @Bean
    Answers answers(MongoDatabase database) {
        return new MongoAnswers(database);
    }

    @Bean
    MongoDeliveries deliveries(MongoDatabase database, JsonDocuments json) {
        return new MongoDeliveries(database, json);
    }

    @Bean
    LedgerHealth ledger(MongoDatabase database) {
        return new LedgerHealth(database);
    }

    @Bean
    Sender sender(NotificationSettings settings) {
        return new Sender(settings.senderAddress(), settings.domain());
    }

    @Bean
    OwnScripts ownScripts(MongoDatabase database) {
        return new MongoOwnScripts(database);
    }

    @Bean
    Scribe scribe(
            Directory directory,
            Answers answers,
            MongoAddresses addresses,
            Preferences preferences,
            OwnScripts scripts,
            Sender sender,
            LinkSettings settings,
            GuestLinks links,
            InvitationTokens invitations,
            GiftCardCodes giftCards,
            IntakeCodes intakes,
            OptOutTokens optOuts,
            AddressCodes addressCodes) {
        return new Scribe(
                directory,
                answers,
                addresses,
                preferences,
                new MessageWriter(
                        scripts,
                        new Ical4jCalendars(sender),
                        new ReckonedLinks(
                                settings.publicUrl(), links, invitations, giftCards, intakes, optOuts, addressCodes)));
    }

    @Bean
    Teller teller(
            Deliveries deliveries,
            Preferences preferences,
            @Value("${rhomboid.inbox.for-all}") boolean inboxForAll,
            DeliveryWork work) {
        return new Teller(deliveries, inboxForAll ? new AlsoInbox(preferences) : preferences, work);
    }

    @Bean
    Provider mailServer(NotificationSettings settings, Clock clock) {
        return new Provider("smtp", settings.smtp(), clock);
    }

    @Bean
    Bounces bounces(MongoDatabase database) {
        return new MongoBounces(database);
    }

    @Bean
    Carrier mailCarrier(JavaMailSenderImpl mail, Provider mailServer, Sender sender, Bounces bounces, Clock clock) {
        return new MailCarrier(new SmtpPost(mail, mailServer, clock), sender, bounces, clock);
    }

    @Bean
    DeliveryWatch deliveryWatch(MeterRegistry registry, Provider mailServer) {
        return new DeliveryMeters(registry, mailServer.breaker());
    }

    @Bean
    DeliveryDesk deliveryDesk(
            Deliveries deliveries,
            Scribe scribe,
            List<Carrier> carriers,
            ObservationRegistry observations,
            DeliveryWatch watch,
            NotificationSettings settings,
            Clock clock) {
        var retry = settings.retry();
        return new DeliveryDesk(
                deliveries,
                scribe,
                carriers.stream()
                        .<Carrier>map(carrier -> new ObservedCarrier(carrier, observations))
                        .toList(),
                new Patience(
                        retry.firstPause(),
                        retry.longestPause(),
                        retry.attempts(),
                        retry.giveUpAfter(),
                        retry.recheck(),
                        retry.superseded()),
                settings.worker().lease(),
                watch,
                clock,
                () -> ThreadLocalRandom.current().nextLong());
    }

    @Bean
    DeliveryWork deliveryWork(
            Deliveries deliveries,
            DeliveryDesk desk,
            List<Carrier> carriers,
            NotificationSettings settings,
            Clock clock) {
        var worker = settings.worker();
        var trail = new ObservedTrail();
        return new DeliveryWork(carriers.stream()
                .map(carrier ->
                        new DeliveryWorker(deliveries, desk, carrier, worker.sweep(), worker.parallel(), trail, clock))
                .toList());
    }

    @Bean
    NewsListener newsListener(EventReader reader, Teller teller, Alert.People people, Clock clock) {
        return new NewsListener(reader, teller, people, clock);
    }

    @Bean
    ErasureReceipts erasureReceipts(
            MongoDatabase database,
            Outboxes outboxes,
            @Value("${spring.application.name}") String application,
            Clock clock) {
        return new ErasureReceipts(database, outboxes, application, clock);
    }

    @Bean
    DirectoryListener directoryListener(
            EventReader reader,
            Directory directory,
            Deliveries deliveries,
            Answers answers,
            MongoAddresses addresses,
            Recipients recipients,
            Entries inbox,
            Subscriptions browsers,
            DeliveryWork work,
            ErasureReceipts receipts,
            Clock clock) {
        return new DirectoryListener(reader, directory, answers, new DirectoryWatch() {
            @Override
            public void known(Subject subject) {
                if (deliveries.arrived(subject, clock.instant())) work.wake();
            }

            @Override
            public void erased(ClientId client) {
                deliveries.erase(client);
                answers.erase(client);
                addresses.erase(Subject.of(client));
                recipients.erase(Subject.of(client));
                inbox.erase(Subject.of(client));
                browsers.erase(Subject.of(client));
                receipts.confirm(client);
            }
        });
    }

    @Bean
    NewTopic bookingsDeadLetters(@Value("${spring.application.name}") String application) {
        return TopicNeeds.deadLetters(Topics.BOOKINGS, application);
    }

    @Bean
    NewTopic seriesDeadLetters(@Value("${spring.application.name}") String application) {
        return TopicNeeds.deadLetters(Topics.SERIES, application);
    }

    @Bean
    NewTopic licencesDeadLetters(@Value("${spring.application.name}") String application) {
        return TopicNeeds.deadLetters(Topics.LICENCES, application);
    }

    @Bean
    NewTopic waitlistDeadLetters(@Value("${spring.application.name}") String application) {
        return TopicNeeds.deadLetters(Topics.WAITLIST, application);
    }

    @Bean
    NewTopic plansDeadLetters(@Value("${spring.application.name}") String application) {
        return TopicNeeds.deadLetters(Topics.PLANS, application);
    }

    @Bean
    NewTopic invitationsDeadLetters(@Value("${spring.application.name}") String application) {
        return TopicNeeds.deadLetters(Topics.INVITATIONS, application);
    }

    @Bean
    NewTopic intakeCodesDeadLetters(@Value("${spring.application.name}") String application) {
        return TopicNeeds.deadLetters(Topics.INTAKE_CODES, application);
    }

    @Bean
    NewTopic intakesDeadLetters(@Value("${spring.application.name}") String application) {
        return TopicNeeds.deadLetters(Topics.INTAKES, application);
    }

    @Bean
    NewTopic alertsDeadLetters(@Value("${spring.application.name}") String application) {
        return TopicNeeds.deadLetters(Topics.ALERTS, application);
    }

    @Bean
    NewTopic farewellsDeadLetters(@Value("${spring.application.name}") String application) {
        return TopicNeeds.deadLetters(Topics.FAREWELLS, application);
    }

    @Bean
    NewTopic giftCardsDeadLetters(@Value("${spring.application.name}") String application) {
        return TopicNeeds.deadLetters(Topics.GIFT_CARDS, application);
    }

    @Bean
    NewTopic clientsDeadLetters(@Value("${spring.application.name}") String application) {
        return TopicNeeds.deadLetters(Topics.CLIENTS, application);
    }

    @Bean
    NewTopic clinicsDeadLetters(@Value("${spring.application.name}") String application) {
        return TopicNeeds.deadLetters(Topics.CLINICS, application);
    }

    @Bean
    NewTopic therapistsDeadLetters(@Value("${spring.application.name}") String application) {
        return TopicNeeds.deadLetters(Topics.THERAPISTS, application);
    }

    @Bean
    NewTopic treatmentsDeadLetters(@Value("${spring.application.name}") String application) {
        return TopicNeeds.deadLetters(Topics.TREATMENTS, application);
    }
}
