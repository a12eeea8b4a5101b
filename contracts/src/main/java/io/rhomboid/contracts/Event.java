package io.rhomboid.contracts;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * Something that happened, told to the other services.
 *
 * <p>Delivery is at least once and in order for one key; consumers must tolerate a repeat, and keep
 * only what is newer than what they know. Fields are only ever added, never renamed or removed; the
 * golden files under {@code src/test/resources/golden} hold us to it.
 */
public interface Event {

    /** The Kafka key: the id of what this is about. */
    @JsonIgnore
    String key();

    /** The version of what this is about, after the change; rises by one with every change. */
    long version();

    /** When the owner decided, not when the message was sent. */
    Instant occurredAt();
}
