package io.rhomboid.therapist.staff;

import java.util.Collection;
import java.util.List;

import com.mongodb.client.model.Filters;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.therapist.Therapist;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.treatment.Treatment;
import io.rhomboid.contracts.treatment.TreatmentCode;
import io.rhomboid.platform.identity.Belonging;
import io.rhomboid.therapist.store.Records;

/** What of this service belongs to whom, each asked in one query. */
@Configuration(proxyBeanMethods = false)
class OwnThings {

    private final Records<TherapistId, Therapist> therapists;

    OwnThings(Records<TherapistId, Therapist> therapists) {
        this.therapists = therapists;
    }

    @Bean
    Belonging therapistsOfClinics() {
        return Belonging.of("therapist", (id, reach) -> isOf(reach.clinics(), TherapistId.of(id)));
    }

    boolean isOf(ClinicId clinic, TherapistId therapist) {
        return isOf(List.of(clinic), therapist);
    }

    /** A clinic's are those who work there, have a price there, or were taken in by it. */
    private boolean isOf(Collection<ClinicId> clinics, TherapistId therapist) {
        var those = texts(clinics);
        return !those.isEmpty()
                && therapists.isThere(
                        therapist,
                        Filters.or(
                                Filters.in("state.offers.clinicId", those),
                                Filters.in("state.rota.weekly.clinicId", those),
                                Filters.in("state.rota.overrides.clinicId", those),
                                Filters.in("createdBy.clinic", those)));
    }

    /** A clinic's are those that only it gives. */
    @Bean
    Belonging treatmentsOfClinics(Records<TreatmentCode, Treatment> treatments) {
        return Belonging.of(
                "treatment",
                (id, reach) ->
                        treatments.isThere(TreatmentCode.of(id), Filters.in("state.clinicId", texts(reach.clinics()))));
    }

    private static List<String> texts(Collection<?> ids) {
        return ids.stream().map(Object::toString).toList();
    }
}
