package io.rhomboid.booking.vault;

/** The key-encryption key can't be had at the moment; nothing is lost. */
public final class KeysAway extends RuntimeException {

    public KeysAway(String message) {
        super(message);
    }

    public KeysAway(String message, Throwable cause) {
        super(message, cause);
    }
}
