package io.rhomboid.notification;

import java.time.Clock;
import java.time.Duration;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;

import io.rhomboid.notification.delivery.Deliveries;
import io.rhomboid.notification.export.OwnExportController;
import io.rhomboid.notification.inbox.InboxCarrier;
import io.rhomboid.notification.inbox.mongo.MongoEntries;
import io.rhomboid.notification.inbox.web.InboxController;
import io.rhomboid.notification.inbox.web.Readers;
import io.rhomboid.notification.live.Live;
import io.rhomboid.notification.live.kafka.ChangeReader;
import io.rhomboid.notification.live.web.LiveController;
import io.rhomboid.notification.push.Subscriptions;
import io.rhomboid.notification.recipient.Directory;
import io.rhomboid.notification.recipient.Recipients;
import io.rhomboid.notification.recipient.Verified;
import io.rhomboid.platform.events.EventReader;
import io.rhomboid.platform.identity.Memberships;
import io.rhomboid.platform.work.Rounds;

/** The inbox, and saying live what has changed: which part gets which. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LiveSettings.class)
class LivePart {

    private static final Duration KEPT = Duration.ofDays(90);

    @Bean
    MongoEntries inboxEntries(MongoDatabase database) {
        return new MongoEntries(database);
    }

    @Bean
    Live live(MongoEntries entries, LiveSettings settings, MeterRegistry meters, Clock clock) {
        var live = new Live(entries, settings.streams(), settings.streamsOfOne(), clock);
        Gauge.builder("rhomboid.live.streams", live, Live::count)
                .description("Connections that are told live what has changed")
                .register(meters);
        return live;
    }

    @Bean
    InboxCarrier inboxCarrier(MongoEntries entries, Live live, Clock clock) {
        return new InboxCarrier(entries, live::arrived, clock);
    }

    @Bean
    Readers readers(Directory directory, Memberships memberships) {
        return new Readers(directory, memberships);
    }

    @Bean
    InboxController inboxController(MongoEntries entries, Readers readers, Clock clock) {
        return new InboxController(entries, readers, clock);
    }

    @Bean
    OwnExportController ownExportController(
            Readers readers,
            Recipients recipients,
            Verified verified,
            Deliveries deliveries,
            MongoEntries entries,
            Subscriptions browsers,
            Clock clock) {
        return new OwnExportController(readers, recipients, verified, deliveries, entries, browsers, clock);
    }

    @Bean
    LiveController liveController(
            Live live, MongoEntries entries, Readers readers, LiveSettings settings, Clock clock) {
        return new LiveController(live, entries, readers, settings.heartbeat(), settings.longest(), clock);
    }

    @Bean
    Rounds liveChanges(ConsumerFactory<String, byte[]> consumers, EventReader reader, Live live) {
        return new Rounds("live-changes", Duration.ofSeconds(1), new ChangeReader(consumers, reader, live)::read);
    }

    @Bean
    Rounds liveInbox(Live live, LiveSettings settings) {
        return new Rounds("live-inbox", settings.look(), live::look);
    }

    @Bean
    Rounds inboxTidying(MongoEntries entries, Clock clock) {
        return new Rounds("inbox-tidying", Duration.ofHours(6), () -> {
            entries.prepare();
            entries.forgetBefore(clock.instant().minus(KEPT));
        });
    }

    /** Before the web server waits for its requests to end: these would not. */
    @Bean
    SmartLifecycle liveStreams(Live live) {
        return new SmartLifecycle() {
            private volatile boolean running;

            @Override
            public void start() {
                running = true;
            }

            @Override
            public void stop() {
                running = false;
                live.close();
            }

            @Override
            public boolean isRunning() {
                return running;
            }
        };
    }
}
