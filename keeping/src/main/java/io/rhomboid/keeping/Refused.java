package io.rhomboid.keeping;

/** Why something was not done, and what helps; nothing was changed unless it says so. */
final class Refused extends RuntimeException {

    Refused(String message) {
        super(message);
    }

    Refused(String message, Throwable cause) {
        super(message, cause);
    }
}
