package io.rhomboid.platform.events;

/** A message that can never be processed, however often it is tried: it goes to the dead-letter topic at once. */
public final class PoisonEvent extends RuntimeException {

    public PoisonEvent(String reason, Throwable cause) {
        super(reason, cause);
    }

    public PoisonEvent(String reason) {
        super(reason);
    }
}
