package io.rhomboid.therapist.search;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What else could be chosen. Each count is of the therapists who would be found if this value were chosen in the place
 * of what is chosen for the same question now, everything else as it is. What would find nobody is left out.
 *
 * @param clinic the 20 with the most
 * @param city the 20 with the most
 * @param language without country, for example {@code en}; the 20 with the most
 */
public record Facets(
        List<Count> treatment,
        List<Count> language,
        List<Count> gender,
        List<Count> clinic,
        List<Count> city,
        List<Count> amenity,
        List<PriceBand> price,
        List<RatingBand> rating) {

    public Facets {
        treatment = List.copyOf(treatment);
        language = List.copyOf(language);
        gender = List.copyOf(gender);
        clinic = List.copyOf(clinic);
        city = List.copyOf(city);
        amenity = List.copyOf(amenity);
        price = List.copyOf(price);
        rating = List.copyOf(rating);
    }

    /**
     * The most first.
     *
     * @param value as the parameter takes it
     * @param name as people read it; only where the value is an id or a code
     */
    public record Count(String value, @Nullable String name, int count) {}

    /** Those who can be had for this or less, with {@code maxPrice} and {@code currency} as the parameters take them. */
    public record PriceBand(String currency, long maxPrice, int count) {}

    /** Those who have this rating or a better one, with {@code minRating} as the parameter takes it. */
    public record RatingBand(double minRating, int count) {}
}
