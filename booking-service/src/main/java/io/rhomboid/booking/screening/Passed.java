package io.rhomboid.booking.screening;

import java.util.Optional;

import io.rhomboid.contracts.client.ClientId;

/** Answers that do not stand in the way of a booking, before it is known which client gave them. */
@FunctionalInterface
public interface Passed {

    /** What a booking keeps of it, sealed for this client; empty if all that was known of them was erased. */
    Optional<Screened> by(ClientId client);
}
