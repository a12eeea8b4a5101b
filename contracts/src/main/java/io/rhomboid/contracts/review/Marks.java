package io.rhomboid.contracts.review;

import io.rhomboid.contracts.Bounds;

/**
 * What a client gives for a session; each from 1, bad, to 5, very good.
 *
 * @param stars on the whole
 * @param communication whether what would be done was explained, and wishes were heard
 * @param comfort whether it felt good and safe
 * @param place whether it was tidy, quiet and easy to find
 * @param result whether it helped
 */
public record Marks(int stars, int communication, int comfort, int place, int result) {

    public Marks {
        Bounds.check("stars", stars, 1, 5, 1);
        Bounds.check("communication", communication, 1, 5, 1);
        Bounds.check("comfort", comfort, 1, 5, 1);
        Bounds.check("place", place, 1, 5, 1);
        Bounds.check("result", result, 1, 5, 1);
    }
}
