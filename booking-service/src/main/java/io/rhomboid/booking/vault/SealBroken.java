package io.rhomboid.booking.vault;

/** What should be opened is not what was sealed: it was changed, or belongs somewhere else. */
public final class SealBroken extends RuntimeException {

    public SealBroken(String message, Throwable cause) {
        super(message, cause);
    }
}
