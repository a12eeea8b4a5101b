package io.rhomboid.booking.reservation.web;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

import io.rhomboid.contracts.client.Client;

/**
 * What somebody at the desk has half understood on the phone: a part of a name, whatever its accents; three digits of a
 * number or more, with or without its first zero; or a whole reference.
 */
record Sought(String name, String digits, String reference) {

    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_DIGITS = Pattern.compile("[^0-9]+");
    private static final int FEWEST_DIGITS = 3;

    static Sought of(String words) {
        return new Sought(
                plain(words.strip()),
                digits(words).replaceFirst("^0+", ""),
                words.strip().toUpperCase(Locale.ROOT));
    }

    boolean fits(Client client) {
        if (plain(client.name()).contains(name)) return true;
        var phone = client.phone();
        return digits.length() >= FEWEST_DIGITS
                && phone != null
                && digits(phone).contains(digits);
    }

    private static String plain(String text) {
        return ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    private static String digits(String text) {
        return NO_DIGITS.matcher(text).replaceAll("");
    }
}
