package io.rhomboid.therapist.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;

import org.jspecify.annotations.Nullable;

import io.rhomboid.contracts.clinic.Clinic;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.therapist.Offer;
import io.rhomboid.contracts.therapist.Rota;
import io.rhomboid.contracts.therapist.Therapist;
import io.rhomboid.contracts.therapist.Therapist.Gender;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.treatment.TreatmentCode;

/**
 * A therapist who can be found, made ready to be compared and counted. Never changes: a change makes a new one.
 *
 * @param therapist all but the hours
 * @param name folded
 * @param languages numbers of the tags
 * @param spoken numbers of the languages without country, each once
 * @param practised numbers of the treatments
 * @param places the clinics where something of theirs can be booked
 */
record Listed(
        TherapistId id,
        Therapist therapist,
        @Nullable Rating rating,
        String name,
        Gender gender,
        int[] languages,
        int[] spoken,
        int[] practised,
        Place[] places) {

    static final Comparator<Offer> CHEAPEST =
            Comparator.comparingLong(offer -> offer.price().cents());

    /**
     * A clinic where they work.
     *
     * @param amenities a bit for each, by its ordinal
     * @param offers the cheapest of each treatment
     * @param treatments their treatments' numbers, in the same order
     * @param cheapest the cheapest of all
     */
    record Place(
            Clinic clinic,
            int number,
            int city,
            int amenities,
            int currency,
            Offer[] offers,
            int[] treatments,
            Offer cheapest) {

        /** The cheapest of this treatment; null if it is not offered here. */
        @Nullable
        Offer cheapest(int treatment) {
            for (int i = 0; i < treatments.length; i++) {
                if (treatments[i] == treatment) return offers[i];
            }
            return null;
        }
    }

    /** The numbers of everything that is compared or counted. */
    record Numbers(
            Ordinals<TreatmentCode> treatments,
            Ordinals<String> languages,
            Ordinals<String> spoken,
            Ordinals<ClinicId> clinics,
            Ordinals<String> cities,
            Ordinals<String> currencies) {

        Numbers() {
            this(
                    new Ordinals<>(),
                    new Ordinals<>(),
                    new Ordinals<>(),
                    new Ordinals<>(),
                    new Ordinals<>(),
                    new Ordinals<>());
        }

        /** A treatment that the catalogue does not know yet is called by its code. */
        int number(TreatmentCode code) {
            int known = treatments.find(code);
            return known != Ordinals.NONE ? known : treatments.of(code, code.value());
        }
    }

    /** Offers at clinics that are not known are left out. */
    static Listed of(
            TherapistId id,
            Therapist therapist,
            @Nullable Rating rating,
            Map<ClinicId, Clinic> clinics,
            Numbers numbers) {
        var byClinic = new LinkedHashMap<ClinicId, List<Offer>>();
        for (var offer : therapist.offers()) {
            byClinic.computeIfAbsent(offer.clinicId(), _ -> new ArrayList<>()).add(offer);
        }
        var places = new ArrayList<Place>();
        byClinic.forEach((clinicId, offers) -> {
            var clinic = clinics.get(clinicId);
            if (clinic != null) places.add(place(clinicId, clinic, offers, numbers));
        });
        return new Listed(
                id,
                therapist.withRota(Rota.EMPTY),
                rating,
                FreeText.folded(therapist.name()),
                therapist.gender(),
                therapist.languages().stream()
                        .mapToInt(tag -> numbers.languages.of(FreeText.folded(tag), tag))
                        .toArray(),
                therapist.languages().stream()
                        .map(tag -> withoutCountry(FreeText.folded(tag)))
                        .mapToInt(language -> numbers.spoken.of(language, language))
                        .distinct()
                        .toArray(),
                therapist.specializations().stream()
                        .mapToInt(each -> numbers.number(each.treatment()))
                        .toArray(),
                places.toArray(Place[]::new));
    }

    private static Place place(ClinicId id, Clinic clinic, List<Offer> offers, Numbers numbers) {
        var cheapest = new LinkedHashMap<TreatmentCode, Offer>();
        for (var offer : offers) cheapest.merge(offer.treatment(), offer, BinaryOperator.minBy(CHEAPEST));
        var city = clinic.address().city();
        return new Place(
                clinic,
                numbers.clinics.of(id, clinic.name()),
                numbers.cities.of(FreeText.folded(city), city),
                clinic.amenities().stream()
                        .mapToInt(each -> 1 << each.ordinal())
                        .sum(),
                numbers.currencies.of(clinic.currency(), clinic.currency()),
                cheapest.values().toArray(Offer[]::new),
                cheapest.keySet().stream().mapToInt(numbers::number).toArray(),
                offers.stream().min(CHEAPEST).orElseThrow());
    }

    static String withoutCountry(String tag) {
        int dash = tag.indexOf('-');
        return dash < 0 ? tag : tag.substring(0, dash);
    }

    boolean practises(int treatment) {
        return Arrays.stream(practised).anyMatch(each -> each == treatment);
    }
}
