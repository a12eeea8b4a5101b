package io.rhomboid.booking.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What we keep of a secret that is too long to be guessed: enough to know it again, not to say it. */
public final class Fingerprint {

    private Fingerprint() {}

    /** SHA-256, 64 hexadecimal digits. */
    public static String of(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
