package io.rhomboid.therapist.clinic;

import io.rhomboid.contracts.clinic.Coordinates;

/** How far it is along the surface of the earth. */
public final class Distance {

    private static final double EARTH_RADIUS_KM = 6371.0088;

    private Distance() {}

    /** The great circle by the haversine formula; good to half a percent. */
    public static double km(Coordinates from, Coordinates to) {
        var latitudes = Math.toRadians(to.latitude() - from.latitude());
        var longitudes = Math.toRadians(to.longitude() - from.longitude());
        var h = square(Math.sin(latitudes / 2))
                + Math.cos(Math.toRadians(from.latitude()))
                        * Math.cos(Math.toRadians(to.latitude()))
                        * square(Math.sin(longitudes / 2));
        return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
    }

    private static double square(double x) {
        return x * x;
    }
}
