package io.rhomboid.booking.vault;

import java.time.Clock;
import java.util.Optional;

import io.rhomboid.contracts.client.ClientId;

/** Gives out what seals and opens a client's texts, and destroys it when the client is to be forgotten. */
public final class Vault {

    private static final int BATCH = 100;

    private final DataKeys keys;
    private final KeyEncryption encryption;
    private final Clock clock;

    public Vault(DataKeys keys, KeyEncryption encryption, Clock clock) {
        this.keys = keys;
        this.encryption = encryption;
        this.clock = clock;
    }

    /**
     * For what is to be written; a client who has no key gets one.
     *
     * @return empty once the client was forgotten
     * @throws KeysAway while the key-encryption key can't be had
     */
    public Optional<Seals> toSeal(ClientId owner) {
        var kept = keys.find(owner);
        if (kept.isEmpty()) {
            var key = Envelope.newKey();
            if (keys.add(owner, encryption.wrap(key, owner))) return Optional.of(new Seals(owner, key));
            kept = keys.find(owner);
        }
        return kept.flatMap(this::seals);
    }

    /**
     * For what was written.
     *
     * @return empty once the client was forgotten, and if nothing was ever sealed for them
     * @throws KeysAway while the key-encryption key can't be had
     */
    public Optional<Seals> toOpen(ClientId owner) {
        return keys.find(owner).flatMap(this::seals);
    }

    private Optional<Seals> seals(DataKeys.Kept kept) {
        return kept.key().map(key -> new Seals(kept.owner(), encryption.unwrap(key, kept.owner())));
    }

    /** From now on nobody can open what was sealed for this client, wherever a copy of it is. */
    public void forget(ClientId owner) {
        keys.destroy(owner, clock.instant());
    }

    /** As {@link #forget}, of what was to be kept for a moment only: leaves no mark. */
    public void discard(ClientId owner) {
        keys.discard(owner);
    }

    /**
     * Wraps by the current key-encryption key what an older one has wrapped; what is sealed stays as it is.
     *
     * @return how many
     */
    public int rewrapSome() {
        var current = encryption.current();
        int rewrapped = 0;
        for (var kept : keys.notBy(current, BATCH)) {
            var before = kept.key().orElseThrow();
            var key = encryption.unwrap(before, kept.owner());
            // Another instance, or a client who was just forgotten, may have been faster.
            if (keys.replace(kept.owner(), before, encryption.wrap(key, kept.owner()))) rewrapped++;
        }
        return rewrapped;
    }
}
