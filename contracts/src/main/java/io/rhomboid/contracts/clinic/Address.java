package io.rhomboid.contracts.clinic;

import org.jspecify.annotations.Nullable;

/**
 * Where a clinic's door is.
 *
 * @param country ISO 3166-1 alpha-2
 */
public record Address(
        String street,
        @Nullable String postalCode,
        String city,
        @Nullable String region,
        String country) {}
