package io.rhomboid.contracts;

/** Numbers that have a least, a most and a step. */
public final class Bounds {

    private Bounds() {}

    /** @throws IllegalArgumentException with a message that begins with the name */
    public static void check(String name, int value, int min, int max, int step) {
        if (value < min || value > max || value % step != 0) {
            throw new IllegalArgumentException(name + " must be from " + min + " to " + max
                    + (step == 1 ? "" : " in steps of " + step) + ", not " + value);
        }
    }
}
