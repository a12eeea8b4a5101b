package io.rhomboid.notification.delivery;

import java.time.Duration;

/** What came of handing a message to whoever takes it further. Reasons name nobody. */
public sealed interface Receipt {

    /**
     * It was taken over.
     *
     * @param to the recipient's address there, masked
     * @param providerId by which it is known there: of a mail its Message-ID
     */
    record Accepted(String to, String providerId) implements Receipt {}

    /** It will never be taken. */
    record Refused(String reason) implements Receipt {}

    /** Not now: this recipient, or nobody's. */
    record Deferred(String reason) implements Receipt {}

    /** Nobody was asked, because they are known to be away. */
    record Closed(Duration forAbout) implements Receipt {}

    /** This person can't be reached in this way, or must not: nobody was asked. */
    record Unreachable(String reason) implements Receipt {}
}
