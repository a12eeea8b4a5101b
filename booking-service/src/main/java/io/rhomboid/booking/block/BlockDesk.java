package io.rhomboid.booking.block;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

import io.rhomboid.booking.availability.Availability;
import io.rhomboid.booking.availability.Claim;
import io.rhomboid.booking.block.BlockAnswer.CatalogueUnknown;
import io.rhomboid.booking.block.BlockAnswer.Done;
import io.rhomboid.booking.block.BlockAnswer.InThePast;
import io.rhomboid.booking.block.BlockAnswer.InTheWay;
import io.rhomboid.booking.block.BlockAnswer.KeyReused;
import io.rhomboid.booking.block.BlockAnswer.TooFarAhead;
import io.rhomboid.booking.block.BlockAnswer.TooLong;
import io.rhomboid.booking.block.BlockAnswer.Touches;
import io.rhomboid.booking.block.BlockAnswer.Unguarded;
import io.rhomboid.booking.block.BlockAnswer.UnknownBlock;
import io.rhomboid.booking.block.BlockAnswer.UnknownResource;
import io.rhomboid.booking.block.BlockAnswer.VersionChanged;
import io.rhomboid.booking.reservation.Booking;
import io.rhomboid.booking.reservation.BookingDesk;
import io.rhomboid.booking.reservation.Bookings;
import io.rhomboid.booking.reservation.Bookings.Saving;
import io.rhomboid.booking.reservation.Op;
import io.rhomboid.contracts.block.BlockId;
import io.rhomboid.contracts.block.BlockedTime;
import io.rhomboid.contracts.therapist.TherapistId;

/**
 * Blocks times and frees them.
 *
 * <p>Who is in the way is asked of the store, to name them; whether the time was won, only the write itself says.
 */
public final class BlockDesk {

    /** Each of a block's cells is an entry of the index: three months are 26,496. */
    private static final Duration LONGEST = Duration.ofDays(92);

    private static final Duration REACH = Duration.ofDays(731);

    /** Each lost race shows who won, unless they have gone again. */
    private static final int ATTEMPTS = 10;

    private final Blocks blocks;
    private final Bookings bookings;
    private final BookingDesk holds;
    private final Availability availability;
    private final BooleanSupplier guarded;
    private final Clock clock;

    /**
     * @param holds frees those in the way whose time is over
     * @param guarded whether the store refuses a claim that somebody has
     */
    public BlockDesk(
            Blocks blocks,
            Bookings bookings,
            BookingDesk holds,
            Availability availability,
            BooleanSupplier guarded,
            Clock clock) {
        this.blocks = blocks;
        this.bookings = bookings;
        this.holds = holds;
        this.availability = availability;
        this.guarded = guarded;
        this.clock = clock;
    }

    /** Whether times can be blocked now: the store refuses a claim that somebody has, and it is known who is there. */
    public boolean isReady() {
        return guarded.getAsBoolean() && availability.isReady();
    }

    /** Blocks the whole time or nothing of it. The id is derived from the key, so that a repeat finds the first. */
    public BlockAnswer block(BlockId id, Op op, BlockedTime wanted, @Nullable String note) {
        if (!guarded.getAsBoolean()) return new Unguarded();
        var made = alreadyMade(id, op);
        if (made.isPresent()) return made.get();
        var now = clock.instant();
        var no = refusal(wanted, now);
        if (no.isPresent()) return no.get();
        var born = Block.born(id, Block.wholeCells(wanted, now), note, null, now);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var inTheWay = inTheWay(born.block().time(), true);
            if (!inTheWay.isNobody()) return new Touches(inTheWay);
            if (blocks.add(born, op) == Saving.SAVED) return new Done(learn(born.block()));
            made = alreadyMade(id, op);
            if (made.isPresent()) return made.get();
        }
        return new Touches(inTheWay(born.block().time(), true));
    }

    /** Who would be in the way; nothing is blocked. Only a refusal or {@link Touches}. */
    public BlockAnswer preview(BlockedTime wanted) {
        var now = clock.instant();
        return refusal(wanted, now).orElseGet(() -> new Touches(inTheWay(Block.wholeCells(wanted, now), false)));
    }

    private Optional<BlockAnswer> refusal(BlockedTime wanted, Instant now) {
        if (!availability.isReady()) return Optional.of(new CatalogueUnknown());
        if (!isKnown(wanted)) return Optional.of(new UnknownResource());
        if (!wanted.end().isAfter(now)) return Optional.of(new InThePast());
        var last = now.plus(REACH);
        if (wanted.end().isAfter(last)) return Optional.of(new TooFarAhead(last));
        var start = wanted.start().isBefore(now) ? now : wanted.start();
        return Duration.between(start, wanted.end()).compareTo(LONGEST) > 0
                ? Optional.of(new TooLong(LONGEST))
                : Optional.empty();
    }

    private boolean isKnown(BlockedTime wanted) {
        var catalogue = availability.catalogue();
        if (wanted.therapistId() != null)
            return catalogue.therapist(wanted.therapistId()).isPresent();
        return catalogue
                .clinic(wanted.clinicId())
                .filter(clinic ->
                        clinic.rooms().stream().anyMatch(room -> room.id().equals(wanted.roomId())))
                .isPresent();
    }

    private Optional<BlockAnswer> alreadyMade(BlockId id, Op op) {
        return blocks.find(id).map(kept -> op.equals(kept.op()) ? new Done(kept.block()) : new KeyReused());
    }

    /** @param expire whether holds whose time is over are freed, rather than just passed over */
    private InTheWay inTheWay(BlockedTime time, boolean expire) {
        var now = clock.instant();
        var standing = new ArrayList<Booking>();
        for (var booking : bookings.taking(time)) {
            if (!booking.isLapsed(now)) standing.add(booking);
            else if (expire) holds.expire(booking);
        }
        return new InTheWay(standing, blocks.standing(resource(time), time.start(), time.end()));
    }

    private static Record resource(BlockedTime time) {
        return time.therapistId() == null ? time.roomId() : time.therapistId();
    }

    /** The block, if it stands and is about this therapist or room. */
    public Optional<Block> find(BlockId id, Record resource) {
        return blocks.find(id)
                .map(Blocks.Kept::block)
                .filter(block -> block.isStanding() && resource(block.time()).equals(resource));
    }

    /** The standing blocks that reach into this time, the earliest first. */
    public List<Block> standing(Record resource, Instant from, Instant to) {
        return blocks.standing(resource, from, to);
    }

    /** Gives the time back. */
    public BlockAnswer free(BlockId id, Record resource, long expected) {
        while (true) {
            var block = find(id, resource).orElse(null);
            if (block == null) return new UnknownBlock();
            if (block.version() != expected) return new VersionChanged(block.version());
            var change = block.free(clock.instant());
            if (change.isEmpty()) return new UnknownBlock();
            if (blocks.save(change.get()) == Saving.SAVED)
                return new Done(learn(change.get().block()));
        }
    }

    /**
     * Has these times of a therapist blocked on behalf of a source, and no others any more. What somebody has booked
     * stays booked, and all around it is blocked; so is what another block has.
     *
     * <p>Only when it {@link #isReady}.
     *
     * @param source whose own blocks may change, for example a subscribed calendar
     * @return the bookings at these times, and no blocks
     */
    public InTheWay replaceBusy(TherapistId therapist, String source, List<BlockedTime> times) {
        var inTheWay = new InTheWay(List.of(), List.of());
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var now = clock.instant();
            var there = inTheWay(BlockedTime.busyElsewhere(therapist, now, now.plus(REACH)), true);
            var wanted = Cells.of(times, now);
            var free = wanted.copy();
            var meeting = new ArrayList<Booking>();
            for (var booking : there.bookings()) {
                var taken = Cells.of(taken(booking, therapist), now);
                if (wanted.meets(taken)) meeting.add(booking);
                free.without(taken);
            }
            var ours = new ArrayList<Block>();
            for (var block : there.blocks()) {
                if (source.equals(block.source())) ours.add(block);
                else free.without(Cells.of(List.of(block.time()), now));
            }
            inTheWay = new InTheWay(meeting, List.of());
            if (replace(ours, free.runs(LONGEST), therapist, source, now)) break;
        }
        return inTheWay;
    }

    /** False if somebody took some of it meanwhile. */
    private boolean replace(
            List<Block> standing, List<Cells.Run> wanted, TherapistId therapist, String source, Instant now) {
        var missing = new HashSet<>(wanted);
        for (var block : standing) {
            if (missing.remove(Cells.of(List.of(block.time()), now).run())) continue;
            block.free(now)
                    .filter(freed -> blocks.save(freed) == Saving.SAVED)
                    .ifPresent(freed -> learn(freed.block()));
        }
        boolean all = true;
        for (var run : missing) {
            var time = BlockedTime.busyElsewhere(therapist, run.start(), run.end());
            var born = Block.born(new BlockId(UUID.randomUUID()), time, null, source, now);
            if (blocks.add(born, null) == Saving.SAVED) learn(born.block());
            else all = false;
        }
        return all;
    }

    /** A therapist's time in a booking, with its buffers. */
    private static List<BlockedTime> taken(Booking booking, TherapistId therapist) {
        var times = new ArrayList<BlockedTime>();
        for (var claim = Claim.of(booking.snapshot()); claim != null; claim = claim.also()) {
            if (claim.therapists().contains(therapist)) {
                times.add(BlockedTime.busyElsewhere(therapist, claim.from(), claim.to()));
            }
        }
        return times;
    }

    /** Nobody is offered what is blocked, and is offered again what is free, at once. */
    private Block learn(Block block) {
        block.enterInto(availability.diary());
        return block;
    }
}
