package io.rhomboid.booking.reservation;

import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import io.rhomboid.contracts.Money;
import io.rhomboid.contracts.booking.VoucherId;

/**
 * What one voucher pays of one booking.
 *
 * @param number counts what was ever taken from the voucher, or done to it, from 1 and without a gap; no two have the
 *     same, also when one is given back
 * @param amount of the booking's price
 * @param sessions of a package; 0 when it is an amount that was taken
 * @param lastDay on which the session may be at the latest, on the clinic's calendar
 * @param givenBackAt when it was taken off the booking; what a cancelled booking gives back is not noted here, but
 *     follows from it
 */
public record Redemption(
        VoucherId voucherId,
        int number,
        Money amount,
        int sessions,
        LocalDate lastDay,
        Instant takenAt,
        @Nullable Instant givenBackAt) {

    boolean pays() {
        return givenBackAt == null;
    }

    Redemption givenBack(Instant now) {
        return pays() ? new Redemption(voucherId, number, amount, sessions, lastDay, takenAt, now) : this;
    }
}
