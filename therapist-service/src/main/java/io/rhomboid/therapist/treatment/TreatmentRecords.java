package io.rhomboid.therapist.treatment;

import java.time.Clock;

import com.mongodb.client.MongoDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

import io.rhomboid.contracts.Topics;
import io.rhomboid.contracts.treatment.Treatment;
import io.rhomboid.contracts.treatment.TreatmentCode;
import io.rhomboid.contracts.treatment.TreatmentEvent.TreatmentChanged;
import io.rhomboid.platform.outbox.Outboxes;
import io.rhomboid.platform.store.JsonDocuments;
import io.rhomboid.therapist.store.Records;

@Configuration(proxyBeanMethods = false)
class TreatmentRecords {

    @Bean
    Records<TreatmentCode, Treatment> treatments(
            MongoDatabase database, Outboxes outboxes, JsonDocuments json, Clock clock) {
        return new Records<>(
                database,
                outboxes,
                json,
                clock,
                Topics.TREATMENTS,
                Treatment.class,
                TreatmentCode::of,
                TreatmentChanged::new);
    }

    @Bean
    Catalogue catalogue(JsonMapper json) {
        return Catalogue.load(json);
    }
}
