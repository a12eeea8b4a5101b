package io.rhomboid.booking.reservation;

import org.jspecify.annotations.Nullable;

import io.rhomboid.booking.availability.AskedStart;
import io.rhomboid.booking.availability.AskedVisit;
import io.rhomboid.booking.screening.Screenings;
import io.rhomboid.contracts.client.Client;

/**
 * Somebody wants a session, or a visit of several.
 *
 * @param companion who comes along to be treated beside the client; null if nobody
 * @param hold keep the slot for a while, to be confirmed; otherwise book it at once
 * @param tender a voucher to pay with
 * @param answered whether anything speaks against it; of nobody yet, if it is only to be held
 */
public record BookSession(
        AskedVisit asked,
        Client client,
        @Nullable Guest companion,
        boolean hold,
        @Nullable Tender tender,
        Screenings answered) {

    /**
     * Who comes along.
     *
     * @param client the same person as a client of their own; null if they left no mail address
     */
    public record Guest(String name, @Nullable Client client) {}

    /** A session by itself, paid at the desk. */
    public BookSession(AskedStart asked, Client client, boolean hold, Screenings answered) {
        this(asked, client, hold, null, answered);
    }

    /** A session by itself, paid with a voucher as far as it goes. */
    public BookSession(AskedStart asked, Client client, boolean hold, @Nullable Tender tender, Screenings answered) {
        this(AskedVisit.of(asked), client, null, hold, tender, answered);
    }

    /** Whether who comes along is the client: a mail address is a person. */
    boolean isWithThemselves() {
        return companion != null
                && companion.client() != null
                && companion.client().email() != null
                && companion.client().email().equalsIgnoreCase(client.email());
    }
}
