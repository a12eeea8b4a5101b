package io.rhomboid.booking.reservation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.rhomboid.booking.reservation.Decision.Accepted;
import io.rhomboid.contracts.block.BlockedTime;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.booking.VoucherId;

/** All bookings. A change, its claims and its event are kept by one write, or none of them is. */
public interface Bookings {

    /** A booking and the requests it has obeyed. */
    record Kept(Booking booking, List<Op> ops) {}

    /** How keeping something ended; losing is an expected answer. */
    enum Saving {
        SAVED,
        /** Somebody else changed the booking in the meantime. */
        CHANGED,
        /** Somebody else has one of the claims or redemptions, or this booking's id or reference. */
        TAKEN
    }

    Optional<Kept> find(BookingId id);

    /** The booking that this request has made; its id, or that under which it was asked for, comes from its key. */
    Optional<Kept> madeFor(BookingId asked);

    /** All that has happened to a booking, the first thing first; empty when there is no such booking. */
    Optional<List<Change>> history(BookingId id);

    /** Keeps a booking that was just born. */
    Saving add(Accepted born, Op op, Change entry);

    /** Keeps a change if it is the very next one; what is no longer claimed is free by the same write. */
    Saving save(Accepted change, @Nullable Op op, Change entry);

    /** As {@link #save}, for a hold that becomes what its client asks for now; a repeat will find it. */
    Saving exchange(Accepted change, BookingId asked, Op op, Change entry);

    /** The bookings that have one of these claims. */
    List<Booking> having(Claims claims);

    /** The bookings that have, or once had, something to do with this voucher. */
    List<Booking> paidWith(VoucherId voucher);

    /** The bookings that have this therapist or room at that time, buffers included; by start. */
    List<Booking> taking(BlockedTime time);

    /** Holds whose time is over, the oldest first; without those that a series decides about. */
    List<Booking> lapsed(Instant now, int limit);
}
