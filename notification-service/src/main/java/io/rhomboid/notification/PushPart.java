package io.rhomboid.notification;

import java.time.Clock;
import java.util.function.BiPredicate;

import com.mongodb.client.MongoDatabase;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

import io.rhomboid.contracts.staff.StaffRole;
import io.rhomboid.notification.inbox.web.Readers;
import io.rhomboid.notification.push.PushCarrier;
import io.rhomboid.notification.push.Vapid;
import io.rhomboid.notification.push.http.HttpPushServers;
import io.rhomboid.notification.push.mongo.MongoSubscriptions;
import io.rhomboid.notification.push.web.PushController;
import io.rhomboid.notification.recipient.Subject;
import io.rhomboid.platform.identity.Memberships;
import io.rhomboid.platform.link.PushKey;

/** Web push: which part gets which. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PushSettings.class)
class PushPart {

    @Bean
    Vapid vapid(PushKey key, NotificationSettings settings) {
        return new Vapid(key.key(), settings.senderAddress());
    }

    @Bean
    HttpPushServers pushService(PushSettings settings, Clock clock) {
        return new HttpPushServers(settings.service(), settings.internal(), clock);
    }

    @Bean
    MongoSubscriptions pushSubscriptions(MongoDatabase database) {
        return new MongoSubscriptions(database);
    }

    @Bean
    PushCarrier pushCarrier(
            MongoSubscriptions subscriptions,
            HttpPushServers service,
            Vapid vapid,
            Memberships memberships,
            JsonMapper json,
            Clock clock) {
        return new PushCarrier(subscriptions, service, vapid, isStill(memberships), json::writeValueAsBytes, clock);
    }

    /** A client stays one; who belongs to a clinic is asked each time. */
    private static BiPredicate<String, Subject> isStill(Memberships memberships) {
        return (person, subject) -> subject.isClient()
                || Subject.ofPerson(person).equals(subject)
                || memberships.of(person).stream()
                        .anyMatch(one -> one.therapistId() != null
                                        && Subject.of(one.therapistId()).equals(subject)
                                || Subject.of(one.clinicId()).equals(subject)
                                        && (one.roles().contains(StaffRole.DESK)
                                                || one.roles().contains(StaffRole.CLINIC_ADMIN)));
    }

    @Bean
    PushController pushController(
            MongoSubscriptions subscriptions, HttpPushServers service, Vapid vapid, Readers readers, Clock clock) {
        return new PushController(subscriptions, service, vapid, readers, clock);
    }
}
