package io.rhomboid.contracts.therapist;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Someone who treats, as the world may see them.
 *
 * @param languages BCP 47 tags
 * @param practisingSince the year
 * @param licences only a verified one counts, only in its jurisdiction, only from its first to its last day
 * @param offers what can be booked: nothing that is not listed here
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
        Rota rota) {

    public Therapist {
        languages = List.copyOf(languages);
        specializations = List.copyOf(specializations);
        licences = List.copyOf(licences);
        offers = List.copyOf(offers);
    }

    /** The same therapist with these licences. */
    public Therapist withLicences(List<Licence> licences) {
        return new Therapist(
                name, listing, gender, languages, about, practisingSince, specializations, licences, offers, rota);
    }

    /** The same therapist with these offers. */
    public Therapist withOffers(List<Offer> offers) {
        return new Therapist(
                name, listing, gender, languages, about, practisingSince, specializations, licences, offers, rota);
    }

    /** The same therapist with these working hours. */
    public Therapist withRota(Rota rota) {
        return new Therapist(
                name, listing, gender, languages, about, practisingSince, specializations, licences, offers, rota);
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
