package io.rhomboid.contracts;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The form of the words that a clinic may add to: techniques, what a room offers, kinds of equipment.
 * They are data, not enums, so that a new one needs no new release.
 */
public final class Codes {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{1,39}");

    private Codes() {}

    /** @throws IllegalArgumentException unless 2 to 40 capitals, digits and underscores, a capital first */
    public static void check(String text, String example) {
        if (!CODE.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "must be 2 to 40 capital letters, digits or underscores, for example " + example);
        }
    }

    /** An unmodifiable set that is always walked in the same order, so that equal values look equal on the wire. */
    public static <T extends Comparable<T>> Set<T> sorted(Collection<T> codes) {
        return Collections.unmodifiableSet(new TreeSet<>(codes));
    }
}
