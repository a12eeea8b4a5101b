package io.rhomboid.therapist.review;

import java.util.List;

/**
 * What a therapist's visible reviews add up to. Always counted from the reviews themselves, never changed by a
 * difference, so there is nothing that could be added twice or be forgotten.
 *
 * @param stars how many reviews have one star, two, … five
 * @param communication the sum of all marks; so are the others
 */
record Tally(List<Integer> stars, long communication, long comfort, long place, long result) {

    static final Tally NONE = new Tally(List.of(0, 0, 0, 0, 0), 0, 0, 0, 0);

    Tally {
        stars = List.copyOf(stars);
    }

    int count() {
        return stars.stream().mapToInt(Integer::intValue).sum();
    }

    /** All stars together. */
    long sum() {
        long sum = 0;
        for (int i = 0; i < stars.size(); i++) sum += (i + 1L) * stars.get(i);
        return sum;
    }
}
