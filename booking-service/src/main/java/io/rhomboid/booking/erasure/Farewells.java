package io.rhomboid.booking.erasure;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.rhomboid.booking.vault.SealedFields;
import io.rhomboid.booking.vault.Vault;
import io.rhomboid.contracts.client.Client;
import io.rhomboid.contracts.client.ClientId;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Where somebody is told that nothing is left of them: sealed by a key of its own from when they are forgotten until all
 * services have confirmed it, and gone with that key.
 */
public final class Farewells {

    private static final String NAME = "farewell";
    private static final String MAIL = "mail";
    private static final String LANGUAGE = "language";
    private static final int SCHEMA = 1;

    private final Vault vault;

    public Farewells(Vault vault) {
        this.vault = vault;
    }

    /** @param language BCP 47 */
    record Address(String mail, String language) {}

    /** Empty of who has left no mail address. */
    Optional<SealedFields> seal(ClientId client, Client contact) {
        if (contact.email() == null) return Optional.empty();
        return vault.toSeal(owner(client)).map(seals -> {
            try (seals) {
                return SealedFields.seal(
                        seals, NAME, SCHEMA, Map.of(MAIL, contact.email(), LANGUAGE, contact.language()));
            }
        });
    }

    /** Empty once it was thrown away. */
    Optional<Address> open(ClientId client, SealedFields sealed) {
        return vault.toOpen(owner(client)).map(seals -> {
            try (seals) {
                var fields = sealed.open(seals, NAME);
                return new Address(
                        fields.get(MAIL).stripTrailing(), fields.get(LANGUAGE).stripTrailing());
            }
        });
    }

    void throwAway(ClientId client) {
        vault.discard(owner(client));
    }

    /** The client's own key is destroyed first of all. */
    private static ClientId owner(ClientId client) {
        return new ClientId(UUID.nameUUIDFromBytes(("farewell of " + client).getBytes(UTF_8)));
    }
}
