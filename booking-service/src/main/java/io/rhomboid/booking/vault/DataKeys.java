package io.rhomboid.booking.vault;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.rhomboid.contracts.client.ClientId;

/** Where the wrapped data keys are: a database apart from what they open. */
public interface DataKeys {

    /** @param key empty once the client was forgotten */
    record Kept(ClientId owner, Optional<WrappedKey> key) {}

    Optional<Kept> find(ClientId owner);

    /** @return false if there is one already, or there was */
    boolean add(ClientId owner, WrappedKey key);

    /** @return false if it is no longer {@code before} */
    boolean replace(ClientId owner, WrappedKey before, WrappedKey key);

    /** Destroys the key for good, whether there was one or not: there will never be another one for this client. */
    void destroy(ClientId owner, Instant at);

    /** Destroys the key of something that was to be kept for a moment; nobody asks later whether there was one. */
    void discard(ClientId owner);

    /** All whose key was destroyed. */
    List<ClientId> forgotten();

    /** Some of those that another key-encryption key has wrapped. */
    List<Kept> notBy(String current, int most);
}
