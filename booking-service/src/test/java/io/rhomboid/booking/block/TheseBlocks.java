package io.rhomboid.booking.block;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.rhomboid.booking.block.Block.Change;
import io.rhomboid.booking.reservation.Bookings.Saving;
import io.rhomboid.booking.reservation.Op;
import io.rhomboid.contracts.block.BlockId;

/** These blocks stand, whoever asks, and no others are taken. */
public record TheseBlocks(List<Block> all) implements Blocks {

    @Override
    public Optional<Kept> find(BlockId id) {
        return Optional.empty();
    }

    @Override
    public Saving add(Change born, @Nullable Op op) {
        return Saving.TAKEN;
    }

    @Override
    public Saving save(Change change) {
        return Saving.CHANGED;
    }

    @Override
    public List<Block> standing(Record resource, Instant from, Instant to) {
        return all;
    }
}
