package io.rhomboid.booking.erasure;

import java.time.Instant;
import java.util.Optional;

import io.rhomboid.contracts.client.Client;
import io.rhomboid.contracts.client.ClientId;

/** What this service has of clients in the open: name, addresses, words. */
public interface Traces {

    /** Who they are and how they are reached; empty once it was taken out, and of who is not known at all. */
    Optional<Client> contact(ClientId client);

    /** Whether they have neither booked nor wait for anything any more, have no voucher, and said nothing of themselves. */
    boolean isNothingLeft(ClientId client);

    /** Takes out all of it, and has the other services told. Again does no harm. */
    void remove(ClientId client, Instant now);
}
