package io.rhomboid.booking.voucher;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.rhomboid.booking.reservation.Bookings.Saving;
import io.rhomboid.booking.reservation.Op;
import io.rhomboid.contracts.booking.VoucherId;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.voucher.GiftCardEvent.GiftCardSent;

/** All vouchers; without what is taken from them, which stands in the bookings. */
public interface Vouchers {

    /** A voucher and the requests it has obeyed. */
    record Kept(Voucher voucher, List<Op> ops) {}

    Optional<Kept> find(VoucherId id);

    Optional<Voucher> openedBy(GiftCode code);

    /** The newest first. */
    List<Voucher> of(ClinicId clinic, int most);

    /** The newest first. */
    List<Voucher> of(ClientId client, int most);

    /**
     * Keeps a voucher that was just issued.
     *
     * @param code only of a gift card
     * @param sent to be told by the same write; null if nobody is told
     */
    Saving add(Voucher issued, @Nullable GiftCode code, Op op, @Nullable GiftCardSent sent);

    /**
     * Keeps a change if it is the very next one and nobody else has taken its number.
     *
     * @param code another one, which alone opens the card from now on; null leaves it as it is
     * @param sent to be told by the same write; null if nobody is told
     */
    Saving save(Voucher changed, @Nullable GiftCode code, @Nullable Op op, @Nullable GiftCardSent sent);
}
