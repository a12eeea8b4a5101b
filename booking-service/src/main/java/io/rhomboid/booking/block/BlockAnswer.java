package io.rhomboid.booking.block;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.rhomboid.booking.reservation.Booking;

/** What is said to somebody who wants a time blocked or freed. */
public sealed interface BlockAnswer {

    /** The block as it is now; also to a repeat of the request that made it so. */
    record Done(Block block) implements BlockAnswer {}

    /** Nothing was blocked: these would have to go first. */
    record Touches(InTheWay inTheWay) implements BlockAnswer {}

    /** There is no such therapist or room. */
    record UnknownResource() implements BlockAnswer {}

    /** There is no such block, or it was freed. */
    record UnknownBlock() implements BlockAnswer {}

    /** All of it is past. */
    record InThePast() implements BlockAnswer {}

    record TooLong(Duration longest) implements BlockAnswer {}

    /** @param last the last moment that can be blocked */
    record TooFarAhead(Instant last) implements BlockAnswer {}

    /** The block is no longer as the caller has seen it. */
    record VersionChanged(long current) implements BlockAnswer {}

    /** The same key came with another request before. */
    record KeyReused() implements BlockAnswer {}

    /** The index is missing that keeps two from having the same hour; nothing is blocked until it is back. */
    record Unguarded() implements BlockAnswer {}

    /** This instance has not yet heard of clinics and therapists. */
    record CatalogueUnknown() implements BlockAnswer {}

    /**
     * Who has the time.
     *
     * @param bookings held or confirmed, buffers included; by start
     * @param blocks by start
     */
    record InTheWay(List<Booking> bookings, List<Block> blocks) {

        public InTheWay {
            bookings = List.copyOf(bookings);
            blocks = List.copyOf(blocks);
        }

        public boolean isNobody() {
            return bookings.isEmpty() && blocks.isEmpty();
        }
    }
}
