package io.rhomboid.contracts.clinic;

import java.time.ZoneId;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A place where treatments are given.
 *
 * @param zone the wall clock on the clinic's wall; all working hours are meant in it
 * @param jurisdiction whose licences count here: ISO 3166-1, or ISO 3166-2 where states license ({@code US-NC})
 * @param currency ISO 4217; every price at this clinic is in it
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
        ClinicPolicy policy) {

    public Clinic {
        rooms = List.copyOf(rooms);
        equipment = List.copyOf(equipment);
    }
}
