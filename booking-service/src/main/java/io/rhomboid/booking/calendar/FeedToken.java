package io.rhomboid.booking.calendar;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** What opens a feed: 256 random bits, told once to whoever made the feed. We keep the hash alone. */
public record FeedToken(String value) {

    /** @param random one that nobody can foresee */
    static FeedToken next(RandomGenerator random) {
        var bits = new byte[32];
        random.nextBytes(bits);
        return new FeedToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    /** SHA-256, 64 hexadecimal digits. */
    public String hash() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A secret is never written by accident. */
    @Override
    public String toString() {
        return "FeedToken[…]";
    }
}
