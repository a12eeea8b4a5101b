package io.rhomboid.platform.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import java.util.regex.Pattern;

import org.springframework.http.HttpStatus;

/**
 * A caller's name for one request that creates or changes something, so that a repeat has no second effect; a
 * controller argument, from header {@code Idempotency-Key} (draft-ietf-httpapi-idempotency-key-header).
 *
 * <p>Missing, too long or with strange characters: 400 {@code missing-idempotency-key} or {@code invalid-field}.
 *
 * @param value 1 to 200 visible ASCII characters
 */
public record IdempotencyKey(String value) {

    static final String HEADER = "Idempotency-Key";

    /** The answer to a key that came with another request before. */
    public static final Problem REUSED = Problem.of(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "idempotency-key-reused",
                    "This Idempotency-Key came with another request before. Use a new one.")
            .field(HEADER, "was used for another request");

    private static final Pattern SANE = Pattern.compile("[\\x21-\\x7E]{1,200}");

    public IdempotencyKey {
        if (!SANE.matcher(value).matches()) {
            throw new IllegalArgumentException("must be 1 to 200 visible ASCII characters without spaces");
        }
    }

    /** The same id whenever the same key is used for the same kind of thing: a UUID of version 8, from SHA-256. */
    public UUID idFor(String scope) {
        try {
            var hash = MessageDigest.getInstance("SHA-256")
                    .digest((scope + "\n" + value).getBytes(StandardCharsets.UTF_8));
            var bytes = ByteBuffer.wrap(hash);
            var high = bytes.getLong() & 0xFFFFFFFFFFFF0FFFL | 0x8000L;
            var low = bytes.getLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
            return new UUID(high, low);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
