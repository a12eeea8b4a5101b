package io.rhomboid.booking.reservation.mongo;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.rhomboid.booking.block.Block;
import io.rhomboid.booking.reservation.Booking;
import io.rhomboid.booking.reservation.BookingStatus.Held;
import io.rhomboid.booking.reservation.Bookings.Saving;
import io.rhomboid.booking.reservation.mongo.Recorder.Write;

/**
 * What the store has to be like to whoever uses it, said once more and as simply as can be: one write after the other,
 * in memory, and times compared as times. It knows nothing of cells, claims or indexes.
 *
 * <p>Which of two writes came first is known only when one ended before the other began. So an order is looked for, in
 * which each ends as the store said it did: step by step any of those under way may have been the next (Wing and Gong,
 * "Testing and verifying concurrent objects", 1993).
 */
final class NaiveLedger {

    /** Far more than an order takes that there is. */
    private static final int MOST_STEPS = 200_000;

    private final List<Write> writes;
    private final boolean[] taken;
    private final Map<Record, Object> kept = new HashMap<>();
    private int steps;

    private NaiveLedger(List<Write> writes) {
        this.writes = writes;
        this.taken = new boolean[writes.size()];
    }

    /** All bookings and blocks after these writes; empty if in no order they can have ended as they did. */
    static Optional<Map<Record, Object>> after(List<Write> writes) {
        var ledger = new NaiveLedger(
                writes.stream().sorted(Comparator.comparingLong(Write::began)).toList());
        return ledger.takeFrom(0) ? Optional.of(ledger.kept) : Optional.empty();
    }

    private boolean takeFrom(int first) {
        while (first < taken.length && taken[first]) first++;
        if (first == taken.length) return true;
        long until = Long.MAX_VALUE;
        for (int i = first; i < taken.length && writes.get(i).began() < until; i++) {
            if (!taken[i]) until = Math.min(until, writes.get(i).ended());
        }
        for (int i = first; i < taken.length && writes.get(i).began() < until; i++) {
            var write = writes.get(i);
            if (taken[i] || outcome(write) != write.outcome() || ++steps > MOST_STEPS) continue;
            taken[i] = true;
            boolean changes = write.outcome() == Saving.SAVED;
            var before = changes ? kept.put(id(write.what()), write.what()) : null;
            if (takeFrom(first)) return true;
            taken[i] = false;
            // What changes nothing could have come at any time: if it does not help now, nothing will.
            if (!changes) return false;
            if (before == null) kept.remove(id(write.what()));
            else kept.put(id(write.what()), before);
        }
        return false;
    }

    private Saving outcome(Write write) {
        var there = kept.get(id(write.what()));
        if (write.isNew() && there != null) return Saving.TAKEN;
        if (!write.isNew() && (there == null || version(there) + 1 != version(write.what()))) return Saving.CHANGED;
        return kept.values().stream().anyMatch(other -> collide(write.what(), other)) ? Saving.TAKEN : Saving.SAVED;
    }

    private static boolean collide(Object one, Object other) {
        if (id(one).equals(id(other)) || !isStanding(one) || !isStanding(other)) return false;
        if (one instanceof Booking a
                && other instanceof Booking b
                && a.clientId().equals(b.clientId())) {
            var mine = a.session().slot();
            var theirs = b.session().slot();
            if (meet(mine.start(), mine.end(), theirs.start(), theirs.end())) return true;
            if (a.status() instanceof Held(var _, int place, var _, var _)
                    && b.status() instanceof Held(var _, int otherPlace, var _, var _)
                    && place == otherPlace) return true;
        }
        return !Collections.disjoint(resources(one), resources(other))
                && meet(from(one), to(one), from(other), to(other));
    }

    private static boolean meet(Instant from, Instant to, Instant otherFrom, Instant otherTo) {
        return from.isBefore(otherTo) && otherFrom.isBefore(to);
    }

    private static List<Record> resources(Object what) {
        if (what instanceof Booking booking)
            return List.of(booking.session().therapistId(), booking.session().roomId());
        var time = ((Block) what).time();
        return List.of(time.therapistId() == null ? time.roomId() : time.therapistId());
    }

    private static Instant from(Object what) {
        return what instanceof Booking booking
                ? booking.session()
                        .slot()
                        .start()
                        .minusSeconds(60L * booking.session().bufferBeforeMinutes())
                : ((Block) what).time().start();
    }

    private static Instant to(Object what) {
        return what instanceof Booking booking
                ? booking.session()
                        .slot()
                        .end()
                        .plusSeconds(60L * booking.session().bufferAfterMinutes())
                : ((Block) what).time().end();
    }

    private static boolean isStanding(Object what) {
        return what instanceof Booking booking ? booking.isStanding() : ((Block) what).isStanding();
    }

    private static long version(Object what) {
        return what instanceof Booking booking ? booking.version() : ((Block) what).version();
    }

    static Record id(Object what) {
        return what instanceof Booking booking ? booking.id() : ((Block) what).id();
    }
}
