package io.rhomboid.booking.reservation;

import java.util.Optional;

import io.rhomboid.contracts.client.Client;
import io.rhomboid.contracts.client.ClientId;

/** Knows clients again. */
public interface Recognition {

    /** Who this is; somebody new is taken in. */
    ClientId recognise(Client client);

    /** Who this is, if they have been here before; nobody is taken in. */
    Optional<ClientId> known(Client client);
}
