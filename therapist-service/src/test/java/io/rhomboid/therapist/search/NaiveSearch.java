package io.rhomboid.therapist.search;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

import io.rhomboid.contracts.clinic.Clinic.Amenity;
import io.rhomboid.contracts.therapist.Offer;
import io.rhomboid.contracts.therapist.Therapist;
import io.rhomboid.contracts.therapist.Therapist.Gender;
import io.rhomboid.contracts.therapist.Therapist.Listing;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.therapist.clinic.Distance;

/** The same answers the slow way: a filter over the list, and for each facet's value the whole search once more. */
final class NaiveSearch {

    private final RandomDirectory directory;

    NaiveSearch(RandomDirectory directory) {
        this.directory = directory;
    }

    List<TherapistId> find(TherapistSearch search) {
        return directory.therapists.entrySet().stream()
                .filter(entry -> fits(search, entry.getKey(), entry.getValue()))
                .sorted(order(search))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The facets' counts by kind and value. */
    Map<String, Integer> counts(TherapistSearch s) {
        var counts = new TreeMap<String, Integer>();
        for (var each : RandomDirectory.TREATMENTS)
            count(counts, "treatment " + each, with(s, it -> it.treatment = each));
        for (var each : List.of("de", "en", "es", "th", "zh")) {
            count(counts, "language " + each, with(s, it -> it.language = each));
        }
        for (var each : Gender.values()) count(counts, "gender " + each, with(s, it -> it.gender = each));
        for (var each : Amenity.values()) {
            count(counts, "amenity " + each, with(s, it -> it.amenities = Set.of(each)));
        }
        directory.clinics.forEach((id, clinic) -> {
            count(counts, "clinic " + id, with(s, it -> it.clinicId = id));
            var city = clinic.address().city();
            count(counts, "city " + city, with(s, it -> it.city = city));
            for (long units : new long[] {40, 50, 60, 75, 90, 120, 150}) {
                long cents = clinic.currency().equals("JPY") ? units : units * 100;
                count(counts, "price " + clinic.currency() + " " + cents, with(s, it -> {
                    it.currency = clinic.currency();
                    it.maxPriceCents = cents;
                }));
            }
        });
        for (double stars : new double[] {3, 3.5, 4, 4.5}) {
            count(counts, "rating " + stars, with(s, it -> it.minRating = stars));
        }
        return counts;
    }

    private void count(Map<String, Integer> counts, String name, TherapistSearch search) {
        int count = (int) directory.therapists.entrySet().stream()
                .filter(entry -> fits(search, entry.getKey(), entry.getValue()))
                .count();
        if (count > 0) counts.put(name, count);
    }

    private interface Change {
        void to(Searches search);
    }

    private static TherapistSearch with(TherapistSearch s, Change change) {
        var search = new Searches();
        search.words = s.words();
        search.treatment = s.treatment();
        search.clinicId = s.clinicId();
        search.city = s.city();
        search.near = s.near();
        search.radiusKm = s.radiusKm();
        search.language = s.language();
        search.gender = s.gender();
        search.currency = s.currency();
        search.maxPriceCents = s.maxPriceCents();
        search.minRating = s.minRating();
        search.amenities = s.amenities();
        search.practisingSince = s.practisingSince();
        search.professionalBody = s.professionalBody();
        search.sort = s.sort();
        change.to(search);
        return search.made();
    }

    private boolean fits(TherapistSearch s, TherapistId id, Therapist t) {
        var rating = directory.ratings.get(id);
        return t.listing() == Listing.LISTED
                && (s.treatment() == null
                        || t.specializations().stream()
                                .anyMatch(p -> p.treatment().equals(s.treatment())))
                && (s.language() == null
                        || t.languages().stream()
                                .map(String::toLowerCase)
                                .anyMatch(tag ->
                                        (tag + "-").startsWith(s.language().toLowerCase() + "-")))
                && (s.gender() == null || s.gender() == t.gender())
                && (s.minRating() == null || rating != null && rating.mean() >= s.minRating())
                && (s.practisingSince() == null || t.practisingSince() <= s.practisingSince())
                && (s.professionalBody() == null
                        || t.professionalBodies().stream().anyMatch(s.professionalBody()::equalsIgnoreCase))
                && (asksOfPlace(s) ? offers(s, t).findAny().isPresent() : true);
    }

    private static boolean asksOfPlace(TherapistSearch s) {
        return Stream.of(
                        Optional.ofNullable(s.clinicId()),
                        Optional.ofNullable(s.city()),
                        Optional.ofNullable(s.radiusKm()),
                        Optional.ofNullable(s.currency()),
                        s.amenities().stream().findAny())
                .anyMatch(Optional::isPresent);
    }

    /** The offers that fit by themselves: each is of one treatment at one clinic. */
    private Stream<Offer> offers(TherapistSearch s, Therapist t) {
        return t.offers().stream().filter(offer -> {
            var clinic = directory.clinics.get(offer.clinicId());
            return (s.treatment() == null || offer.treatment().equals(s.treatment()))
                    && (s.clinicId() == null || offer.clinicId().equals(s.clinicId()))
                    && (s.city() == null || clinic.address().city().equalsIgnoreCase(s.city()))
                    && clinic.amenities().containsAll(s.amenities())
                    && (s.radiusKm() == null || Distance.km(s.near(), clinic.coordinates()) <= s.radiusKm())
                    && (s.currency() == null || clinic.currency().equals(s.currency()))
                    && (s.maxPriceCents() == null || offer.price().cents() <= s.maxPriceCents());
        });
    }

    private Comparator<Map.Entry<TherapistId, Therapist>> order(TherapistSearch s) {
        Function<Map.Entry<TherapistId, Therapist>, Double> first = entry -> {
            var rating = directory.ratings.get(entry.getKey());
            return switch (s.sort()) {
                case NAME -> 0.0;
                case RELEVANCE, RATING -> rating == null ? 9 : -rating.ranking();
                case EXPERIENCE -> (double) entry.getValue().practisingSince();
                case PRICE ->
                    offers(s, entry.getValue())
                            .mapToDouble(offer -> offer.price().cents())
                            .min()
                            .orElse(1e9);
                case DISTANCE ->
                    offers(s, entry.getValue())
                            .mapToDouble(offer -> Distance.km(
                                    s.near(),
                                    directory.clinics.get(offer.clinicId()).coordinates()))
                            .min()
                            .orElse(1e9);
            };
        };
        return Comparator.comparing(first)
                .thenComparing(entry -> entry.getValue().name().toLowerCase())
                .thenComparing(entry -> entry.getKey().value());
    }
}
