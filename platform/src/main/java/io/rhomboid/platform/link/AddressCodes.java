package io.rhomboid.platform.link;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * Reckons the codes by which people prove that an address is theirs, so that they are in no database and in no event.
 * Few enough to type, so tries must be counted.
 */
public final class AddressCodes {

    /** What the signed content begins with; nothing else that is signed does. */
    private static final byte MARK = 67;

    private static final BigInteger ALL = BigInteger.valueOf(100_000_000);

    private final Seal seal;

    public AddressCodes(LinkSettings settings) {
        this.seal = new Seal(settings);
    }

    /** Eight digits. */
    public String code(UUID claim) {
        var sealed = seal.of(ByteBuffer.allocate(1 + 16)
                .put(MARK)
                .putLong(claim.getMostSignificantBits())
                .putLong(claim.getLeastSignificantBits())
                .array());
        return "%08d".formatted(new BigInteger(1, sealed).mod(ALL));
    }
}
