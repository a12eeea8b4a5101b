package io.rhomboid.notification.reminder;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.rhomboid.notification.recipient.QuietHours;

/**
 * How one client is reminded by one clinic.
 *
 * @param before how long before the session, the longest first; whole days are days on the wall clock
 * @param quiet absent if they may be disturbed at any time
 */
public record Habits(List<Duration> before, @Nullable QuietHours quiet) {

    /** Where neither clinic nor client has said anything. */
    public static final List<Duration> USUAL = List.of(Duration.ofHours(24), Duration.ofHours(2));

    public Habits {
        before = before.stream().sorted((a, b) -> b.compareTo(a)).toList();
    }
}
