package io.rhomboid.booking.reservation;

import io.rhomboid.booking.availability.AskedStart;
import io.rhomboid.contracts.client.Client;

/**
 * Somebody wants a session.
 *
 * @param hold keep the slot for a while, to be confirmed; otherwise book it at once
 */
public record BookSession(AskedStart asked, Client client, boolean hold) {}
