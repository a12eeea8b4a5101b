package io.rhomboid.therapist.search;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import io.rhomboid.contracts.clinic.Clinic.Amenity;
import io.rhomboid.contracts.therapist.Offer;
import io.rhomboid.contracts.therapist.Therapist.Gender;
import io.rhomboid.therapist.clinic.Distance;
import io.rhomboid.therapist.search.Facets.Count;
import io.rhomboid.therapist.search.Facets.PriceBand;
import io.rhomboid.therapist.search.Facets.RatingBand;
import io.rhomboid.therapist.search.Listed.Place;
import io.rhomboid.therapist.search.TherapistSearch.Sort;

/**
 * Looks once at each therapist that words and distance have found: who fits all that is asked is ranked; who fits all
 * but one question is counted for the answers to that question.
 */
final class OnePass {

    /** A bit for each question that can be answered another way. */
    private static final int TREATMENT = 1;

    private static final int LANGUAGE = 2;
    private static final int GENDER = 4;
    private static final int RATING = 8;
    private static final int CLINIC = 16;
    private static final int CITY = 32;
    private static final int AMENITY = 64;
    private static final int PRICE = 128;
    /** Not a question that is counted: too far away, whatever else. */
    private static final int RADIUS = 256;

    /** In whole units of the currency. */
    private static final long[] PRICE_BANDS = {40, 50, 60, 75, 90, 120, 150};

    private static final double[] RATING_BANDS = {3, 3.5, 4, 4.5};
    private static final int MOST_COUNTS = 20;
    private static final Amenity[] AMENITIES = Amenity.values();
    private static final Gender[] GENDERS = Gender.values();

    private final TherapistSearch search;
    private final Listed.Numbers numbers;
    private final @Nullable Rank after;
    private final int limit;

    private final int treatment;
    private final int clinic;
    private final int city;
    private final int currency;
    private final int amenities;
    private final boolean[] languages;
    private final boolean asksOfPlace;

    private final int[] treatmentCounts;
    private final int[] languageCounts;
    private final int[] genderCounts = new int[GENDERS.length];
    private final int[] clinicCounts;
    private final int[] cityCounts;
    private final int[] amenityCounts = new int[AMENITIES.length];
    private final int[] priceCounts;
    private final int[] ratingCounts = new int[RATING_BANDS.length];
    /** The last therapist who was counted for a city, so that two clinics in one city count once. */
    private final int[] cityCounted;

    /** The last therapist who was counted for a price in a currency, and in which band. */
    private final int[] priceCounted;

    private final int[] priceBand;
    /** How many minor units make a whole one, by the currency's number. */
    private final long[] minorUnits;

    private final double[] distances;

    private final PriorityQueue<Ranked> best;

    /** What speaks against each place of the one who is looked at. */
    private int[] placeFails = new int[4];

    private int seen;
    private int total;

    private record Ranked(Rank rank, Listed listed) {}

    /**
     * @param after whom the page begins; null for the first page
     * @param limit how many to keep
     */
    OnePass(TherapistSearch search, Listed.Numbers numbers, @Nullable Rank after, int limit) {
        this.search = search;
        this.numbers = numbers;
        this.after = after;
        this.limit = limit;
        this.best = new PriorityQueue<>(
                limit + 1, Comparator.comparing(Ranked::rank).reversed());

        treatment = number(numbers.treatments(), search.treatment());
        clinic = number(numbers.clinics(), search.clinicId());
        city = number(numbers.cities(), search.city() == null ? null : FreeText.folded(search.city()));
        currency = number(numbers.currencies(), search.currency());
        amenities = search.amenities().stream()
                .mapToInt(each -> 1 << each.ordinal())
                .sum();
        asksOfPlace = search.asksOfPlace();
        languages = languages(search.language(), numbers.languages());

        treatmentCounts = new int[numbers.treatments().size()];
        languageCounts = new int[numbers.spoken().size()];
        clinicCounts = new int[numbers.clinics().size()];
        cityCounts = new int[numbers.cities().size()];
        priceCounts = new int[numbers.currencies().size() * PRICE_BANDS.length];
        minorUnits = IntStream.range(0, numbers.currencies().size())
                .mapToLong(i -> minorUnits(numbers.currencies().value(i)))
                .toArray();
        cityCounted = new int[cityCounts.length];
        priceCounted = new int[numbers.currencies().size()];
        priceBand = new int[numbers.currencies().size()];
        distances = new double[search.near() == null ? 0 : clinicCounts.length];
        Arrays.fill(distances, Double.NaN);
    }

    private static long minorUnits(String currency) {
        long units = 1;
        for (int i = Currency.getInstance(currency).getDefaultFractionDigits(); i > 0; i--) units *= 10;
        return units;
    }

    private static <T> int number(Ordinals<T> ordinals, @Nullable T wanted) {
        return wanted == null ? Ordinals.NONE : ordinals.find(wanted);
    }

    private static boolean[] languages(@Nullable String wanted, Ordinals<String> tags) {
        var fit = new boolean[tags.size()];
        if (wanted == null) {
            Arrays.fill(fit, true);
            return fit;
        }
        var folded = FreeText.folded(wanted);
        for (int i = 0; i < fit.length; i++) {
            var tag = tags.value(i);
            fit[i] = tag.equals(folded) || tag.startsWith(folded + "-");
        }
        return fit;
    }

    /** @param weight how well the words fit */
    void look(Listed listed, double weight) {
        seen++;
        int person = failsOf(listed);
        if (Integer.bitCount(person) > 1) return;

        var places = listed.places();
        if (placeFails.length < places.length) placeFails = new int[places.length];
        boolean placed = !asksOfPlace;
        for (int i = 0; i < places.length; i++) {
            placeFails[i] = failsOf(places[i]);
            if (placeFails[i] == 0) placed = true;
        }
        count(listed, person, placed);
        if (person != 0 || !placed) return;
        total++;
        rank(listed, weight);
    }

    private int failsOf(Listed listed) {
        int fails = 0;
        if (search.treatment() != null && !listed.practises(treatment)) fails |= TREATMENT;
        if (search.gender() != null && search.gender() != listed.gender()) fails |= GENDER;
        if (search.minRating() != null
                && (listed.rating() == null || listed.rating().mean() < search.minRating())) fails |= RATING;
        if (!speaks(listed)) fails |= LANGUAGE;
        return fails;
    }

    private boolean speaks(Listed listed) {
        for (int tag : listed.languages()) {
            if (languages[tag]) return true;
        }
        return false;
    }

    private int failsOf(Place place) {
        int fails = 0;
        if (search.clinicId() != null && place.number() != clinic) fails |= CLINIC;
        if (search.city() != null && place.city() != city) fails |= CITY;
        if ((place.amenities() & amenities) != amenities) fails |= AMENITY;
        if (search.radiusKm() != null && distance(place) > search.radiusKm()) fails |= RADIUS;
        var cheapest = cheapest(place);
        if (cheapest == null) return fails | TREATMENT;
        if (!affordable(place, cheapest.price().cents())) fails |= PRICE;
        return fails;
    }

    /** The cheapest of what is asked for; null if it is not offered there. */
    private @Nullable Offer cheapest(Place place) {
        return search.treatment() == null ? place.cheapest() : place.cheapest(treatment);
    }

    private boolean affordable(Place place, long cents) {
        if (search.currency() == null) return true;
        return place.currency() == currency && (search.maxPriceCents() == null || cents <= search.maxPriceCents());
    }

    private double distance(Place place) {
        if (search.near() == null) return Double.POSITIVE_INFINITY;
        double known = distances[place.number()];
        if (!Double.isNaN(known)) return known;
        return distances[place.number()] =
                Distance.km(search.near(), place.clinic().coordinates());
    }

    private void count(Listed listed, int person, boolean placed) {
        if (placed) {
            if ((person & ~LANGUAGE) == 0) {
                for (int each : listed.spoken()) languageCounts[each]++;
            }
            if ((person & ~GENDER) == 0) genderCounts[listed.gender().ordinal()]++;
            if ((person & ~RATING) == 0 && listed.rating() != null)
                countRating(listed.rating().mean());
        }
        if ((person & ~TREATMENT) == 0) countTreatments(listed);
        if (person == 0) countPlaces(listed.places());
    }

    private void countRating(double mean) {
        int band = RATING_BANDS.length - 1;
        while (band >= 0 && mean < RATING_BANDS[band]) band--;
        if (band >= 0) ratingCounts[band]++;
    }

    private void countTreatments(Listed listed) {
        for (int each : listed.practised()) {
            if (!asksOfPlace || offersSomewhere(listed.places(), each)) treatmentCounts[each]++;
        }
    }

    private boolean offersSomewhere(Place[] places, int treatment) {
        for (int i = 0; i < places.length; i++) {
            // The price is that of the treatment itself, not of the one that is asked for now.
            if ((placeFails[i] & ~TREATMENT & ~PRICE) != 0) continue;
            var cheapest = places[i].cheapest(treatment);
            if (cheapest != null && affordable(places[i], cheapest.price().cents())) return true;
        }
        return false;
    }

    private void countPlaces(Place[] places) {
        int found = 0;
        for (int i = 0; i < places.length; i++) {
            var place = places[i];
            int fails = placeFails[i];
            if ((fails & ~CLINIC) == 0) clinicCounts[place.number()]++;
            if ((fails & ~AMENITY) == 0) found |= place.amenities();
            if ((fails & ~CITY) == 0 && cityCounted[place.city()] != seen) {
                cityCounted[place.city()] = seen;
                cityCounts[place.city()]++;
            }
            if ((fails & ~PRICE) == 0) countPrice(place);
        }
        for (; found != 0; found &= found - 1) amenityCounts[Integer.numberOfTrailingZeros(found)]++;
    }

    /** Counted in the lowest band that fits; of two places with the same currency that of the cheaper one. */
    private void countPrice(Place place) {
        var cheapest = cheapest(place);
        if (cheapest == null) return;
        long cents = cheapest.price().cents();
        long unit = minorUnits[place.currency()];
        int band = 0;
        while (band < PRICE_BANDS.length && cents > PRICE_BANDS[band] * unit) band++;
        if (band == PRICE_BANDS.length) return;

        int number = place.currency() * PRICE_BANDS.length + band;
        if (priceCounted[place.currency()] == seen) {
            int before = priceBand[place.currency()];
            if (before <= number) return;
            priceCounts[before]--;
        }
        priceCounted[place.currency()] = seen;
        priceBand[place.currency()] = number;
        priceCounts[number]++;
    }

    private void rank(Listed listed, double weight) {
        double first = firstOf(listed, weight);
        double second = search.sort() == Sort.RELEVANCE ? byRating(listed) : 0;
        if (best.size() == limit && isSurelyAfter(best.element().rank, first, second, listed.name())) return;
        var rank = new Rank(first, second, listed.name(), listed.id().value());
        if (after != null && rank.compareTo(after) <= 0) return;
        best.add(new Ranked(rank, listed));
        if (best.size() > limit) best.remove();
    }

    /** Most are, and need not be made a rank for. */
    private static boolean isSurelyAfter(Rank worst, double first, double second, String name) {
        if (first != worst.first()) return first > worst.first();
        if (second != worst.second()) return second > worst.second();
        return name.compareTo(worst.name()) > 0;
    }

    private double firstOf(Listed listed, double weight) {
        return switch (search.sort()) {
            case NAME -> 0;
            case RELEVANCE -> -weight;
            case RATING -> byRating(listed);
            case EXPERIENCE -> listed.therapist().practisingSince();
            case DISTANCE -> {
                double km = Double.POSITIVE_INFINITY;
                for (int i = 0; i < listed.places().length; i++) {
                    if (placeFails[i] == 0) km = Math.min(km, distance(listed.places()[i]));
                }
                yield km;
            }
            case PRICE -> {
                double cents = Double.POSITIVE_INFINITY;
                for (int i = 0; i < listed.places().length; i++) {
                    var cheapest = cheapest(listed.places()[i]);
                    if (placeFails[i] == 0 && cheapest != null) {
                        cents = Math.min(cents, cheapest.price().cents());
                    }
                }
                yield cents;
            }
        };
    }

    private static double byRating(Listed listed) {
        return listed.rating() == null
                ? Double.POSITIVE_INFINITY
                : -listed.rating().ranking();
    }

    /** @param pageSize one less than what is kept: the one more is only a sign that there is a next page */
    Found found(int pageSize) {
        var ranked = best.stream().sorted(Comparator.comparing(Ranked::rank)).toList();
        var page = ranked.subList(0, Math.min(pageSize, ranked.size()));
        var next = ranked.size() > pageSize ? page.getLast().rank.cursor(search) : null;
        return new Found(page.stream().map(Ranked::listed).map(this::hit).toList(), total, facets(), next);
    }

    private Found.Hit hit(Listed listed) {
        var fitting = Arrays.stream(listed.places())
                .filter(place -> failsOf(place) == 0)
                .toList();
        var nearest = search.near() == null
                ? null
                : fitting.stream()
                        .min(Comparator.comparingDouble(this::distance))
                        .orElse(null);
        // Prices compare in one currency only: that of the nearest, or of the first.
        var there = nearest != null || fitting.isEmpty() ? nearest : fitting.getFirst();
        var cheapest = fitting.stream()
                .filter(place -> there != null && place.currency() == there.currency())
                .map(this::cheapest)
                .min(Listed.CHEAPEST)
                .orElse(null);
        return new Found.Hit(
                listed.id(),
                listed.therapist(),
                listed.rating(),
                nearest == null ? null : distance(nearest),
                nearest == null ? null : numbers.clinics().value(nearest.number()),
                cheapest);
    }

    private Facets facets() {
        var prices = new ArrayList<PriceBand>();
        for (int i = 0, upTo = 0; i < priceCounts.length; i++) {
            int band = i % PRICE_BANDS.length;
            upTo = priceCounts[i] + (band == 0 ? 0 : upTo);
            int currency = i / PRICE_BANDS.length;
            if (upTo > 0) {
                prices.add(new PriceBand(
                        numbers.currencies().value(currency), PRICE_BANDS[band] * minorUnits[currency], upTo));
            }
        }
        var ratings = new ArrayDeque<RatingBand>();
        for (int i = RATING_BANDS.length - 1, from = 0; i >= 0; i--) {
            from += ratingCounts[i];
            if (from > 0) ratings.addFirst(new RatingBand(RATING_BANDS[i], from));
        }
        return new Facets(
                counts(treatmentCounts, i -> named(numbers.treatments(), i, treatmentCounts[i])),
                counts(languageCounts, i -> new Count(numbers.spoken().value(i), null, languageCounts[i])),
                counts(genderCounts, i -> new Count(GENDERS[i].name(), null, genderCounts[i])),
                counts(clinicCounts, i -> named(numbers.clinics(), i, clinicCounts[i])),
                counts(cityCounts, i -> new Count(numbers.cities().label(i), null, cityCounts[i])),
                counts(amenityCounts, i -> new Count(AMENITIES[i].name(), null, amenityCounts[i])),
                prices,
                List.copyOf(ratings));
    }

    private static <T> Count named(Ordinals<T> ordinals, int number, int count) {
        return new Count(ordinals.value(number).toString(), ordinals.label(number), count);
    }

    private static List<Count> counts(int[] counts, IntFunction<Count> count) {
        return IntStream.range(0, counts.length)
                .filter(i -> counts[i] > 0)
                .mapToObj(count)
                .sorted(Comparator.comparingInt(Count::count).reversed().thenComparing(Count::value))
                .limit(MOST_COUNTS)
                .toList();
    }
}
