package io.rhomboid.booking.erasure;

import java.time.Instant;

import io.rhomboid.contracts.client.ClientId;

/** What this service has of clients in the open: name, addresses, words. */
public interface Traces {

    /** Takes out all of it, and has the other services told. Again does no harm. */
    void remove(ClientId client, Instant now);
}
