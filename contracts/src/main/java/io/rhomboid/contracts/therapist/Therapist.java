package io.rhomboid.contracts.therapist;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.treatment.TreatmentCode;

/**
 * Someone who treats, as the world may see them.
 *
 * @param languages BCP 47 tags
 * @param practisingSince the year
 * @param licences only a verified one counts, only in its jurisdiction, only from its first to its last day
 * @param offers what can be booked: nothing that is not listed here
 * @param professionalBodies that stand behind their training, for example an association
 * @param photo path below the API's address
 * @param packages several sessions at once, each of something in {@code offers}
 */
public record Therapist(
        String name,
        Listing listing,
        Gender gender,
        List<String> languages,
        @Nullable String about,
        int practisingSince,
        List<Specialization> specializations,
        List<Licence> licences,
        List<Offer> offers,
        Rota rota,
        List<String> professionalBodies,
        @Nullable String photo,
        List<SessionPackage> packages) {

    public Therapist {
        languages = List.copyOf(languages);
        specializations = List.copyOf(specializations);
        licences = List.copyOf(licences);
        offers = List.copyOf(offers);
        // Not there in older events.
        professionalBodies = professionalBodies == null ? List.of() : List.copyOf(professionalBodies);
        packages = packages == null ? List.of() : List.copyOf(packages);
    }

    /** Without a photo and packages, in no professional body. */
    public Therapist(
            String name,
            Listing listing,
            Gender gender,
            List<String> languages,
            @Nullable String about,
            int practisingSince,
            List<Specialization> specializations,
            List<Licence> licences,
            List<Offer> offers,
            Rota rota) {
        this(
                name,
                listing,
                gender,
                languages,
                about,
                practisingSince,
                specializations,
                licences,
                offers,
                rota,
                List.of(),
                null,
                List.of());
    }

    /** The same therapist with these licences. */
    public Therapist withLicences(List<Licence> licences) {
        return new Therapist(
                name,
                listing,
                gender,
                languages,
                about,
                practisingSince,
                specializations,
                licences,
                offers,
                rota,
                professionalBodies,
                photo,
                packages);
    }

    /** The same therapist with these prices. */
    public Therapist withPrices(List<Offer> offers, List<SessionPackage> packages) {
        return new Therapist(
                name,
                listing,
                gender,
                languages,
                about,
                practisingSince,
                specializations,
                licences,
                offers,
                rota,
                professionalBodies,
                photo,
                packages);
    }

    /** The same therapist with these working hours. */
    public Therapist withRota(Rota rota) {
        return new Therapist(
                name,
                listing,
                gender,
                languages,
                about,
                practisingSince,
                specializations,
                licences,
                offers,
                rota,
                professionalBodies,
                photo,
                packages);
    }

    /** The same therapist with this photo. */
    public Therapist withPhoto(@Nullable String photo) {
        return new Therapist(
                name,
                listing,
                gender,
                languages,
                about,
                practisingSince,
                specializations,
                licences,
                offers,
                rota,
                professionalBodies,
                photo,
                packages);
    }

    /** Whether something of theirs can be booked there, or they have hours there. */
    public boolean worksAt(ClinicId clinic) {
        return offers.stream().anyMatch(offer -> offer.clinicId().equals(clinic))
                || rota.weekly().stream().anyMatch(hours -> hours.clinicId().equals(clinic))
                || rota.overrides().stream().anyMatch(hours -> hours.clinicId().equals(clinic));
    }

    /** Whether they practise it, or ask a price for it. */
    public boolean gives(TreatmentCode treatment) {
        return offers.stream().anyMatch(offer -> offer.treatment().equals(treatment))
                || specializations.stream()
                        .anyMatch(practised -> practised.treatment().equals(treatment));
    }

    /** Only a listed therapist can be found and booked. */
    public enum Listing {
        DRAFT,
        LISTED,
        PAUSED
    }

    public enum Gender {
        FEMALE,
        MALE,
        NON_BINARY
    }
}
