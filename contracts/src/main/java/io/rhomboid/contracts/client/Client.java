package io.rhomboid.contracts.client;

import org.jspecify.annotations.Nullable;

/**
 * Who is treated, and how to reach them.
 *
 * @param email absent for who has walked in and left none; nobody writes to them
 * @param language BCP 47, in which they want to be written to
 */
public record Client(
        String name, @Nullable String email, @Nullable String phone, String language) {}
