package io.rhomboid.therapist.therapist;

import java.util.Locale;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.therapist.Therapist;
import io.rhomboid.contracts.treatment.TreatmentCode;

/**
 * Whom a client looks for; what is null does not matter to them.
 *
 * @param treatment that the therapist practises, and offers there if a clinic is named too
 * @param clinicId where something of theirs can be booked
 * @param language BCP 47; {@code en} also finds {@code en-NZ}
 */
record TherapistWishes(
        @Nullable TreatmentCode treatment,
        @Nullable ClinicId clinicId,
        @Nullable String language,
        Therapist.@Nullable Gender gender)
        implements Predicate<Therapist> {

    @Override
    public boolean test(Therapist therapist) {
        return practises(therapist)
                && worksAt(therapist)
                && speaks(therapist)
                && (gender == null || gender == therapist.gender());
    }

    private boolean practises(Therapist therapist) {
        return treatment == null
                || therapist.specializations().stream()
                        .anyMatch(s -> s.treatment().equals(treatment));
    }

    private boolean worksAt(Therapist therapist) {
        return clinicId == null
                || therapist.offers().stream()
                        .filter(offer -> offer.clinicId().equals(clinicId))
                        .anyMatch(
                                offer -> treatment == null || offer.treatment().equals(treatment));
    }

    private boolean speaks(Therapist therapist) {
        if (language == null) return true;
        var wanted = language.toLowerCase(Locale.ROOT);
        return therapist.languages().stream()
                .map(spoken -> spoken.toLowerCase(Locale.ROOT))
                .anyMatch(spoken -> spoken.equals(wanted) || spoken.startsWith(wanted + "-"));
    }
}
