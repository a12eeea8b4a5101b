package io.rhomboid.booking.calendar;

import java.util.Base64;
import java.util.random.RandomGenerator;

import io.rhomboid.booking.secret.Fingerprint;

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
        return Fingerprint.of(value);
    }

    /** A secret is never written by accident. */
    @Override
    public String toString() {
        return "FeedToken[…]";
    }
}
