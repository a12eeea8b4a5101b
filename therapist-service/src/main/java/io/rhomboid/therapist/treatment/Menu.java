package io.rhomboid.therapist.treatment;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

import org.springframework.stereotype.Component;

import io.rhomboid.contracts.clinic.Clinic;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.treatment.Treatment;
import io.rhomboid.contracts.treatment.TreatmentCode;
import io.rhomboid.therapist.store.Kept;
import io.rhomboid.therapist.store.Records;

/** What can be had where: the treatments of the house everywhere, a clinic's own ones only there, in its lengths. */
@Component
public class Menu {

    private final Records<TreatmentCode, Treatment> treatments;

    Menu(Records<TreatmentCode, Treatment> treatments) {
        this.treatments = treatments;
    }

    /** What every clinic may give, by code. */
    public List<Kept<TreatmentCode, Treatment>> ofTheHouse() {
        return those(treatment -> treatment.clinicId() == null);
    }

    /** What this clinic may give, by code, each as long as it may last there. */
    public List<Kept<TreatmentCode, Treatment>> at(Kept<ClinicId, Clinic> clinic) {
        return those(treatment -> isGivenAt(clinic.id(), treatment)).stream()
                .map(kept -> new Kept<>(
                        kept.id(),
                        kept.version(),
                        lastingAt(clinic.state(), kept.id(), kept.state()),
                        kept.additions()))
                .toList();
    }

    private static Treatment lastingAt(Clinic clinic, TreatmentCode code, Treatment treatment) {
        return treatment.withLengths(clinic.lengthsOf(code, treatment.lengthsMinutes()));
    }

    public static boolean isGivenAt(ClinicId clinic, Treatment treatment) {
        return treatment.clinicId() == null || treatment.clinicId().equals(clinic);
    }

    private List<Kept<TreatmentCode, Treatment>> those(Predicate<Treatment> wanted) {
        return treatments.all().stream()
                .filter(kept -> wanted.test(kept.state()))
                .sorted(Comparator.comparing(Kept::id))
                .toList();
    }
}
