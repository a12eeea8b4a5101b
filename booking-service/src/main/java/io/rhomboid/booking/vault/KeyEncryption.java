package io.rhomboid.booking.vault;

import io.rhomboid.contracts.client.ClientId;

/**
 * The key-encryption key, or who has it. A key that was wrapped for one client can't be unwrapped for another.
 *
 * <p>All of it throws {@link KeysAway} while the keys can't be had.
 */
public interface KeyEncryption {

    /** By which key wraps now; older ones still unwrap. */
    String current();

    WrappedKey wrap(byte[] key, ClientId owner);

    /** @throws SealBroken if it was not wrapped for this owner, or was changed since */
    byte[] unwrap(WrappedKey wrapped, ClientId owner);
}
