package io.rhomboid.booking.block;

import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.rhomboid.booking.availability.CellSet;
import io.rhomboid.booking.availability.Claim;
import io.rhomboid.booking.availability.Diary;
import io.rhomboid.contracts.block.BlockEvent;
import io.rhomboid.contracts.block.BlockEvent.TimeBlocked;
import io.rhomboid.contracts.block.BlockEvent.TimeFreed;
import io.rhomboid.contracts.block.BlockId;
import io.rhomboid.contracts.block.BlockedTime;

/**
 * A time in which a therapist or a room can't be booked.
 *
 * <p>It is born standing, with all its cells claimed, and ends freed; its times never change. It never claims what is
 * past.
 *
 * @param note for the staff; never told to other services
 * @param source of an imported time, for example a subscribed calendar; null for what was asked for here
 * @param freedAt null as long as it stands
 */
public record Block(
        BlockId id,
        long version,
        BlockedTime time,
        @Nullable String note,
        @Nullable String source,
        @Nullable Instant freedAt) {

    /** A block as it shall be kept, and the fact to publish. */
    public record Change(Block block, BlockEvent event) {}

    /** @param time as {@link #wholeCells} has it */
    public static Change born(
            BlockId id, BlockedTime time, @Nullable String note, @Nullable String source, Instant now) {
        return new Change(new Block(id, 1, time, note, source, null), new TimeBlocked(id, 1, time, now));
    }

    /** Every cell that is touched, from the one that is now on. */
    static BlockedTime wholeCells(BlockedTime wanted, Instant now) {
        var start = wanted.start().isBefore(now) ? now : wanted.start();
        return wanted.during(CellSet.startOf(CellSet.cellOf(start)), CellSet.startOf(CellSet.cellFrom(wanted.end())));
    }

    /** Gives the time back; empty if that has been done. */
    public Optional<Change> free(Instant now) {
        if (!isStanding()) return Optional.empty();
        return Optional.of(new Change(
                new Block(id, version + 1, time, note, source, now), new TimeFreed(id, version + 1, time, now)));
    }

    public boolean isStanding() {
        return freedAt == null;
    }

    /** Writes what it takes, or that it takes nothing any more. */
    public void enterInto(Diary diary) {
        if (isStanding()) diary.claim(id, version, Claim.of(time));
        else diary.release(id, version, time.end());
    }
}
