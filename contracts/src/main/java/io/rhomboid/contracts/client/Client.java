package io.rhomboid.contracts.client;

import org.jspecify.annotations.Nullable;

/**
 * Who is treated, and how to reach them.
 *
 * @param language BCP 47, in which they want to be written to
 */
public record Client(String name, String email, @Nullable String phone, String language) {}
