package io.rhomboid.therapist.review;

import org.jspecify.annotations.Nullable;

import io.rhomboid.therapist.search.Rating;

/**
 * Who comes before whom. A mean of few reviews says little, so everybody starts with the same {@value #WEIGHT} reviews
 * of the mean of all, and their own count beside them: {@code (WEIGHT × overall + sum) / (WEIGHT + count)}, a Bayesian
 * mean. One review of five stars moves somebody a little; two hundred of 4.9 leave almost nothing but themselves.
 *
 * @param overall mean of all visible reviews of all therapists, 1 to 5; to hundredths, so that one review more does not
 *     move everybody
 */
record Ranking(double overall) {

    /** About as many as it takes until a mean of five levels settles to a third of a star. */
    static final int WEIGHT = 10;

    /** @param all what everybody's reviews add up to; with none, nothing is ranked */
    static Ranking among(Iterable<Tally> all) {
        long count = 0;
        long sum = 0;
        for (var tally : all) {
            count += tally.count();
            sum += tally.sum();
        }
        return new Ranking(count == 0 ? 3 : Math.round(100.0 * sum / count) / 100.0);
    }

    /** As the search wants it; null if there are no reviews. */
    @Nullable
    Rating rating(Tally tally) {
        int count = tally.count();
        return count == 0 ? null : new Rating(count, (double) tally.sum() / count, of(tally));
    }

    /** 1 to 5. */
    double of(Tally tally) {
        return (WEIGHT * overall + tally.sum()) / (WEIGHT + tally.count());
    }
}
