package io.rhomboid.booking.block;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.rhomboid.booking.block.Block.Change;
import io.rhomboid.booking.reservation.Bookings.Saving;
import io.rhomboid.booking.reservation.Op;
import io.rhomboid.contracts.block.BlockId;

/** All blocks. A change, its claims and its event are kept by one write, or none of them is. */
public interface Blocks {

    /** @param op the request that made it; null if nobody asked for it by itself */
    record Kept(Block block, @Nullable Op op) {}

    Optional<Kept> find(BlockId id);

    /** Taken if a booking or another block has one of the cells, or there is such a block already. */
    Saving add(Change born, @Nullable Op op);

    /** Changed if somebody else was faster. */
    Saving save(Change change);

    /**
     * The standing blocks that reach into this time, the earliest first.
     *
     * @param resource the typed id of a therapist or a room
     */
    List<Block> standing(Record resource, Instant from, Instant to);
}
