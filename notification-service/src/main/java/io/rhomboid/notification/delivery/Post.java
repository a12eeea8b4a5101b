package io.rhomboid.notification.delivery;

import java.time.Duration;

import io.rhomboid.notification.message.Mail;

/** Takes a mail to the server that takes it further. */
public interface Post {

    /** False while the server is known to be away: no need to ask. */
    boolean isOpen();

    Receipt send(Mail mail);

    /** What the server said. Reasons name nobody. */
    sealed interface Receipt {

        /** The server has taken it over. */
        record Accepted() implements Receipt {}

        /** It will never take this one. */
        record Refused(String reason) implements Receipt {}

        /** Not now: this recipient, or the whole server. */
        record Deferred(String reason) implements Receipt {}

        /** It was not asked, because it is known to be away. */
        record Closed(Duration forAbout) implements Receipt {}
    }
}
