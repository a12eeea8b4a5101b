package io.rhomboid.booking.daysheet;

import io.rhomboid.booking.reservation.Booking;
import io.rhomboid.booking.reservation.BookingStatus.Arrived;
import io.rhomboid.booking.reservation.BookingStatus.Cancelled;
import io.rhomboid.booking.reservation.BookingStatus.Completed;
import io.rhomboid.booking.reservation.BookingStatus.Confirmed;
import io.rhomboid.booking.reservation.BookingStatus.Expired;
import io.rhomboid.booking.reservation.BookingStatus.Held;
import io.rhomboid.booking.reservation.BookingStatus.Missed;
import io.rhomboid.booking.reservation.Coverage;
import io.rhomboid.booking.reservation.Part;
import io.rhomboid.contracts.Money;

/**
 * What a group of sessions comes to; those of one visit each count by themselves. Amounts are in cents of one currency.
 *
 * @param sessions booked, taking place or over, missed ones included; neither holds nor cancelled ones
 * @param bookedMinutes of these, buffers not counted
 * @param workingMinutes that those who treat work, booked or not
 * @param completed of the sessions
 * @param missed of the sessions
 * @param cancelled sessions; those cancelled as a hold too, those undone at once not
 * @param cancelledLate of these, at a fee
 * @param earnedCents prices of completed sessions
 * @param expectedCents prices of sessions that are neither completed nor missed yet
 * @param moveFeeCents owed for moving sessions late that were neither cancelled nor missed after
 * @param cancellationFeeCents owed for cancelling late, moves included
 * @param noShowFeeCents owed for not coming, moves included
 * @param redeemedCents what of earned and fees vouchers have paid
 */
public record Tally(
        long sessions,
        long bookedMinutes,
        long workingMinutes,
        long completed,
        long missed,
        long cancelled,
        long cancelledLate,
        long earnedCents,
        long expectedCents,
        long moveFeeCents,
        long cancellationFeeCents,
        long noShowFeeCents,
        long redeemedCents) {

    static final Tally NOTHING = new Tally(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    static Tally working(long minutes) {
        return new Tally(0, 0, minutes, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    /** One session of a booking; with its share of what is owed for the whole, as its price is of the whole price. */
    static Tally of(Booking booking, Part part) {
        var slot = part.session().slot();
        long minutes = new Stretch(slot.start(), slot.end()).minutes();
        long price = part.price().cents();
        long moves = share(booking, part, booking.moveFees());
        long redeemed = share(booking, part, Coverage.covered(booking));
        return switch (booking.status()) {
            case Held _, Expired _ -> NOTHING;
            case Confirmed _, Arrived _ -> new Tally(1, minutes, 0, 0, 0, 0, 0, 0, price, moves, 0, 0, 0);
            case Completed _ -> new Tally(1, minutes, 0, 1, 0, 0, 0, price, 0, moves, 0, 0, redeemed);
            case Missed missed ->
                new Tally(1, minutes, 0, 0, 1, 0, 0, 0, 0, 0, 0, share(booking, part, missed.fee()), redeemed);
            // Undone a moment after it was booked.
            case Cancelled cancelled when cancelled.grace() -> NOTHING;
            case Cancelled cancelled -> {
                long fee = share(booking, part, cancelled.fee());
                yield new Tally(0, 0, 0, 0, 0, 1, cancelled.fee().cents() > 0 ? 1 : 0, 0, 0, 0, fee, 0, redeemed);
            }
        };
    }

    /** In whole cents; what is left over goes to the first session. */
    private static long share(Booking booking, Part part, Money owed) {
        if (booking.visit().size() == 1) return owed.cents();
        if (part.number() > 1) return portion(booking, part, owed);
        return owed.cents()
                - booking.parts().stream()
                        .skip(1)
                        .mapToLong(further -> portion(booking, further, owed))
                        .sum();
    }

    private static long portion(Booking booking, Part part, Money owed) {
        long whole = booking.price().cents();
        return whole == 0 ? 0 : Math.multiplyExact(owed.cents(), part.price().cents()) / whole;
    }

    /** All that is owed beside the sessions' prices. */
    public long feeCents() {
        return Math.addExact(moveFeeCents, Math.addExact(cancellationFeeCents, noShowFeeCents));
    }

    Tally plus(Tally other) {
        return new Tally(
                sessions + other.sessions,
                bookedMinutes + other.bookedMinutes,
                workingMinutes + other.workingMinutes,
                completed + other.completed,
                missed + other.missed,
                cancelled + other.cancelled,
                cancelledLate + other.cancelledLate,
                Math.addExact(earnedCents, other.earnedCents),
                Math.addExact(expectedCents, other.expectedCents),
                Math.addExact(moveFeeCents, other.moveFeeCents),
                Math.addExact(cancellationFeeCents, other.cancellationFeeCents),
                Math.addExact(noShowFeeCents, other.noShowFeeCents),
                Math.addExact(redeemedCents, other.redeemedCents));
    }
}
