package io.rhomboid.contracts.clinic;

/**
 * A point on the map, WGS 84.
 *
 * @param latitude degrees, -90 to 90, north positive
 * @param longitude degrees, -180 to 180, east positive
 */
public record Coordinates(double latitude, double longitude) {

    public Coordinates {
        if (!(latitude >= -90 && latitude <= 90)) throw new IllegalArgumentException("latitude must be from -90 to 90");
        if (!(longitude >= -180 && longitude <= 180))
            throw new IllegalArgumentException("longitude must be from -180 to 180");
    }
}
