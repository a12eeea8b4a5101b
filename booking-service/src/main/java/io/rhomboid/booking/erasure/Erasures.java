package io.rhomboid.booking.erasure;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.rhomboid.booking.vault.SealedFields;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.client.FarewellEvent.ErasureCompleted;

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

    /** Keeps where the person is told once it is complete, unless that is kept or was done already. */
    void keepFarewell(ClientId client, SealedFields address);

    Optional<SealedFields> farewell(ClientId client);

    /** Done here since then, and not known to be complete. */
    List<Erasure> incomplete(Instant from, int most);

    /** It is complete, and where the person is told is forgotten; by the same write the telling is on its way. Once. */
    void complete(ClientId client, @Nullable ErasureCompleted told, Instant at);
}
