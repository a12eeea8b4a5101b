package io.rhomboid.booking.availability;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.rhomboid.booking.availability.Workplace.Offering;
import io.rhomboid.contracts.clinic.Clinic;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.therapist.Offer;
import io.rhomboid.contracts.therapist.Therapist;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.treatment.Treatment;
import io.rhomboid.contracts.treatment.TreatmentCode;

/**
 * All clinics, treatments and therapists at one moment, each as its owner last told it. Never changed: news makes
 * another catalogue, which takes over what was worked out for everything that stayed the same.
 */
public final class Catalogue {

    /** With nothing in it. */
    public static final Catalogue EMPTY = new Catalogue(Map.of(), Map.of(), Map.of());

    /** As their ids look when written, which is not how {@link UUID#compareTo} has it. */
    private static final Comparator<UUID> BY_UUID = (one, other) -> {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    };

    private static final Comparator<Workplace> BY_THERAPIST = Comparator.comparing(
                    (Workplace workplace) -> workplace.therapistId().value(), BY_UUID)
            .thenComparing(workplace -> workplace.place().id().value(), BY_UUID);

    private final Map<ClinicId, Place> places;
    private final Map<TreatmentCode, Versioned<Treatment>> treatments;
    private final Map<TherapistId, Versioned<Therapist>> therapists;
    private final Map<TherapistId, List<Workplace>> workplaces = new HashMap<>();
    private final Map<Offering, List<Workplace>> bookable = new HashMap<>();

    private Catalogue(
            Map<ClinicId, Place> places,
            Map<TreatmentCode, Versioned<Treatment>> treatments,
            Map<TherapistId, Versioned<Therapist>> therapists) {
        this.places = places;
        this.treatments = treatments;
        this.therapists = therapists;
    }

    public static Catalogue of(
            Map<ClinicId, Versioned<Clinic>> clinics,
            Map<TreatmentCode, Versioned<Treatment>> treatments,
            Map<TherapistId, Versioned<Therapist>> therapists) {
        return EMPTY.replacedBy(clinics, treatments, therapists);
    }

    /** A catalogue of these; whoever is the same as in this one keeps the hours already laid out. */
    public Catalogue replacedBy(
            Map<ClinicId, Versioned<Clinic>> clinics,
            Map<TreatmentCode, Versioned<Treatment>> treatments,
            Map<TherapistId, Versioned<Therapist>> therapists) {
        var newPlaces = HashMap.<ClinicId, Place>newHashMap(clinics.size());
        clinics.forEach((id, told) -> {
            var known = places.get(id);
            newPlaces.put(id, known != null && known.told() == told ? known : new Place(id, told));
        });
        var next = new Catalogue(newPlaces, Map.copyOf(treatments), Map.copyOf(therapists));
        therapists.forEach((id, told) -> next.workplaces.put(id, next.workplacesOf(id, told, this)));
        next.indexBookable();
        return next;
    }

    private List<Workplace> workplacesOf(TherapistId id, Versioned<Therapist> told, Catalogue before) {
        var clinics = new LinkedHashSet<ClinicId>();
        for (Offer offer : told.state().offers()) clinics.add(offer.clinicId());
        var all = new ArrayList<Workplace>(clinics.size());
        for (var clinicId : clinics) {
            var place = places.get(clinicId);
            if (place == null) continue;
            var known = before.workplace(id, clinicId);
            all.add(
                    known != null && known.told() == told && known.place() == place
                            ? known
                            : new Workplace(id, told, place));
        }
        all.sort(BY_THERAPIST);
        return all;
    }

    private void indexBookable() {
        for (var ofTherapist : workplaces.values()) {
            for (var workplace : ofTherapist) {
                for (var offering : workplace.offers().keySet()) {
                    if (isBookable(workplace, offering)) {
                        bookable.computeIfAbsent(offering, _ -> new ArrayList<>())
                                .add(workplace);
                    }
                }
            }
        }
        bookable.values().forEach(all -> all.sort(BY_THERAPIST));
    }

    private boolean isBookable(Workplace workplace, Offering offering) {
        var treatment = treatments.get(offering.treatment());
        return workplace.therapist().listing() == Therapist.Listing.LISTED
                && workplace.offers().containsKey(offering)
                && treatment != null
                && treatment.state().lengthsMinutes().contains(offering.lengthMinutes());
    }

    public Optional<Clinic> clinic(ClinicId id) {
        return Optional.ofNullable(places.get(id)).map(Place::clinic);
    }

    public Optional<Treatment> treatment(TreatmentCode code) {
        return Optional.ofNullable(treatments.get(code)).map(Versioned::state);
    }

    public Optional<Therapist> therapist(TherapistId id) {
        return Optional.ofNullable(therapists.get(id)).map(Versioned::state);
    }

    /** Who treats at a clinic, listed or not, by id. */
    public List<TherapistId> therapistsAt(ClinicId clinic) {
        return workplaces.keySet().stream()
                .filter(therapist -> workplace(therapist, clinic) != null)
                .sorted(Comparator.comparing(TherapistId::value, BY_UUID))
                .toList();
    }

    /** Where a therapist treats, by id. */
    public List<ClinicId> clinicsOf(TherapistId therapist) {
        return workplaces.getOrDefault(therapist, List.of()).stream()
                .map(workplace -> workplace.place().id())
                .toList();
    }

    /** How many clinics, treatments and therapists there are. */
    public int size() {
        return places.size() + treatments.size() + therapists.size();
    }

    @Nullable
    Place place(ClinicId id) {
        return places.get(id);
    }

    @Nullable
    Workplace workplace(TherapistId therapist, ClinicId clinic) {
        for (var workplace : workplaces.getOrDefault(therapist, List.of())) {
            if (workplace.place().id().equals(clinic)) return workplace;
        }
        return null;
    }

    /** Where listed therapists give this treatment this long, by therapist and clinic; null stands for any. */
    List<Workplace> bookable(Offering offering, @Nullable TherapistId therapist, @Nullable ClinicId clinic) {
        if (therapist == null && clinic == null) return bookable.getOrDefault(offering, List.of());
        var all = new ArrayList<Workplace>();
        if (therapist == null) {
            for (var workplace : bookable.getOrDefault(offering, List.of())) {
                if (workplace.place().id().equals(clinic)) all.add(workplace);
            }
        } else {
            for (var workplace : workplaces.getOrDefault(therapist, List.of())) {
                boolean there = clinic == null || workplace.place().id().equals(clinic);
                if (there && isBookable(workplace, offering)) all.add(workplace);
            }
        }
        return all;
    }
}
