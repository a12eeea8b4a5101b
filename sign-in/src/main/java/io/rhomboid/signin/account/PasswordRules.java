package io.rhomboid.signin.account;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import com.nulabinc.zxcvbn.Zxcvbn;

/**
 * What a password must be: long, and none that is guessed soon. Which letters it is made of is its owner's business, and
 * it never ends by itself.
 */
public final class PasswordRules {

    public static final int SHORTEST = 12;
    public static final int LONGEST = 128;

    /** Beyond this length nothing is guessed sooner or later, and looking takes long. */
    private static final int LOOKED_AT = 64;
    /** Of 0 to 4: from here on, a guesser with all the machines of this world needs years. */
    private static final int GOOD_ENOUGH = 3;

    /** What must be there besides the words that a guesser would try first. */
    private static final int LEFT_WITHOUT_THEM = 8;

    private static final List<String> OF_THE_PLACE =
            List.of("rhomboid", "massage", "clinic", "therapist", "therapy", "booking", "password");

    private final Zxcvbn guesser = new Zxcvbn();

    /** Why the password won't do; in code points, so that every letter counts as one. */
    public enum Weakness {
        TOO_SHORT,
        TOO_LONG,
        /** One of the commonest, or made of such ones, of keys in a row, or of the name and the address. */
        SOON_GUESSED
    }

    /** @param about words that a guesser would try first: the person's name and address */
    public Optional<Weakness> weakness(String password, List<String> about) {
        var length = password.codePointCount(0, password.length());
        if (length < SHORTEST) return Optional.of(Weakness.TOO_SHORT);
        if (length > LONGEST) return Optional.of(Weakness.TOO_LONG);
        var words = Stream.concat(about.stream(), OF_THE_PLACE.stream())
                .flatMap(text -> Stream.concat(Stream.of(text), Stream.of(text.split("[^\\p{L}\\p{N}]+"))))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(word -> word.length() > 2)
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
        var left = password.toLowerCase(Locale.ROOT);
        for (var word : words) left = left.replace(word, "");
        if (left.length() < LEFT_WITHOUT_THEM) return Optional.of(Weakness.SOON_GUESSED);
        var seen = password.substring(0, password.offsetByCodePoints(0, Math.min(length, LOOKED_AT)));
        return guesser.measure(seen, words).getScore() < GOOD_ENOUGH
                ? Optional.of(Weakness.SOON_GUESSED)
                : Optional.empty();
    }
}
