package io.rhomboid.booking.reservation;

import org.jspecify.annotations.Nullable;

import io.rhomboid.booking.availability.AskedStart;
import io.rhomboid.booking.availability.AskedVisit;
import io.rhomboid.contracts.client.Client;

/**
 * Somebody wants a session, or a visit of several.
 *
 * @param companion who comes along to be treated beside the client; null if nobody
 * @param hold keep the slot for a while, to be confirmed; otherwise book it at once
 */
public record BookSession(
        AskedVisit asked, Client client, @Nullable Guest companion, boolean hold) {

    /**
     * Who comes along.
     *
     * @param client the same person as a client of their own; null if they left no mail address
     */
    public record Guest(String name, @Nullable Client client) {}

    /** A session by itself. */
    public BookSession(AskedStart asked, Client client, boolean hold) {
        this(AskedVisit.of(asked), client, null, hold);
    }

    /** Whether who comes along is the client: a mail address is a person. */
    boolean isWithThemselves() {
        return companion != null
                && companion.client() != null
                && companion.client().email().equalsIgnoreCase(client.email());
    }
}
