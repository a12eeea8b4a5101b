package io.rhomboid.booking.reservation.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import io.rhomboid.booking.reservation.Booking;
import io.rhomboid.booking.reservation.BookingStatus.Held;
import io.rhomboid.booking.reservation.Coverage;
import io.rhomboid.contracts.Money;

/**
 * What a change would cost now; nothing was changed.
 *
 * @param fee what would be charged; to be sent back as {@code acceptedFeeCents}
 * @param freeUntil in the clinic's zone; later than this it costs something, except in the first moments after booking
 * @param version the booking's, for {@code If-Match}
 * @param restored what would go back to the vouchers that pay it; missing when none do
 * @param words the same for a person to read, in English
 */
record CostView(
        Money fee,
        OffsetDateTime freeUntil,
        long version,
        @Nullable Money restored,
        String words) {

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm", Locale.ENGLISH);

    /** @param doing what it is that costs, for example {@code Cancelling} */
    static CostView of(String doing, Booking booking, Money fee, Booking after, Instant now) {
        var zone = booking.session().zone();
        var deadline = booking.policy().deadline(booking.session().slot());
        var restored = restored(booking, after);
        var words = words(doing, booking, fee, now);
        return new CostView(
                fee,
                deadline.atZone(zone).toOffsetDateTime(),
                booking.version(),
                restored,
                restored == null || restored.cents() == 0
                        ? words
                        : words + " " + words(restored) + " go back to the voucher.");
    }

    private static @Nullable Money restored(Booking before, Booking after) {
        var covered = Coverage.covered(before);
        if (covered.cents() == 0) return null;
        return new Money(covered.cents() - Coverage.covered(after).cents(), covered.currency());
    }

    private static String words(String doing, Booking booking, Money fee, Instant now) {
        var zone = booking.session().zone();
        var policy = booking.policy();
        var deadline = policy.deadline(booking.session().slot());
        if (booking.status() instanceof Held) return "The time is only held: letting it go costs nothing.";
        if (booking.inGrace(now))
            return "It was booked a moment ago: " + doing.toLowerCase(Locale.ROOT) + " costs nothing.";
        if (fee.cents() > 0) {
            return "The time for " + doing.toLowerCase(Locale.ROOT) + " free of charge ended on " + when(deadline, zone)
                    + ". " + doing + " now costs " + words(fee) + ".";
        }
        return policy.isLate(booking.session().slot(), now)
                ? doing + " costs nothing."
                : doing + " costs nothing until " + when(deadline, zone) + ".";
    }

    private static String when(Instant moment, ZoneId zone) {
        return WHEN.format(moment.atZone(zone)) + " (" + zone + ")";
    }

    private static String words(Money money) {
        var digits = java.util.Currency.getInstance(money.currency()).getDefaultFractionDigits();
        return java.math.BigDecimal.valueOf(money.cents(), digits).toPlainString() + " " + money.currency();
    }
}
