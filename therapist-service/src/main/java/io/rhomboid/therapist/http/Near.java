package io.rhomboid.therapist.http;

import io.rhomboid.contracts.clinic.Coordinates;

/** The parameter {@code near}: a place as {@code latitude,longitude}. */
public final class Near {

    private Near() {}

    /** @throws io.rhomboid.platform.web.ProblemException 400 unless it is a latitude and a longitude */
    public static Coordinates read(String near) {
        var parts = near.split(",", -1);
        try {
            if (parts.length == 2) {
                return new Coordinates(Double.parseDouble(parts[0].strip()), Double.parseDouble(parts[1].strip()));
            }
        } catch (IllegalArgumentException _) {
            // Told below.
        }
        throw Parameters.invalid("near", "must be latitude,longitude in degrees, for example 52.53,13.41");
    }
}
