package io.rhomboid.booking.availability;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

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
 * another catalogue, which shares with this one all that they don't concern.
 */
public final class Catalogue {

    /** With nothing in it. */
    public static final Catalogue EMPTY = new Catalogue(
            new WallCalendars(), SharedMap.empty(), Map.of(), SharedMap.empty(), SharedMap.empty(), Map.of());

    private final WallCalendars calendars;
    private final SharedMap<ClinicId, Place> places;
    private final Map<TreatmentCode, Versioned<Treatment>> treatments;
    private final SharedMap<TherapistId, Placed> therapists;

    /** Who offers something at a clinic, be it known or not yet. */
    private final SharedMap<ClinicId, Set<TherapistId>> staff;

    /** Of listed therapists; whether the treatment is known, and ever that long, is asked later. */
    private final Map<Offering, Bookable> offered;

    /** A therapist at each known clinic at which they offer something. */
    private record Placed(Versioned<Therapist> told, List<Workplace> workplaces) {

        Set<ClinicId> clinics() {
            var all = new LinkedHashSet<ClinicId>();
            for (Offer offer : told.state().offers()) all.add(offer.clinicId());
            return all;
        }
    }

    private Catalogue(
            WallCalendars calendars,
            SharedMap<ClinicId, Place> places,
            Map<TreatmentCode, Versioned<Treatment>> treatments,
            SharedMap<TherapistId, Placed> therapists,
            SharedMap<ClinicId, Set<TherapistId>> staff,
            Map<Offering, Bookable> offered) {
        this.calendars = calendars;
        this.places = places;
        this.treatments = treatments;
        this.therapists = therapists;
        this.staff = staff;
        this.offered = offered;
    }

    public static Catalogue of(
            Map<ClinicId, Versioned<Clinic>> clinics,
            Map<TreatmentCode, Versioned<Treatment>> treatments,
            Map<TherapistId, Versioned<Therapist>> therapists) {
        return EMPTY.with(known(clinics), known(treatments), known(therapists));
    }

    private static <K, V> Map<K, Optional<V>> known(Map<K, V> states) {
        var all = new HashMap<K, Optional<V>>();
        states.forEach((id, state) -> all.put(id, Optional.of(state)));
        return all;
    }

    /**
     * The catalogue after news; whatever they don't concern is taken over with all that was worked out for it.
     *
     * @param clinics those that changed, empty when one is gone; the same for the others
     */
    Catalogue with(
            Map<ClinicId, Optional<Versioned<Clinic>>> clinics,
            Map<TreatmentCode, Optional<Versioned<Treatment>>> treatments,
            Map<TherapistId, Optional<Versioned<Therapist>>> therapists) {
        var newPlaces = new HashMap<ClinicId, Optional<Place>>();
        clinics.forEach((id, told) -> newPlaces.put(id, told.map(clinic -> new Place(id, clinic, calendars))));
        var nextTreatments = new HashMap<>(this.treatments);
        treatments.forEach((code, told) -> told.ifPresentOrElse(
                treatment -> nextTreatments.put(code, treatment), () -> nextTreatments.remove(code)));
        return new Change(places.with(newPlaces), Map.copyOf(nextTreatments)).made(clinics.keySet(), therapists);
    }

    /** On the way from one catalogue to the next. */
    private final class Change {

        private final SharedMap<ClinicId, Place> places;
        private final Map<TreatmentCode, Versioned<Treatment>> treatments;
        private final Map<TherapistId, Optional<Placed>> placed = new HashMap<>();
        private final Map<ClinicId, Optional<Set<TherapistId>>> staff = new HashMap<>();
        private final Map<Offering, List<Workplace>> come = new HashMap<>();
        private final Map<Offering, Set<Workplace>> gone = new HashMap<>();

        Change(SharedMap<ClinicId, Place> places, Map<TreatmentCode, Versioned<Treatment>> treatments) {
            this.places = places;
            this.treatments = treatments;
        }

        Catalogue made(Set<ClinicId> clinics, Map<TherapistId, Optional<Versioned<Therapist>>> therapists) {
            therapists.forEach(this::place);
            for (var clinic : clinics) {
                for (var id : staffOf(clinic)) {
                    var known = Catalogue.this.therapists.get(id);
                    if (known != null && !placed.containsKey(id)) place(id, Optional.of(known.told));
                }
            }
            var offered = new HashMap<>(Catalogue.this.offered);
            var changed = new HashSet<>(come.keySet());
            changed.addAll(gone.keySet());
            for (var offering : changed) {
                offered.put(
                        offering,
                        offered.getOrDefault(offering, Bookable.NOWHERE)
                                .with(gone.getOrDefault(offering, Set.of()), come.getOrDefault(offering, List.of())));
            }
            offered.values().removeIf(bookable -> bookable.size() == 0);
            return new Catalogue(
                    calendars,
                    places,
                    treatments,
                    Catalogue.this.therapists.with(placed),
                    Catalogue.this.staff.with(staff),
                    offered);
        }

        private void place(TherapistId id, Optional<Versioned<Therapist>> told) {
            var before = Catalogue.this.therapists.get(id);
            var after = told.map(therapist -> new Placed(therapist, workplacesOf(id, therapist)));
            placed.put(id, after);
            if (before != null) {
                for (var clinic : before.clinics()) changeStaff(clinic, staff -> staff.remove(id));
                index(before, gone, _ -> Collections.newSetFromMap(new IdentityHashMap<>()));
            }
            after.ifPresent(now -> {
                for (var clinic : now.clinics()) changeStaff(clinic, staff -> staff.add(id));
                index(now, come, _ -> new ArrayList<>());
            });
        }

        private List<Workplace> workplacesOf(TherapistId id, Versioned<Therapist> told) {
            var all = new ArrayList<Workplace>();
            for (var clinic : new Placed(told, List.of()).clinics()) {
                var place = places.get(clinic);
                if (place == null) continue;
                var known = workplace(id, clinic);
                boolean same = known != null && known.told() == told && known.place() == place;
                all.add(same ? known : new Workplace(id, told, place));
            }
            all.sort(Bookable.BY_THERAPIST);
            return List.copyOf(all);
        }

        private void changeStaff(ClinicId clinic, Consumer<Set<TherapistId>> change) {
            var now = new HashSet<>(staffOf(clinic));
            change.accept(now);
            staff.put(clinic, now.isEmpty() ? Optional.empty() : Optional.of(now));
        }

        private Set<TherapistId> staffOf(ClinicId clinic) {
            var changed = staff.get(clinic);
            return changed == null ? Catalogue.this.staffOf(clinic) : changed.orElse(Set.of());
        }

        private static <C extends Collection<Workplace>> void index(
                Placed therapist, Map<Offering, C> into, Function<Offering, C> make) {
            if (therapist.told.state().listing() != Therapist.Listing.LISTED) return;
            for (var workplace : therapist.workplaces) {
                workplace.offers().forEach((offering, _) -> {
                    boolean ruledOut = workplace
                            .place()
                            .ownLengths(offering.treatment())
                            .filter(own -> !own.contains(offering.lengthMinutes()))
                            .isPresent();
                    if (!ruledOut) into.computeIfAbsent(offering, make).add(workplace);
                });
            }
        }
    }

    private Set<TherapistId> staffOf(ClinicId clinic) {
        var there = staff.get(clinic);
        return there == null ? Set.of() : there;
    }

    public Optional<Clinic> clinic(ClinicId id) {
        return Optional.ofNullable(places.get(id)).map(Place::clinic);
    }

    public Optional<Treatment> treatment(TreatmentCode code) {
        return Optional.ofNullable(treatments.get(code)).map(Versioned::state);
    }

    /** Every treatment with its version. */
    public Map<TreatmentCode, Versioned<Treatment>> treatments() {
        return treatments;
    }

    public Optional<Therapist> therapist(TherapistId id) {
        return Optional.ofNullable(therapists.get(id)).map(placed -> placed.told.state());
    }

    /** Who treats at a clinic, listed or not, by id. */
    public List<TherapistId> therapistsAt(ClinicId clinic) {
        return staffOf(clinic).stream()
                .filter(id -> workplace(id, clinic) != null)
                .sorted(Comparator.comparing(TherapistId::value, Bookable.BY_UUID))
                .toList();
    }

    /** Whether this therapist gives that, so long, at the clinic. */
    public boolean offers(TherapistId therapist, ClinicId clinic, TreatmentCode treatment, int lengthMinutes) {
        var workplace = workplace(therapist, clinic);
        return workplace != null && workplace.offers().containsKey(new Offering(treatment, lengthMinutes));
    }

    /** Where a therapist treats, by id. */
    public List<ClinicId> clinicsOf(TherapistId therapist) {
        return workplaces(therapist).stream()
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
        for (var workplace : workplaces(therapist)) {
            if (workplace.place().id().equals(clinic)) return workplace;
        }
        return null;
    }

    private List<Workplace> workplaces(TherapistId therapist) {
        var placed = therapists.get(therapist);
        return placed == null ? List.of() : placed.workplaces;
    }

    /** How long a treatment may last at a clinic, or as the catalogue says; none if there is no such treatment. */
    public List<Integer> lengths(TreatmentCode code, @Nullable ClinicId clinic) {
        var treatment = treatments.get(code);
        if (treatment == null) return List.of();
        var place = clinic == null ? null : places.get(clinic);
        var all = treatment.state().lengthsMinutes();
        return place == null ? all : place.ownLengths(code).orElse(all);
    }

    /** Where listed therapists give this treatment this long, by therapist and clinic; null stands for any. */
    Bookable bookable(Offering offering, @Nullable TherapistId therapist, @Nullable ClinicId clinic) {
        var code = offering.treatment();
        if (!treatments.containsKey(code)) return Bookable.NOWHERE;
        boolean everywhere = lengths(code, null).contains(offering.lengthMinutes());
        if (therapist == null && clinic == null && everywhere) return offered.getOrDefault(offering, Bookable.NOWHERE);
        var all = new ArrayList<Workplace>();
        if (therapist == null && clinic == null) {
            // Only where a clinic has it that long.
            var anywhere = offered.getOrDefault(offering, Bookable.NOWHERE);
            for (int i = 0; i < anywhere.size(); i++) {
                var workplace = anywhere.workplace(i);
                if (workplace.place().ownLengths(code).isPresent()) all.add(workplace);
            }
            return Bookable.of(all);
        }
        for (var id : therapist == null ? staffOf(clinic) : Set.of(therapist)) {
            for (var workplace : workplaces(id)) {
                var place = workplace.place().id();
                boolean there = clinic == null || place.equals(clinic);
                boolean listed = workplace.therapist().listing() == Therapist.Listing.LISTED;
                boolean thatLong = lengths(code, place).contains(offering.lengthMinutes());
                if (there && listed && thatLong && workplace.offers().containsKey(offering)) all.add(workplace);
            }
        }
        return Bookable.of(all);
    }

    /** Whether anybody who is listed gives this treatment this long, wherever. */
    public boolean isOffered(TreatmentCode code, int lengthMinutes) {
        return bookable(new Offering(code, lengthMinutes), null, null).size() > 0;
    }
}
