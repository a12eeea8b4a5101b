package io.rhomboid.contracts.waitlist;

import java.time.Instant;
import java.time.ZoneId;

import io.rhomboid.contracts.Money;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.therapist.TherapistId;

/**
 * A slot that is kept for somebody on the waitlist.
 *
 * @param bookingId the hold that keeps it; the booking, once taken. One hold can be offered to several, one after the
 *     other
 * @param zone the clinic's
 * @param until when it is offered to the next
 */
public record OfferedSlot(
        BookingId bookingId,
        TherapistId therapistId,
        Instant start,
        Instant end,
        ZoneId zone,
        Money price,
        Instant until) {}
