package io.rhomboid.booking.reservation.mongo;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.rhomboid.booking.block.Block;
import io.rhomboid.booking.block.Blocks;
import io.rhomboid.booking.reservation.Booking;
import io.rhomboid.booking.reservation.Bookings;
import io.rhomboid.booking.reservation.Change;
import io.rhomboid.booking.reservation.Claims;
import io.rhomboid.booking.reservation.Decision.Accepted;
import io.rhomboid.booking.reservation.Op;
import io.rhomboid.contracts.block.BlockId;
import io.rhomboid.contracts.block.BlockedTime;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.booking.VoucherId;

/** Notes every write that the desks try, from when to when it was under way, and how the store says it ended. */
final class Recorder {

    /**
     * @param what a {@link Booking} or a {@link Block}, as it was to be
     * @param isNew whether there was to be none before
     * @param began and ended: numbers of one common count; what ended before another began came before it
     */
    record Write(Object what, boolean isNew, Bookings.Saving outcome, long began, long ended) {}

    private final AtomicLong count = new AtomicLong();
    private final Queue<Write> writes = new ConcurrentLinkedQueue<>();

    List<Write> writes() {
        return List.copyOf(writes);
    }

    private Bookings.Saving note(Object what, boolean isNew, Supplier<Bookings.Saving> write) {
        var began = count.incrementAndGet();
        var outcome = write.get();
        writes.add(new Write(what, isNew, outcome, began, count.incrementAndGet()));
        return outcome;
    }

    Bookings noting(Bookings bookings) {
        return new Bookings() {
            @Override
            public Saving add(Accepted born, Op op, Change entry) {
                return note(born.booking(), true, () -> bookings.add(born, op, entry));
            }

            @Override
            public Saving save(Accepted change, @Nullable Op op, Change entry) {
                return note(change.booking(), false, () -> bookings.save(change, op, entry));
            }

            @Override
            public Saving exchange(Accepted change, BookingId asked, Op op, Change entry) {
                return note(change.booking(), false, () -> bookings.exchange(change, asked, op, entry));
            }

            @Override
            public Optional<Kept> find(BookingId id) {
                return bookings.find(id);
            }

            @Override
            public Optional<Kept> madeFor(BookingId asked) {
                return bookings.madeFor(asked);
            }

            @Override
            public Optional<List<Change>> history(BookingId id) {
                return bookings.history(id);
            }

            @Override
            public List<Booking> having(Claims claims) {
                return bookings.having(claims);
            }

            @Override
            public List<Booking> paidWith(VoucherId voucher) {
                return bookings.paidWith(voucher);
            }

            @Override
            public List<Booking> taking(BlockedTime time) {
                return bookings.taking(time);
            }

            @Override
            public List<Booking> lapsed(Instant now, int limit) {
                return bookings.lapsed(now, limit);
            }
        };
    }

    Blocks noting(Blocks blocks) {
        return new Blocks() {
            @Override
            public Bookings.Saving add(Block.Change born, @Nullable Op op) {
                return note(born.block(), true, () -> blocks.add(born, op));
            }

            @Override
            public Bookings.Saving save(Block.Change change) {
                return note(change.block(), false, () -> blocks.save(change));
            }

            @Override
            public Optional<Kept> find(BlockId id) {
                return blocks.find(id);
            }

            @Override
            public List<Block> standing(Record resource, Instant from, Instant to) {
                return blocks.standing(resource, from, to);
            }
        };
    }
}
