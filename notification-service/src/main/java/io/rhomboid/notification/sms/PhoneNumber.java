package io.rhomboid.notification.sms;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A number that can be dialled from anywhere.
 *
 * @param value E.164, for example {@code +493055501}
 */
public record PhoneNumber(String value) {

    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

    /** Of what a person wrote; empty if it has no country code, or is no number at all. */
    public static Optional<PhoneNumber> of(String written) {
        var bare = written.replace("(0)", "").replaceAll("[\\s().\\-/\u00a0]", "");
        var international = bare.startsWith("00") ? "+" + bare.substring(2) : bare;
        return E164.matcher(international).matches() ? Optional.of(new PhoneNumber(international)) : Optional.empty();
    }

    /** As its owner recognises it: {@code +49…01}. */
    public String masked() {
        return value.substring(0, 3) + "…" + value.substring(value.length() - 2);
    }
}
