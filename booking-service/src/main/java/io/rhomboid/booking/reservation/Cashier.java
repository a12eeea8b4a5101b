package io.rhomboid.booking.reservation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

import io.rhomboid.contracts.Money;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.client.ClientId;

/** Takes vouchers in payment. */
@FunctionalInterface
public interface Cashier {

    sealed interface Cover {

        /** To be kept with the booking by one write; somebody else may be faster, and then it has to be asked again. */
        record Covered(Redemption redemption) implements Cover {}

        record NotCovered(Refusal reason) implements Cover {}
    }

    /**
     * What the voucher pays; nothing is taken yet.
     *
     * @param parts the booking's sessions, and what each costs
     * @param open what of the price is still to be paid, more than nothing
     * @param givingBack bookings that give back what they have from the voucher by the very same write
     */
    Cover cover(
            Tender tender,
            List<Part> parts,
            Money open,
            ClientId client,
            Collection<BookingId> givingBack,
            Instant now);
}
