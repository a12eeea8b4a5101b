package io.rhomboid.booking.vault;

import java.util.Arrays;

import io.rhomboid.contracts.client.ClientId;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Seals and opens texts of one client, as long as it takes to answer one request; then the key is wiped. */
public final class Seals implements AutoCloseable {

    private final ClientId owner;
    private final byte[] key;

    Seals(ClientId owner, byte[] key) {
        this.owner = owner;
        this.key = key;
    }

    public byte[] seal(Field field, String text) {
        return Envelope.seal(key, context(field), text.getBytes(UTF_8));
    }

    /** @throws SealBroken if it was not sealed for this client as this field, or was changed since */
    public String open(Field field, byte[] sealed) {
        return new String(Envelope.open(key, context(field), sealed), UTF_8);
    }

    private byte[] context(Field field) {
        return (owner + "|" + field.name() + "|" + field.schema()).getBytes(UTF_8);
    }

    @Override
    public void close() {
        Arrays.fill(key, (byte) 0);
    }
}
