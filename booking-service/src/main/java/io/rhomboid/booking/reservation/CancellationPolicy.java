package io.rhomboid.booking.reservation;

import java.time.Duration;
import java.time.Instant;

import io.rhomboid.contracts.Money;

/**
 * What cancelling, moving late and not coming costs, as it was agreed when the session was booked.
 *
 * @param freeUntil this long before the start, and earlier, it costs nothing
 * @param latePercent of the price, owed after that
 * @param noShowPercent of the price, owed by who does not come
 * @param contactToMoveLate whether a client who is too late to move it free of charge is asked to call instead; else
 *     moving late costs what cancelling late costs
 */
public record CancellationPolicy(Duration freeUntil, int latePercent, int noShowPercent, boolean contactToMoveLate) {

    /** The last moment at which cancelling costs nothing. */
    public Instant deadline(TimeSlot slot) {
        return slot.start().minus(freeUntil);
    }

    public boolean isLate(TimeSlot slot, Instant now) {
        return now.isAfter(deadline(slot));
    }

    /** What is owed when this slot is given back now. */
    public Money fee(Money price, TimeSlot slot, Instant now) {
        return isLate(slot, now) ? price.percent(latePercent) : new Money(0, price.currency());
    }
}
