package io.rhomboid.platform.link;

import java.nio.ByteBuffer;
import java.util.UUID;

/** Reckons the keys that messages to other systems are signed with, so that they are in no database. */
public final class WebhookKeys {

    /** What the signed content begins with; nothing else that is signed does. */
    private static final byte MARK = 87;

    private static final int LENGTH = 1 + 16 + 8;

    private final Seal seal;

    public WebhookKeys(LinkSettings settings) {
        this.seal = new Seal(settings);
    }

    /**
     * 256 bits.
     *
     * @param endpoint whose key it is
     * @param number 1 for its first key, one more for each that came after
     */
    public byte[] key(UUID endpoint, long number) {
        return seal.of(ByteBuffer.allocate(LENGTH)
                .put(MARK)
                .putLong(endpoint.getMostSignificantBits())
                .putLong(endpoint.getLeastSignificantBits())
                .putLong(number)
                .array());
    }
}
