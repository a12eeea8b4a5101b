package io.rhomboid.booking.subscription;

import java.net.URI;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** The calendars of the world, as far as it is safe to ask for them. */
public interface ForeignCalendars {

    /** Why we don't ask at this address, if so; says what would do. */
    Optional<String> objection(URI address);

    /** @param etag of what is known, or null to have it in any case */
    Fetched fetch(URI address, @Nullable String etag);
}
