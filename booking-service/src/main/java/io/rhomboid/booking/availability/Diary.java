package io.rhomboid.booking.availability;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

import org.jspecify.annotations.Nullable;

import io.rhomboid.booking.availability.Ledger.Entry;
import io.rhomboid.contracts.block.BlockId;
import io.rhomboid.contracts.booking.BookingId;

/**
 * Which therapist, room and piece of equipment is taken when, as far as this instance has heard.
 *
 * <p>It hears of one booking or block in more than one way – from the store at start, from its own writes at once, from the
 * topic later – repeated and in any order. Its version sorts it out: only what is newer than what is known
 * changes anything. Readers never wait.
 */
public final class Diary implements Occupancy {

    private final Resources resources = new Resources();
    private final Ledger ledger = new Ledger(resources);
    private final LongAdder changes = new LongAdder();

    /** The booking takes this and no longer what it took before. False if something newer is known. */
    public boolean claim(BookingId booking, long version, Claim claim) {
        return learn(booking, new Entry(version, claim, claim.until()));
    }

    /**
     * The booking takes nothing any more. False if something newer is known.
     *
     * @param until when it would have ended; it can be forgotten after
     */
    public boolean release(BookingId booking, long version, Instant until) {
        return learn(booking, new Entry(version, null, until));
    }

    /** As for a booking. */
    public boolean claim(BlockId block, long version, Claim claim) {
        return learn(block, new Entry(version, claim, claim.until()));
    }

    /** As for a booking. */
    public boolean release(BlockId block, long version, Instant until) {
        return learn(block, new Entry(version, null, until));
    }

    private boolean learn(Record id, Entry news) {
        return ledger.learn(id, news, this::exchange);
    }

    /** Drops what ended before this moment. A late message about it may bring it back; it is past all the same. */
    public void forgetBefore(Instant moment) {
        ledger.forgetBefore(moment, this::exchange);
    }

    /** Takes before it gives back, so that nobody sees the slot free in between. */
    private void exchange(@Nullable Entry known, @Nullable Entry news) {
        for (var claim = claim(news); claim != null; claim = claim.also()) {
            for (var resource : claim.resources()) resources.of(resource).take(claim);
        }
        for (var claim = claim(known); claim != null; claim = claim.also()) {
            for (var resource : claim.resources()) resources.of(resource).giveBack(claim);
        }
        changes.increment();
    }

    /** How often something has changed: who finds the same number as before has missed nothing. */
    public long changes() {
        return changes.sum();
    }

    private static @Nullable Claim claim(@Nullable Entry entry) {
        return entry == null ? null : entry.claim();
    }

    /** This diary, as if the booking took nothing: it may move to a slot that overlaps its own. */
    public Occupancy without(BookingId booking) {
        return without(List.of(booking));
    }

    /** This diary, as if these bookings took nothing. */
    public Occupancy without(Collection<BookingId> bookings) {
        Occupancy rest = this;
        for (var booking : bookings) {
            var entry = ledger.get(booking);
            if (entry != null && entry.claim() != null) rest = new Without(rest, entry.claim());
        }
        return rest;
    }

    @Override
    public BusyTimes busy(Record resource) {
        return resources.busy(resource);
    }

    /** What is taken, and one more claim. */
    record With(Occupancy all, Claim claim) implements Occupancy {

        @Override
        public BusyTimes busy(Record resource) {
            var known = all.busy(resource);
            return claim.takes(resource) ? known.with(claim.firstCell(), claim.endCell(), claim.day()) : known;
        }
    }

    /** What is taken, without one booking's claim. */
    record Without(Occupancy all, Claim claim) implements Occupancy {

        @Override
        public BusyTimes busy(Record resource) {
            var known = all.busy(resource);
            for (var taken = claim; taken != null; taken = taken.also()) {
                if (taken.takes(resource)) known = known.without(taken.firstCell(), taken.endCell(), taken.day());
            }
            return known;
        }
    }
}
