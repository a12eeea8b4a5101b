package io.rhomboid.notification.inbox;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.rhomboid.notification.recipient.Subject;

/**
 * One message in the inbox of a client, of a therapist or of a clinic's desk.
 *
 * @param id a UUID; the same for the same delivery
 * @param kind of message, for example {@code confirmation}
 * @param about what it is about, for example {@code booking/0b8f…}; the web app knows the way there
 * @param at when it came
 * @param read whether who asks has read it; of a desk's each for themselves
 */
public record Entry(
        String id,
        Subject recipient,
        String kind,
        String title,
        String text,
        @Nullable String about,
        Instant at,
        boolean read) {}
