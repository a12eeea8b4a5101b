package io.rhomboid.booking.voucher;

import io.rhomboid.contracts.booking.VoucherId;

/** Reckons the codes of gift cards. */
@FunctionalInterface
public interface GiftCodes {

    /** The same each time, and nobody else can foresee it. */
    GiftCode of(VoucherId voucher, long version);
}
