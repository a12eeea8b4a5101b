package io.rhomboid.platform.link;

import java.math.BigInteger;
import java.nio.ByteBuffer;

import io.rhomboid.contracts.booking.VoucherId;

/**
 * Reckons the codes of gift cards: who sells a card can check its code, and who writes the mail to its receiver can tell
 * it, and it is in no database and in no event.
 */
public final class GiftCardCodes {

    /** What the signed content begins with; nothing else that is signed does. */
    private static final byte MARK = 65;

    private static final int LENGTH = 1 + 16 + 8;

    /** No I, L, O or U, no 0 or 1: each is one of 30. */
    private static final String SIGNS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int GROUPS = 7;
    private static final int GROUP = 4;

    private final Seal seal;

    public GiftCardCodes(LinkSettings settings) {
        this.seal = new Seal(settings);
    }

    /**
     * For example {@code GC-7K2M-9QXA-…}: 28 signs, 137 of the 256 bits.
     *
     * @param version of the voucher, in which it got this code
     */
    public String code(VoucherId voucher, long version) {
        var id = voucher.value();
        var rest = new BigInteger(
                1,
                seal.of(ByteBuffer.allocate(LENGTH)
                        .put(MARK)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .putLong(version)
                        .array()));
        var code = new StringBuilder("GC");
        for (int i = 0; i < GROUPS * GROUP; i++) {
            if (i % GROUP == 0) code.append('-');
            var next = rest.divideAndRemainder(BigInteger.valueOf(SIGNS.length()));
            code.append(SIGNS.charAt(next[1].intValue()));
            rest = next[0];
        }
        return code.toString();
    }
}
