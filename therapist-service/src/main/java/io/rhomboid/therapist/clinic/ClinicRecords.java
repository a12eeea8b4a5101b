package io.rhomboid.therapist.clinic;

import java.time.Clock;

import com.mongodb.client.MongoDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.rhomboid.contracts.Topics;
import io.rhomboid.contracts.clinic.Clinic;
import io.rhomboid.contracts.clinic.ClinicEvent.ClinicChanged;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.platform.outbox.Outboxes;
import io.rhomboid.platform.store.JsonDocuments;
import io.rhomboid.therapist.store.Records;

@Configuration(proxyBeanMethods = false)
class ClinicRecords {

    @Bean
    Records<ClinicId, Clinic> clinics(MongoDatabase database, Outboxes outboxes, JsonDocuments json, Clock clock) {
        return new Records<>(
                database, outboxes, json, clock, Topics.CLINICS, Clinic.class, ClinicId::of, ClinicChanged::new);
    }
}
