package io.rhomboid.therapist.therapist;

import java.util.regex.Pattern;

import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.platform.web.IdempotencyKey;

/** The clinic's own name for a therapist, for example a staff number: the same key is the same therapist for ever. */
public final class ImportedTherapist {

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._@-]{1,60}");

    private ImportedTherapist() {}

    public static boolean isKey(String text) {
        return KEY.matcher(text).matches();
    }

    static IdempotencyKey creationKey(String key) {
        return new IdempotencyKey("import/" + key);
    }

    /** The id that follows from the key, whether there is such a therapist yet or not. */
    public static TherapistId idOf(String key) {
        return new TherapistId(creationKey(key).idFor("therapists"));
    }
}
