package io.rhomboid.notification;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

import io.rhomboid.notification.delivery.Alert;
import io.rhomboid.notification.delivery.Teller;
import io.rhomboid.notification.webhook.DisabledNews;
import io.rhomboid.notification.webhook.Endpoint;
import io.rhomboid.notification.webhook.EndpointId;
import io.rhomboid.notification.webhook.EndpointWatch;
import io.rhomboid.notification.webhook.Message;
import io.rhomboid.notification.webhook.Messages;
import io.rhomboid.notification.webhook.Receiver;
import io.rhomboid.notification.webhook.WebhookDesk;
import io.rhomboid.notification.webhook.WebhookWorker;
import io.rhomboid.notification.webhook.http.HttpReceiver;
import io.rhomboid.notification.webhook.kafka.BookingNews;
import io.rhomboid.notification.webhook.mongo.MongoEndpoints;
import io.rhomboid.notification.webhook.mongo.MongoMessages;
import io.rhomboid.notification.webhook.web.WebhookController;
import io.rhomboid.platform.events.EventReader;
import io.rhomboid.platform.identity.Belonging;
import io.rhomboid.platform.link.WebhookKeys;
import io.rhomboid.platform.web.BodyHash;
import io.rhomboid.platform.work.Rounds;

/** Telling other systems: which part gets which. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookSettings.class)
class WebhookPart {

    private static final Logger log = LoggerFactory.getLogger(WebhookPart.class);

    /** Longer than an attempt may take, and the store's answer after it. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    @Bean
    MongoEndpoints webhookEndpoints(MongoDatabase database) {
        return new MongoEndpoints(database);
    }

    @Bean
    MongoMessages webhookMessages(MongoDatabase database) {
        return new MongoMessages(database);
    }

    @Bean
    HttpReceiver webhookReceiver(WebhookSettings settings, Clock clock) {
        return new HttpReceiver(settings.endpoint(), settings.internal(), clock);
    }

    @Bean
    EndpointWatch endpointWatch(MeterRegistry meters) {
        return new EndpointWatch() {
            @Override
            public void disabled(Endpoint endpoint) {
                log.warn("webhook {} of clinic {} is disabled", endpoint.id(), endpoint.clinicId());
            }

            @Override
            public void attempted(Message message, Messages.Outcome outcome) {
                meters.counter(
                                "rhomboid.webhooks",
                                "outcome",
                                outcome.state().name().toLowerCase())
                        .increment();
                if (outcome.sentAt() != null) {
                    meters.timer("rhomboid.webhook.latency")
                            .record(Duration.between(message.recordedAt(), outcome.sentAt()));
                }
            }
        };
    }

    @Bean
    WebhookDesk webhookDesk(
            MongoEndpoints endpoints,
            MongoMessages messages,
            Receiver receiver,
            WebhookKeys keys,
            EndpointWatch watch,
            Clock clock) {
        return new WebhookDesk(
                endpoints,
                messages,
                receiver,
                (endpoint, number) -> keys.key(endpoint.value(), number),
                watch,
                LEASE,
                clock,
                () -> ThreadLocalRandom.current().nextLong());
    }

    @Bean
    Rounds webhookRounds(
            WebhookDesk desk, Messages messages, Receiver receiver, WebhookSettings settings, Clock clock) {
        var worker = new WebhookWorker(
                desk,
                messages,
                receiver,
                settings.parallel(),
                settings.endpoint().atOnce(),
                clock);
        return new Rounds("webhooks", settings.sweep(), worker::handOut);
    }

    @Bean
    Rounds webhookNews(
            MongoEndpoints endpoints, Alert.People people, Teller teller, WebhookSettings settings, Clock clock) {
        var news = new DisabledNews(endpoints, people::admins, teller, clock);
        return new Rounds("webhook-news", settings.news(), news::look);
    }

    @Bean
    Rounds webhookTidying(WebhookDesk desk) {
        return new Rounds("webhook-tidying", Duration.ofHours(6), desk::tidy);
    }

    @Bean
    BookingNews bookingNews(EventReader reader, WebhookDesk desk, JsonMapper json) {
        return new BookingNews(reader, desk, json);
    }

    @Bean
    WebhookController webhookController(WebhookDesk desk, BodyHash hash) {
        return new WebhookController(desk, hash);
    }

    @Bean
    Belonging webhookOwnership(MongoEndpoints endpoints) {
        return Belonging.of("webhook", (id, reach) -> endpoints.belongs(EndpointId.of(id), reach.clinics()));
    }
}
