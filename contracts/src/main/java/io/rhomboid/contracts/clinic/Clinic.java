package io.rhomboid.contracts.clinic;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.rhomboid.contracts.Codes;
import io.rhomboid.contracts.Hours;
import io.rhomboid.contracts.treatment.TreatmentCode;

/**
 * A place where treatments are given.
 *
 * @param zone the wall clock on the clinic's wall; all working hours are meant in it
 * @param jurisdiction whose licences count here: ISO 3166-1, or ISO 3166-2 where states license ({@code US-NC})
 * @param currency ISO 4217; every price at this clinic is in it
 * @param openingHours when the door is open; nobody can be treated outside; none at all means that it opens when
 *     somebody works there
 * @param closures days on which it stays closed, whoever would work
 * @param amenities what it is like to be there
 * @param photos paths below the API's address, the one to show first first
 * @param treatmentLengths treatments that last otherwise here than the catalogue says; each treatment once
 */
public record Clinic(
        String name,
        ZoneId zone,
        String jurisdiction,
        String currency,
        Address address,
        Coordinates coordinates,
        @Nullable String phone,
        @Nullable String email,
        List<Room> rooms,
        List<Equipment> equipment,
        ClinicPolicy policy,
        List<OpeningHours> openingHours,
        List<Closure> closures,
        Set<Amenity> amenities,
        List<String> photos,
        List<TreatmentLengths> treatmentLengths) {

    public Clinic {
        rooms = List.copyOf(rooms);
        equipment = List.copyOf(equipment);
        // Not there in older events.
        openingHours = openingHours == null ? List.of() : List.copyOf(openingHours);
        closures = closures == null ? List.of() : List.copyOf(closures);
        amenities = amenities == null ? Set.of() : Codes.sorted(amenities);
        photos = photos == null ? List.of() : List.copyOf(photos);
        treatmentLengths = treatmentLengths == null ? List.of() : List.copyOf(treatmentLengths);
    }

    /** With every treatment as long as the catalogue says. */
    public Clinic(
            String name,
            ZoneId zone,
            String jurisdiction,
            String currency,
            Address address,
            Coordinates coordinates,
            @Nullable String phone,
            @Nullable String email,
            List<Room> rooms,
            List<Equipment> equipment,
            ClinicPolicy policy,
            List<OpeningHours> openingHours,
            List<Closure> closures,
            Set<Amenity> amenities,
            List<String> photos) {
        this(
                name,
                zone,
                jurisdiction,
                currency,
                address,
                coordinates,
                phone,
                email,
                rooms,
                equipment,
                policy,
                openingHours,
                closures,
                amenities,
                photos,
                List.of());
    }

    /** Open whenever somebody works there, and nothing said of what it is like. */
    public Clinic(
            String name,
            ZoneId zone,
            String jurisdiction,
            String currency,
            Address address,
            Coordinates coordinates,
            @Nullable String phone,
            @Nullable String email,
            List<Room> rooms,
            List<Equipment> equipment,
            ClinicPolicy policy) {
        this(
                name,
                zone,
                jurisdiction,
                currency,
                address,
                coordinates,
                phone,
                email,
                rooms,
                equipment,
                policy,
                List.of(),
                List.of(),
                Set.of(),
                List.of());
    }

    /** The same clinic with these photos. */
    public Clinic withPhotos(List<String> photos) {
        return new Clinic(
                name,
                zone,
                jurisdiction,
                currency,
                address,
                coordinates,
                phone,
                email,
                rooms,
                equipment,
                policy,
                openingHours,
                closures,
                amenities,
                photos,
                treatmentLengths);
    }

    /** The same clinic with these lengths of its own. */
    public Clinic withTreatmentLengths(List<TreatmentLengths> treatmentLengths) {
        return new Clinic(
                name,
                zone,
                jurisdiction,
                currency,
                address,
                coordinates,
                phone,
                email,
                rooms,
                equipment,
                policy,
                openingHours,
                closures,
                amenities,
                photos,
                treatmentLengths);
    }

    /**
     * How long a treatment may last here.
     *
     * @param catalogue what the catalogue says
     */
    public List<Integer> lengthsOf(TreatmentCode treatment, List<Integer> catalogue) {
        return treatmentLengths.stream()
                .filter(own -> own.treatment().equals(treatment))
                .map(TreatmentLengths::lengthsMinutes)
                .findFirst()
                .orElse(catalogue);
    }

    /**
     * How long one treatment may last at this clinic.
     *
     * @param lengthsMinutes as in {@code Treatment}
     */
    public record TreatmentLengths(TreatmentCode treatment, List<Integer> lengthsMinutes) {

        public TreatmentLengths {
            lengthsMinutes = List.copyOf(lengthsMinutes);
        }
    }

    /** A stretch of one day of the week on which the door is open. */
    public record OpeningHours(DayOfWeek day, Hours hours) {}

    /**
     * Days on which the clinic is closed.
     *
     * @param until the last day, inclusive
     * @param reason as clients may read it, for example a public holiday
     */
    public record Closure(
            LocalDate from, LocalDate until, @Nullable String reason) {

        public Closure {
            if (until.isBefore(from)) throw new IllegalArgumentException("a closure must not end before it starts");
        }
    }

    /** What a visit is like. */
    public enum Amenity {
        QUIET,
        NATURAL_LIGHT,
        PARKING,
        STEP_FREE,
        SHOWER,
        BY_PUBLIC_TRANSPORT
    }
}
