package io.rhomboid.notification.deadletter;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A message that could not be processed and would fail again the same way.
 *
 * @param id where it lies, for example {@code bookings.notification-service.dlt:0:17}
 * @param topic where it came from
 * @param key of what it is about
 * @param cause why, as the consumer said it
 * @param bytes of its body
 * @param decided what was decided about it; null while nobody has
 */
public record DeadLetter(
        String id,
        String topic,
        @Nullable String key,
        Instant at,
        String cause,
        int bytes,
        @Nullable Decided decided) {

    /** @param by the person, as the sign-in names them */
    public record Decided(Choice choice, String by, Instant at) {}

    public enum Choice {
        /** Put back to where it came from, to be processed once more; others who read there pass over what they know. */
        REDRIVEN,
        /** It stays where it lies, and nobody needs to look at it again. */
        DISCARDED
    }

    public DeadLetter decided(@Nullable Decided decided) {
        return new DeadLetter(id, topic, key, at, cause, bytes, decided);
    }
}
