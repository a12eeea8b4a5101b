package io.rhomboid.platform.web;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import tools.jackson.databind.json.JsonMapper;

/**
 * Tells whether two requests under one idempotency key ask for the same: SHA-256 of the request as it was understood,
 * so that blanks and the order of fields make no difference.
 */
public final class BodyHash {

    private final JsonMapper json;

    public BodyHash(JsonMapper json) {
        this.json = json;
    }

    /** 64 hexadecimal digits. */
    public String of(Object request) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(json.writeValueAsBytes(request)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
