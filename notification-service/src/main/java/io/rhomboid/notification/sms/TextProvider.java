package io.rhomboid.notification.sms;

import java.time.Duration;

/** Takes text messages to people's phones. */
public interface TextProvider {

    /** False when we have no account with anybody. */
    boolean isThere();

    /** False while it is known to be away. */
    boolean mayBeAsked();

    Reply send(PhoneNumber to, String text);

    /** Reasons name nobody. */
    sealed interface Reply {

        /** @param id by which the provider knows it */
        record Taken(String id) implements Reply {}

        /** It will never take this one. */
        record Refused(String reason) implements Reply {}

        /** Who has the number told the provider that they want no more. */
        record Stopped() implements Reply {}

        /** Not now; it is certain that nothing was sent. */
        record NotNow(String reason) implements Reply {}

        /** It may have been sent, or not. */
        record Unknown(String reason) implements Reply {}

        record NotAsked(Duration forAbout) implements Reply {}
    }
}
