package io.rhomboid.therapist.therapist;

import java.time.Clock;

import com.mongodb.client.MongoDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.rhomboid.contracts.Topics;
import io.rhomboid.contracts.therapist.Therapist;
import io.rhomboid.contracts.therapist.TherapistEvent.TherapistChanged;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.platform.outbox.Outboxes;
import io.rhomboid.platform.store.JsonDocuments;
import io.rhomboid.therapist.store.Records;

@Configuration(proxyBeanMethods = false)
class TherapistRecords {

    @Bean
    Records<TherapistId, Therapist> therapists(
            MongoDatabase database, Outboxes outboxes, JsonDocuments json, Clock clock) {
        return new Records<>(
                database,
                outboxes,
                json,
                clock,
                Topics.THERAPISTS,
                Therapist.class,
                TherapistId::of,
                TherapistChanged::new);
    }
}
