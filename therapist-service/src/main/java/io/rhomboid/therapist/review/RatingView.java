package io.rhomboid.therapist.review;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What a therapist's reviews come to, as everybody may see it. The means have two decimals.
 *
 * @param count how many reviews there are, at least one
 * @param mean of the stars
 * @param distribution how many reviews have one star, two, … five
 */
public record RatingView(
        int count,
        double mean,
        Map<Integer, Integer> distribution,
        double communication,
        double comfort,
        double place,
        double result) {

    /** Null if there are no reviews. */
    static @Nullable RatingView of(Tally tally) {
        int count = tally.count();
        if (count == 0) return null;
        var distribution = new LinkedHashMap<Integer, Integer>();
        for (int stars = 1; stars <= 5; stars++) {
            distribution.put(stars, tally.stars().get(stars - 1));
        }
        return new RatingView(
                count,
                mean(tally.sum(), count),
                distribution,
                mean(tally.communication(), count),
                mean(tally.comfort(), count),
                mean(tally.place(), count),
                mean(tally.result(), count));
    }

    private static double mean(long sum, int count) {
        return Math.round(100.0 * sum / count) / 100.0;
    }
}
