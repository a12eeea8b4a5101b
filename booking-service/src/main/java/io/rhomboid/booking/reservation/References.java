package io.rhomboid.booking.reservation;

import java.util.random.RandomGenerator;

/** Names that can be said on the phone: no I, L, O or U, no 0 or 1, and no words. */
public final class References {

    private static final String SIGNS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private References() {}

    /** For example {@code RH-7K2M9Q}: one of 729 million. The store refuses one that is taken. */
    static String next(RandomGenerator random) {
        return "RH-" + signs(6, random);
    }

    /** @param count each is one of 30 */
    public static String signs(int count, RandomGenerator random) {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        return text.toString();
    }
}
