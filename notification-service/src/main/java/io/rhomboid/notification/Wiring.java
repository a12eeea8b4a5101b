package io.rhomboid.notification;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

import com.mongodb.client.MongoDatabase;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;

import io.rhomboid.contracts.Topics;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.notification.delivery.Deliveries;
import io.rhomboid.notification.delivery.DeliveryDesk;
import io.rhomboid.notification.delivery.DeliveryWatch;
import io.rhomboid.notification.delivery.DeliveryWorker;
import io.rhomboid.notification.delivery.Patience;
import io.rhomboid.notification.delivery.Post;
import io.rhomboid.notification.delivery.kafka.NewsListener;
import io.rhomboid.notification.delivery.metrics.DeliveryMeters;
import io.rhomboid.notification.delivery.mongo.LedgerHealth;
import io.rhomboid.notification.delivery.mongo.MongoDeliveries;
import io.rhomboid.notification.delivery.smtp.SmtpPost;
import io.rhomboid.notification.message.MailWriter;
import io.rhomboid.notification.message.Sender;
import io.rhomboid.notification.message.ical.Ical4jCalendars;
import io.rhomboid.notification.message.link.ReckonedLinks;
import io.rhomboid.notification.message.template.ThymeleafTemplates;
import io.rhomboid.notification.recipient.Directory;
import io.rhomboid.notification.recipient.DirectoryWatch;
import io.rhomboid.notification.recipient.Subject;
import io.rhomboid.notification.recipient.kafka.DirectoryListener;
import io.rhomboid.notification.recipient.mongo.MongoDirectory;
import io.rhomboid.platform.events.EventReader;
import io.rhomboid.platform.events.TopicNeeds;
import io.rhomboid.platform.link.GiftCardCodes;
import io.rhomboid.platform.link.GuestLinks;
import io.rhomboid.platform.link.InvitationTokens;
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
    MongoDeliveries deliveries(MongoDatabase database, JsonDocuments json) {
        return new MongoDeliveries(database, json);
    }

    @Bean
    LedgerHealth ledger(MongoDatabase database) {
        return new LedgerHealth(database);
    }

    @Bean
    MailWriter mailWriter(
            NotificationSettings settings, GuestLinks links, InvitationTokens invitations, GiftCardCodes giftCards) {
        var sender = new Sender(settings.senderAddress(), settings.domain());
        return new MailWriter(
                new ThymeleafTemplates(),
                new Ical4jCalendars(sender),
                sender,
                new ReckonedLinks(links, invitations, giftCards));
    }

    @Bean
    CircuitBreaker smtpBreaker(NotificationSettings settings) {
        var breaker = settings.breaker();
        return CircuitBreaker.of(
                "smtp",
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(breaker.calls())
                        .minimumNumberOfCalls(breaker.calls())
                        .failureRateThreshold(breaker.failurePercent())
                        .waitDurationInOpenState(breaker.pause())
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .build());
    }

    @Bean
    Post post(JavaMailSenderImpl mail, CircuitBreaker smtpBreaker, NotificationSettings settings, Clock clock) {
        return new SmtpPost(mail, smtpBreaker, settings.breaker().pause(), clock);
    }

    @Bean
    DeliveryWatch deliveryWatch(MeterRegistry registry, CircuitBreaker smtpBreaker) {
        return new DeliveryMeters(registry, smtpBreaker);
    }

    @Bean
    DeliveryDesk deliveryDesk(
            Deliveries deliveries,
            Directory directory,
            MailWriter writer,
            Post post,
            DeliveryWatch watch,
            NotificationSettings settings,
            Clock clock) {
        var retry = settings.retry();
        return new DeliveryDesk(
                deliveries,
                directory,
                writer,
                post,
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
    DeliveryWorker deliveryWorker(
            Deliveries deliveries, DeliveryDesk desk, Post post, NotificationSettings settings, Clock clock) {
        var worker = settings.worker();
        return new DeliveryWorker(deliveries, desk, post, worker.sweep(), worker.parallel(), clock);
    }

    /** Starts the worker with the application, and stops it before the store goes away. */
    @Bean
    SmartLifecycle deliveryWork(DeliveryWorker worker) {
        return new SmartLifecycle() {
            @Override
            public void start() {
                worker.start();
            }

            @Override
            public void stop() {
                worker.stop(Duration.ofSeconds(15));
            }

            @Override
            public boolean isRunning() {
                return worker.isRunning();
            }
        };
    }

    @Bean
    NewsListener newsListener(EventReader reader, Deliveries deliveries, DeliveryWorker worker, Clock clock) {
        return new NewsListener(reader, deliveries, worker::wake, clock);
    }

    @Bean
    DirectoryListener directoryListener(
            EventReader reader, Directory directory, Deliveries deliveries, DeliveryWorker worker, Clock clock) {
        return new DirectoryListener(reader, directory, new DirectoryWatch() {
            @Override
            public void known(Subject subject) {
                deliveries.arrived(subject, clock.instant());
                worker.wake();
            }

            @Override
            public void erased(ClientId client) {
                deliveries.erase(client);
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
    NewTopic invitationsDeadLetters(@Value("${spring.application.name}") String application) {
        return TopicNeeds.deadLetters(Topics.INVITATIONS, application);
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
