package io.rhomboid.booking.reservation;

import io.rhomboid.booking.availability.Diary;

/** What has been claimed under the same index and is no booking. */
@FunctionalInterface
public interface OtherClaims {

    /** Tells the diary of whatever has one of these claims: a booking has just lost to it. */
    void tell(Diary diary, Claims inTheWay);
}
