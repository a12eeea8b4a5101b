package io.rhomboid.booking.waitlist;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

import org.jspecify.annotations.Nullable;

import io.rhomboid.booking.availability.AskedStart;
import io.rhomboid.booking.availability.AskedVisit;
import io.rhomboid.booking.availability.FreeSlot;
import io.rhomboid.booking.reservation.Booking;
import io.rhomboid.booking.reservation.BookingStatus.Held;
import io.rhomboid.booking.reservation.TimeSlot;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.clinic.WaitlistOrder;
import io.rhomboid.contracts.treatment.TreatmentCode;
import io.rhomboid.contracts.waitlist.OfferedSlot;

/**
 * A slot that is somebody's if they say yes in time.
 *
 * @param hold the booking that keeps it
 * @param zone the clinic's
 * @param until when it is the next one's turn
 * @param order by which it was their turn
 * @param among how many could have taken it, or another one that it was weighed against
 * @param unusableMinutes what was counted for {@link WaitlistOrder#BEST_FIT}; null by another order
 */
public record Offer(
        BookingId hold,
        TreatmentCode treatment,
        FreeSlot slot,
        ZoneId zone,
        Instant until,
        WaitlistOrder order,
        int among,
        @Nullable Integer unusableMinutes) {

    /** How long the hold outlasts the offer, for the slot to be handed on before it is free for all. */
    static final Duration HANDING_ON = Duration.ofMinutes(1);

    AskedStart asked() {
        var minutes = Duration.between(slot.start(), slot.end()).toMinutes();
        return new AskedStart(slot.therapistId(), slot.clinicId(), treatment, Math.toIntExact(minutes), slot.start());
    }

    TimeSlot time() {
        return new TimeSlot(slot.start(), slot.end());
    }

    /** Whether this booking is the offered session, and will take place. */
    boolean isBookedAs(Booking booking) {
        return booking.isOf(AskedVisit.of(asked())) && booking.isStanding() && !(booking.status() instanceof Held);
    }

    OfferedSlot told() {
        return new OfferedSlot(hold, slot.therapistId(), slot.start(), slot.end(), zone, slot.price(), until);
    }
}
