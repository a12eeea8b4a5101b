package io.rhomboid.booking.reservation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.rhomboid.booking.reservation.BookingStatus.Arrived;
import io.rhomboid.booking.reservation.BookingStatus.Cancelled;
import io.rhomboid.booking.reservation.BookingStatus.Completed;
import io.rhomboid.booking.reservation.BookingStatus.Confirmed;
import io.rhomboid.booking.reservation.BookingStatus.Expired;
import io.rhomboid.booking.reservation.BookingStatus.Held;
import io.rhomboid.booking.reservation.BookingStatus.Missed;
import io.rhomboid.contracts.Money;

/**
 * What vouchers pay of a booking, and what they get back of it.
 *
 * <p>As long as the booking stands they pay what was taken from them. When it was cancelled or missed they pay the fee,
 * one after the other as far as they go, and get the rest back; a session of a package is not split: it is used up by a
 * fee as high as what it pays, and given back by a lower one, which is then owed in money. An expired hold gives all
 * back.
 *
 * <p>What is taken from a voucher only ever becomes less. That is why a client's not coming gives nothing back until
 * nobody can take it back any more: see {@link #FINAL}.
 */
public final class Coverage {

    /** How long after the end a no-show is final, whoever's clock is asked. */
    static final Duration FINAL = Booking.CORRECTION.plus(Duration.ofHours(1));

    /**
     * @param cents that this redemption pays, as it stands
     * @param used what stays taken from the voucher: sessions of a package, else cents
     * @param restoredAt when the rest went back to the voucher; null when there is no rest, or not yet
     */
    public record Share(
            Redemption redemption,
            long cents,
            long used,
            @Nullable Instant restoredAt) {

        /** What was taken at first. */
        public long taken() {
            return redemption.sessions() > 0
                    ? redemption.sessions()
                    : redemption.amount().cents();
        }
    }

    private Coverage() {}

    /** Each redemption's, in their order. */
    public static List<Share> of(Booking booking, Instant now) {
        var shares = new ArrayList<Share>();
        long owed = due(booking);
        for (var redemption : booking.redemptions()) {
            var share = share(booking, redemption, owed, now);
            owed -= share.cents();
            shares.add(share);
        }
        return shares;
    }

    private static Share share(Booking booking, Redemption redemption, long owed, Instant now) {
        if (!redemption.pays()) return new Share(redemption, 0, 0, redemption.givenBackAt());
        return switch (booking.status()) {
            case Held _, Confirmed _, Arrived _, Completed _ -> all(redemption);
            case Expired(var at) -> new Share(redemption, 0, 0, at);
            case Cancelled cancelled -> rest(redemption, paid(redemption, owed), cancelled.at());
            case Missed _ -> {
                var finalAt = booking.slot().end().plus(FINAL);
                long paid = paid(redemption, owed);
                yield now.isBefore(finalAt)
                        ? new Share(redemption, paid, all(redemption).used(), null)
                        : rest(redemption, paid, finalAt);
            }
        };
    }

    private static Share all(Redemption redemption) {
        long amount = redemption.amount().cents();
        return new Share(redemption, amount, redemption.sessions() > 0 ? redemption.sessions() : amount, null);
    }

    /** Of a fee. */
    private static long paid(Redemption redemption, long owed) {
        long amount = redemption.amount().cents();
        return redemption.sessions() == 0 ? Math.min(amount, owed) : amount <= owed ? amount : 0;
    }

    private static Share rest(Redemption redemption, long paid, Instant at) {
        long used = redemption.sessions() == 0 ? paid : paid > 0 ? redemption.sessions() : 0;
        var share = new Share(redemption, paid, used, at);
        return used < share.taken() ? share : new Share(redemption, paid, used, null);
    }

    /** All that is asked for the booking, whoever pays. */
    private static long due(Booking booking) {
        return switch (booking.status()) {
            case Held _, Confirmed _, Arrived _, Completed _ ->
                booking.price().cents() + booking.moveFees().cents();
            case Expired _ -> 0;
            case Cancelled cancelled -> cancelled.fee().cents();
            case Missed missed -> missed.fee().cents();
        };
    }

    /** What vouchers pay of it. */
    public static Money covered(Booking booking) {
        return new Money(cents(booking), booking.price().currency());
    }

    /** What the client has to pay beside. */
    public static Money toPay(Booking booking) {
        return new Money(due(booking) - cents(booking), booking.price().currency());
    }

    private static long cents(Booking booking) {
        return of(booking, Instant.MIN).stream().mapToLong(Share::cents).sum();
    }

    /** What of the price no voucher pays. */
    static Money uncovered(Booking booking) {
        long paid = booking.redemptions().stream()
                .filter(Redemption::pays)
                .mapToLong(redemption -> redemption.amount().cents())
                .sum();
        return new Money(booking.price().cents() - paid, booking.price().currency());
    }
}
