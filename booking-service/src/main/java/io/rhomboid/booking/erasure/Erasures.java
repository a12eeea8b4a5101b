package io.rhomboid.booking.erasure;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.rhomboid.contracts.client.ClientId;

/** All erasures. */
public interface Erasures {

    Optional<Erasure> find(ClientId client);

    /** Keeps it unless there is one. */
    void ask(Erasure erasure);

    /** Unless it is done. */
    void withdraw(ClientId client);

    List<Erasure> due(Instant now, int most);

    List<Erasure> doneSince(Instant from);

    void done(ClientId client, Instant at);

    void receipt(ClientId client, String service, Instant at);
}
