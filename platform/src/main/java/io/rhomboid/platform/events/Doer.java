package io.rhomboid.platform.events;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Whose doing an event was: not part of what happened, so that it goes beside it, in header {@code ce_doer}, for example
 * {@code DESK 0b8f…}. Who did a thing need not be told that it was done.
 *
 * @param role in which they did it, for example {@code CLIENT}, {@code DESK}, {@code SYSTEM}; blank when nobody said
 * @param subject as the sign-in names them; absent when they had not signed in
 */
public record Doer(String role, @Nullable String subject) {

    public static final String HEADER = "ce_doer";

    public static final Doer UNKNOWN = new Doer("", null);

    /** {@link #UNKNOWN} of events from before doers were told, and of those that nobody did. */
    public static Doer of(ConsumerRecord<?, ?> record) {
        var header = record.headers().lastHeader(HEADER);
        if (header == null || header.value() == null) return UNKNOWN;
        var told = new String(header.value(), UTF_8).split(" ", 2);
        return new Doer(told[0], told.length > 1 ? told[1] : null);
    }

    @Override
    public String toString() {
        return subject == null ? role : role + " " + subject;
    }
}
