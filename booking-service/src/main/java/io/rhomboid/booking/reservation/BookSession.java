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
 * @param tender a voucher to pay with
 */
public record BookSession(
        AskedVisit asked,
        Client client,
        @Nullable Guest companion,
        boolean hold,
        @Nullable Tender tender) {

    /**
     * Who comes along.
     *
     * @param client the same person as a client of their own; null if they left no mail address
     */
    public record Guest(String name, @Nullable Client client) {}

    /** A session by itself, paid at the desk. */
    public BookSession(AskedStart asked, Client client, boolean hold) {
        this(asked, client, hold, null);
    }

    /** A session by itself, paid with a voucher as far as it goes. */
    public BookSession(AskedStart asked, Client client, boolean hold, @Nullable Tender tender) {
        this(AskedVisit.of(asked), client, null, hold, tender);
    }

    /** Whether who comes along is the client: a mail address is a person. */
    boolean isWithThemselves() {
        return companion != null
                && companion.client() != null
                && companion.client().email() != null
                && companion.client().email().equalsIgnoreCase(client.email());
    }
}
