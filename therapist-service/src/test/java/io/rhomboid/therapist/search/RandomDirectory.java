package io.rhomboid.therapist.search;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.rhomboid.contracts.Money;
import io.rhomboid.contracts.clinic.Address;
import io.rhomboid.contracts.clinic.Clinic;
import io.rhomboid.contracts.clinic.Clinic.Amenity;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.clinic.ClinicPolicy;
import io.rhomboid.contracts.clinic.Coordinates;
import io.rhomboid.contracts.therapist.Offer;
import io.rhomboid.contracts.therapist.Rota;
import io.rhomboid.contracts.therapist.Specialization;
import io.rhomboid.contracts.therapist.Therapist;
import io.rhomboid.contracts.therapist.Therapist.Gender;
import io.rhomboid.contracts.therapist.Therapist.Listing;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.treatment.TreatmentCode;
import io.rhomboid.therapist.search.TherapistSearch.Sort;

/** Clinics and therapists that differ in all that can be asked for, and questions about them. */
final class RandomDirectory {

    static final List<TreatmentCode> TREATMENTS = List.of(
            TreatmentCode.of("TRIGGER_POINT"),
            TreatmentCode.of("SWEDISH"),
            TreatmentCode.of("THAI"),
            TreatmentCode.of("HOT_STONE"));
    private static final List<String> LANGUAGES = List.of("de", "en", "en-NZ", "es", "th", "zh-Hant-TW");
    private static final List<String> CITIES = List.of("Berlin", "München", "Auckland", "San José");
    private static final List<String> CURRENCIES = List.of("EUR", "NZD", "JPY");
    private static final List<String> BODIES = List.of("Verband Physikalische Therapie", "Massage New Zealand");

    final Random random;
    final Map<ClinicId, Clinic> clinics = new LinkedHashMap<>();
    final Map<TherapistId, Therapist> therapists = new LinkedHashMap<>();
    final Map<TherapistId, Rating> ratings = new LinkedHashMap<>();

    RandomDirectory(long seed, int clinics, int therapists) {
        random = new Random(seed);
        for (int i = 0; i < clinics; i++) this.clinics.put(new ClinicId(id()), clinic());
        for (int i = 0; i < therapists; i++) {
            var id = new TherapistId(id());
            this.therapists.put(id, therapist());
            if (random.nextInt(3) > 0) ratings.put(id, rating());
        }
    }

    void tell(TherapistIndex index) {
        clinics.forEach(index::keep);
        therapists.forEach(index::keep);
        ratings.forEach(index::rate);
        index.refresh();
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    Rating rating() {
        var mean = 1 + random.nextInt(9) / 2.0;
        return new Rating(1 + random.nextInt(200), mean, (mean + 4) / 2);
    }

    private Clinic clinic() {
        return new Clinic(
                "Clinic " + random.nextInt(100),
                ZoneId.of("Europe/Berlin"),
                "DE",
                one(CURRENCIES),
                new Address("Street 1", null, one(CITIES), null, "DE"),
                new Coordinates(52 + random.nextDouble(), 13 + random.nextDouble()),
                null,
                null,
                List.of(),
                List.of(),
                new ClinicPolicy(15, 120, 60, 0, 15, 1440, 50),
                List.of(),
                List.of(),
                some(List.of(Amenity.values()), 3),
                List.of());
    }

    Therapist therapist() {
        var practised = List.copyOf(some(TREATMENTS, 1 + random.nextInt(3)));
        var offers = new ArrayList<Offer>();
        for (var clinic : some(List.copyOf(clinics.keySet()), random.nextInt(4))) {
            for (var treatment : practised) {
                if (random.nextInt(3) == 0) continue;
                var currency = clinics.get(clinic).currency();
                for (int length : List.of(30, 60)) {
                    var units = 30 + random.nextInt(15) * 10L;
                    offers.add(new Offer(
                            clinic,
                            treatment,
                            length,
                            new Money(currency.equals("JPY") ? units : units * 100, currency)));
                }
            }
        }
        return new Therapist(
                "Name " + random.nextInt(60),
                random.nextInt(8) == 0 ? Listing.PAUSED : Listing.LISTED,
                one(List.of(Gender.values())),
                List.copyOf(some(LANGUAGES, 1 + random.nextInt(3))),
                null,
                1990 + random.nextInt(30),
                practised.stream().map(code -> new Specialization(code, 1)).toList(),
                List.of(),
                offers,
                Rota.EMPTY,
                List.copyOf(some(BODIES, random.nextInt(2))),
                null,
                List.of());
    }

    TherapistSearch search() {
        var search = new Searches();
        if (maybe()) search.treatment = one(TREATMENTS);
        if (seldom()) search.clinicId = one(List.copyOf(clinics.keySet()));
        if (seldom()) search.city = one(CITIES).toUpperCase();
        if (maybe()) search.near = new Coordinates(52 + random.nextDouble(), 13 + random.nextDouble());
        if (search.near != null && maybe()) search.radiusKm = 5.0 + random.nextInt(60);
        if (maybe()) search.language = one(List.of("de", "EN", "en-nz", "zh-hant", "fr"));
        if (seldom()) search.gender = one(List.of(Gender.values()));
        if (maybe()) search.currency = one(CURRENCIES);
        if (search.currency != null && maybe()) {
            search.maxPriceCents = (30 + random.nextInt(15) * 10L) * (search.currency.equals("JPY") ? 1 : 100);
        }
        if (seldom()) search.minRating = 2 + random.nextInt(6) / 2.0;
        if (seldom()) search.amenities = some(List.of(Amenity.values()), 2);
        if (seldom()) search.practisingSince = 1995 + random.nextInt(25);
        if (seldom()) search.professionalBody = one(BODIES).toUpperCase();
        do {
            search.sort = one(List.of(Sort.values()));
        } while (search.sort == Sort.DISTANCE && search.near == null
                || search.sort == Sort.PRICE && search.currency == null);
        return search.made();
    }

    private boolean maybe() {
        return random.nextInt(3) == 0;
    }

    private boolean seldom() {
        return random.nextInt(6) == 0;
    }

    <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private <T> Set<T> some(List<T> all, int draws) {
        return random.ints(draws, 0, all.size()).mapToObj(all::get).collect(Collectors.toUnmodifiableSet());
    }
}
