package io.rhomboid.booking.voucher;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import io.rhomboid.booking.secret.Fingerprint;

/**
 * What a gift card is paid with, by whoever has it: {@code GC-7K2M-9QXA-…}, 28 signs of 30, which is 137 bits that
 * nobody can foresee. Told once to who issues the card, and by mail to its receiver; we keep the fingerprint alone.
 */
public record GiftCode(String value) {

    private static final int GROUPS = 7;
    private static final int GROUP = 4;
    private static final Pattern BREAKS = Pattern.compile("[\\s-]");
    private static final Pattern SIGNS = Pattern.compile("GC[2-9A-Z]{" + GROUPS * GROUP + "}");

    /** As somebody has typed it: small or big letters, with or without blanks and dashes. Empty if it can be none. */
    public static Optional<GiftCode> parse(String typed) {
        var plain = BREAKS.matcher(typed).replaceAll("").toUpperCase(Locale.ROOT);
        return SIGNS.matcher(plain).matches() ? Optional.of(grouped(plain.substring(2))) : Optional.empty();
    }

    private static GiftCode grouped(String signs) {
        var text = new StringBuilder("GC");
        for (int i = 0; i < signs.length(); i += GROUP) text.append('-').append(signs, i, i + GROUP);
        return new GiftCode(text.toString());
    }

    /** SHA-256, 64 hexadecimal digits. */
    public String hash() {
        return Fingerprint.of(value);
    }

    /** A secret is never written by accident. */
    @Override
    public String toString() {
        return "GiftCode[…]";
    }
}
