package io.rhomboid.therapist.search;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.rhomboid.contracts.clinic.Clinic;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.therapist.Therapist;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.treatment.Treatment;
import io.rhomboid.contracts.treatment.TreatmentCode;
import io.rhomboid.platform.web.StrictJson;
import io.rhomboid.therapist.store.Records;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SearchSettings.class)
class SearchPart {

    @Bean
    TherapistIndex therapistIndex() {
        return new TherapistIndex(StrictJson.mapper());
    }

    @Bean
    Following following(
            TherapistIndex index,
            Records<ClinicId, Clinic> clinics,
            Records<TreatmentCode, Treatment> treatments,
            Records<TherapistId, Therapist> therapists,
            KeptRatings ratings,
            SearchSettings settings) {
        return new Following(index, clinics, treatments, therapists, ratings, settings.sweep());
    }
}
