package io.rhomboid.contracts.treatment;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.rhomboid.contracts.Codes;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.clinic.EquipmentKind;
import io.rhomboid.contracts.clinic.RoomFeature;

/**
 * A technique as the catalogue describes it, with all that a client or a page needs to choose it.
 *
 * @param how what the therapist does
 * @param feelsLike what the client feels, and where the limits are
 * @param lengthsMinutes how long a session may last; each a multiple of 5, ascending
 * @param roomNeeds features that a room must have, all of them
 * @param equipmentNeeds one piece of each kind is taken along
 * @param contraindications every one that concerns this technique, the general ones included
 * @param sources the articles that the facts are from
 * @param clinicId the only clinic that gives it; null when every clinic may
 */
public record Treatment(
        String name,
        String how,
        Pressure pressure,
        List<String> bestFor,
        List<String> benefits,
        @Nullable String feelsLike,
        List<Integer> lengthsMinutes,
        Set<RoomFeature> roomNeeds,
        Set<EquipmentKind> equipmentNeeds,
        List<Contraindication> contraindications,
        List<String> sources,
        @Nullable ClinicId clinicId) {

    public Treatment {
        bestFor = List.copyOf(bestFor);
        benefits = List.copyOf(benefits);
        lengthsMinutes = List.copyOf(lengthsMinutes);
        roomNeeds = Codes.sorted(roomNeeds);
        equipmentNeeds = Codes.sorted(equipmentNeeds);
        contraindications = List.copyOf(contraindications);
        sources = List.copyOf(sources);
        if (lengthsMinutes.isEmpty()) throw new IllegalArgumentException("lengthsMinutes must name at least one");
        int before = 0;
        for (int length : lengthsMinutes) {
            if (length <= before || length % 5 != 0 || length > 240) {
                throw new IllegalArgumentException(
                        "lengthsMinutes must be ascending multiples of 5, at most 240: " + lengthsMinutes);
            }
            before = length;
        }
    }

    /** For every clinic. */
    public Treatment(
            String name,
            String how,
            Pressure pressure,
            List<String> bestFor,
            List<String> benefits,
            @Nullable String feelsLike,
            List<Integer> lengthsMinutes,
            Set<RoomFeature> roomNeeds,
            Set<EquipmentKind> equipmentNeeds,
            List<Contraindication> contraindications,
            List<String> sources) {
        this(
                name,
                how,
                pressure,
                bestFor,
                benefits,
                feelsLike,
                lengthsMinutes,
                roomNeeds,
                equipmentNeeds,
                contraindications,
                sources,
                null);
    }

    /** The same treatment in these lengths. */
    public Treatment withLengths(List<Integer> lengthsMinutes) {
        return new Treatment(
                name,
                how,
                pressure,
                bestFor,
                benefits,
                feelsLike,
                lengthsMinutes,
                roomNeeds,
                equipmentNeeds,
                contraindications,
                sources,
                clinicId);
    }

    /** The same treatment with these contraindications. */
    public Treatment withContraindications(List<Contraindication> contraindications) {
        return new Treatment(
                name,
                how,
                pressure,
                bestFor,
                benefits,
                feelsLike,
                lengthsMinutes,
                roomNeeds,
                equipmentNeeds,
                contraindications,
                sources,
                clinicId);
    }

    /** From the lightest to the firmest that this technique uses; {@code withHeat} when stones or packs are warm. */
    public record Pressure(Level from, Level to, boolean withHeat) {

        public enum Level {
            LIGHT,
            MODERATE,
            FIRM,
            INTENSE
        }
    }
}
