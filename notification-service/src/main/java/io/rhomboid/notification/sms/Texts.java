package io.rhomboid.notification.sms;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** Who wants no text messages any more, and what became of those that were sent. */
public interface Texts {

    void stop(PhoneNumber number, Instant at);

    void start(PhoneNumber number);

    boolean hasStopped(PhoneNumber number);

    /**
     * Keeps it unless more is known already: what the provider tells comes in any order.
     *
     * @param providerId of the message
     */
    void became(String providerId, TextStatus status, Instant at);

    /** By provider's id; without those of which nothing was told. */
    Map<String, TextStatus> whatBecameOf(Collection<String> providerIds);
}
