package io.rhomboid.therapist.search;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.rhomboid.contracts.clinic.Clinic.Amenity;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.clinic.Coordinates;
import io.rhomboid.contracts.therapist.Therapist.Gender;
import io.rhomboid.contracts.treatment.TreatmentCode;
import io.rhomboid.therapist.search.TherapistSearch.Sort;

/** A search in the making; what is not set does not matter. */
final class Searches {

    @Nullable
    String words;

    @Nullable
    TreatmentCode treatment;

    @Nullable
    ClinicId clinicId;

    @Nullable
    String city;

    @Nullable
    Coordinates near;

    @Nullable
    Double radiusKm;

    @Nullable
    String language;

    @Nullable
    Gender gender;

    @Nullable
    String currency;

    @Nullable
    Long maxPriceCents;

    @Nullable
    Double minRating;

    Set<Amenity> amenities = Set.of();

    @Nullable
    Integer practisingSince;

    @Nullable
    String professionalBody;

    Sort sort = Sort.NAME;

    static TherapistSearch words(String words) {
        var search = new Searches();
        search.words = words;
        search.sort = Sort.RELEVANCE;
        return search.made();
    }

    TherapistSearch made() {
        return new TherapistSearch(
                words,
                treatment,
                clinicId,
                city,
                near,
                radiusKm,
                language,
                gender,
                currency,
                maxPriceCents,
                minRating,
                amenities,
                practisingSince,
                professionalBody,
                sort);
    }
}
