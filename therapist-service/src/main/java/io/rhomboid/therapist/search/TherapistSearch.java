package io.rhomboid.therapist.search;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.rhomboid.contracts.Codes;
import io.rhomboid.contracts.clinic.Clinic.Amenity;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.clinic.Coordinates;
import io.rhomboid.contracts.therapist.Therapist.Gender;
import io.rhomboid.contracts.treatment.TreatmentCode;

/**
 * Whom a client looks for; what is null does not matter to them.
 *
 * <p>Clinic, city, amenities, price and radius are asked of one place, where the treatment must be offered if one is
 * named: not of one place the price and of another the quiet. Without any of them it is enough to practise it.
 *
 * @param words free text
 * @param near from where distances are measured
 * @param radiusKm only with {@code near}
 * @param language BCP 47; {@code en} also finds {@code en-NZ}
 * @param currency ISO 4217; only places whose prices are in it
 * @param maxPriceCents in the minor unit of {@code currency}, only with it; what the cheapest fitting offer may cost
 * @param amenities all of them
 * @param practisingSince this year or earlier
 * @param professionalBody its whole name, whatever the case and the accents
 */
public record TherapistSearch(
        @Nullable String words,
        @Nullable TreatmentCode treatment,
        @Nullable ClinicId clinicId,
        @Nullable String city,
        @Nullable Coordinates near,
        @Nullable Double radiusKm,
        @Nullable String language,
        @Nullable Gender gender,
        @Nullable String currency,
        @Nullable Long maxPriceCents,
        @Nullable Double minRating,
        Set<Amenity> amenities,
        @Nullable Integer practisingSince,
        @Nullable String professionalBody,
        Sort sort) {

    /** Whoever has nothing to be sorted by comes last; equals are sorted by name, then id. */
    public enum Sort {
        /** How well the words fit, then by rating. */
        RELEVANCE,
        DISTANCE,
        /** The cheapest fitting offer, the cheapest first. */
        PRICE,
        /** By {@link Rating#ranking()}, the best first. */
        RATING,
        NAME,
        /** Who has practised longest first. */
        EXPERIENCE
    }

    public TherapistSearch {
        amenities = Codes.sorted(amenities);
        if (radiusKm != null && near == null) throw new IllegalArgumentException("a radius is around a place");
        if (sort == Sort.DISTANCE && near == null) throw new IllegalArgumentException("a distance is from a place");
        if ((maxPriceCents != null || sort == Sort.PRICE) && currency == null) {
            throw new IllegalArgumentException("prices compare in one currency only");
        }
    }

    /** Whether something is asked of the place. */
    boolean asksOfPlace() {
        return clinicId != null || city != null || radiusKm != null || currency != null || !amenities.isEmpty();
    }

    /** The same for the same search in every instance. */
    int fingerprint() {
        return toString().hashCode();
    }
}
