package io.rhomboid.notification.recipient;

import org.jspecify.annotations.Nullable;

/**
 * How somebody is reached.
 *
 * @param name as they call themselves; may be empty
 * @param email absent when they left none, as {@code phone}
 * @param language BCP 47, in which they want to be told
 */
public record Contact(
        String name, @Nullable String email, @Nullable String phone, String language) {}
