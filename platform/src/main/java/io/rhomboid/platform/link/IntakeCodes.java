package io.rhomboid.platform.link;

import java.math.BigInteger;
import java.net.URI;
import java.nio.ByteBuffer;

import io.rhomboid.contracts.intake.IntakeCodeId;

/**
 * Reckons the codes that go by mail to who wants at their intake and has no account: who checks one and who writes the
 * mail both know it, and it is in no database and in no event. Few enough to type, so tries must be counted.
 */
public final class IntakeCodes {

    /** What the signed content begins with; nothing else that is signed does. */
    private static final byte MARK = 66;

    private static final BigInteger ALL = BigInteger.valueOf(100_000_000);

    private final Seal seal;

    public IntakeCodes(LinkSettings settings) {
        this.seal = new Seal(settings);
    }

    /** Where the code is asked for; the id alone opens nothing. */
    public URI address(IntakeCodeId id) {
        return seal.address("intake", id.toString());
    }

    /** Eight digits. */
    public String code(IntakeCodeId id) {
        var sealed = seal.of(ByteBuffer.allocate(1 + 16)
                .put(MARK)
                .putLong(id.value().getMostSignificantBits())
                .putLong(id.value().getLeastSignificantBits())
                .array());
        return "%08d".formatted(new BigInteger(1, sealed).mod(ALL));
    }
}
