package io.rhomboid.therapist.search;

/**
 * What a therapist's reviews come to.
 *
 * @param count how many there are, at least 1; who has none has no rating
 * @param mean stars, 1 to 5; what people see and what {@code minRating} asks for
 * @param ranking the Bayesian mean, so that one review of five stars does not beat two hundred of 4.9
 */
public record Rating(int count, double mean, double ranking) {

    public Rating {
        if (count < 1) throw new IllegalArgumentException("a rating is of at least one review: " + count);
        if (!(mean >= 1 && mean <= 5)) throw new IllegalArgumentException("mean must be from 1 to 5: " + mean);
        if (!(ranking >= 1 && ranking <= 5))
            throw new IllegalArgumentException("ranking must be from 1 to 5: " + ranking);
    }
}
