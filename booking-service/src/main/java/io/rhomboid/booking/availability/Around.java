package io.rhomboid.booking.availability;

import io.rhomboid.contracts.clinic.Coordinates;

/**
 * The surroundings of a point.
 *
 * @param radiusKm as the crow flies
 */
public record Around(Coordinates point, double radiusKm) {

    private static final double EARTH_KM = 6371.0088;

    boolean reaches(Coordinates place) {
        // A degree of latitude is the same everywhere, and most places are out of the question by it alone.
        double north = Math.toRadians(place.latitude() - point.latitude());
        return Math.abs(north) * EARTH_KM <= radiusKm && kmTo(place) <= radiusKm;
    }

    /** On a ball, by the haversine. */
    public double kmTo(Coordinates place) {
        double north = Math.toRadians(place.latitude() - point.latitude());
        double east = Math.toRadians(place.longitude() - point.longitude());
        double chord = square(Math.sin(north / 2))
                + Math.cos(Math.toRadians(point.latitude()))
                        * Math.cos(Math.toRadians(place.latitude()))
                        * square(Math.sin(east / 2));
        return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
    }

    private static double square(double number) {
        return number * number;
    }
}
