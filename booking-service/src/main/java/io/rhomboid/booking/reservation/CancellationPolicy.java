package io.rhomboid.booking.reservation;

import java.time.Duration;
import java.time.Instant;

import io.rhomboid.contracts.Money;

/**
 * What cancelling, and not coming, costs, as it was agreed when the session was booked.
 *
 * @param freeUntil this long before the start, and earlier, it costs nothing
 * @param latePercent of the price, owed after that
 * @param noShowPercent of the price, owed by who does not come
 */
public record CancellationPolicy(Duration freeUntil, int latePercent, int noShowPercent) {

    /** The last moment at which cancelling costs nothing. */
    public Instant deadline(TimeSlot slot) {
        return slot.start().minus(freeUntil);
    }

    /** What is owed when this slot is given back now. */
    public Money fee(Money price, TimeSlot slot, Instant now) {
        return now.isAfter(deadline(slot)) ? price.percent(latePercent) : new Money(0, price.currency());
    }
}
