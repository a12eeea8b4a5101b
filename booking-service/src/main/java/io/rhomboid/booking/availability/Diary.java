package io.rhomboid.booking.availability;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

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

    /** What is known about one booking or block; without a claim it has given its slot back. */
    private record Entry(long version, @Nullable Claim claim, Instant until) {}

    private final Map<Record, Entry> entries = new ConcurrentHashMap<>();
    private final Map<Record, BusyTimes> busy = new ConcurrentHashMap<>();

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
        var kept = entries.compute(id, (_, known) -> {
            if (known != null && known.version >= news.version) return known;
            if (news.claim != null) take(news.claim);
            if (known != null && known.claim != null) giveBack(known.claim);
            return news;
        });
        return kept == news;
    }

    /** Drops what ended before this moment. A late message about it may bring it back; it is past all the same. */
    public void forgetBefore(Instant moment) {
        for (var id : entries.keySet()) {
            entries.computeIfPresent(id, (_, known) -> {
                if (!known.until.isBefore(moment)) return known;
                if (known.claim != null) giveBack(known.claim);
                return null;
            });
        }
    }

    /** This diary, as if the booking took nothing: it may move to a slot that overlaps its own. */
    public Occupancy without(BookingId booking) {
        return without(List.of(booking));
    }

    /** This diary, as if these bookings took nothing. */
    public Occupancy without(Collection<BookingId> bookings) {
        Occupancy rest = this;
        for (var booking : bookings) {
            var entry = entries.get(booking);
            if (entry != null && entry.claim != null) rest = new Without(rest, entry.claim);
        }
        return rest;
    }

    @Override
    public BusyTimes busy(Record resource) {
        return busy.getOrDefault(resource, BusyTimes.NONE);
    }

    private void take(Claim claim) {
        for (var resource : claim.resources()) {
            busy.compute(
                    resource,
                    (_, known) -> (known == null ? BusyTimes.NONE : known)
                            .with(claim.firstCell(), claim.endCell(), claim.day()));
        }
        if (claim.also() != null) take(claim.also());
    }

    private void giveBack(Claim claim) {
        if (claim.also() != null) giveBack(claim.also());
        for (var resource : claim.resources()) {
            busy.computeIfPresent(resource, (_, known) -> {
                var rest = known.without(claim.firstCell(), claim.endCell(), claim.day());
                return rest.isEmpty() ? null : rest;
            });
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
