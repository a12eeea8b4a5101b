package io.rhomboid.booking.reservation;

import io.rhomboid.contracts.booking.VoucherId;

/** How somebody names the voucher that they want to pay with. */
public sealed interface Tender {

    /** A client's own package or credit. */
    record Own(VoucherId id) implements Tender {}

    /** A gift card: who has its code has the card. */
    record Code(String code) implements Tender {

        /** A secret is never written by accident. */
        @Override
        public String toString() {
            return "Code[…]";
        }
    }
}
