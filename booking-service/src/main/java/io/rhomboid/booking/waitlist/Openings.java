package io.rhomboid.booking.waitlist;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.rhomboid.booking.availability.AskedStart;
import io.rhomboid.booking.availability.Catalogue;
import io.rhomboid.booking.availability.CellSet;
import io.rhomboid.booking.availability.Claim;
import io.rhomboid.booking.availability.FreeSlot;
import io.rhomboid.booking.availability.FreeSlots;
import io.rhomboid.booking.availability.Occupancy;
import io.rhomboid.booking.availability.SlotSearch;
import io.rhomboid.booking.availability.StartAnswer.Fits;
import io.rhomboid.booking.availability.StartCheck;
import io.rhomboid.booking.availability.When;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.clinic.WaitlistOrder;
import io.rhomboid.contracts.therapist.Offer;
import io.rhomboid.contracts.therapist.Therapist;
import io.rhomboid.contracts.therapist.TherapistId;

/**
 * What those who wait could take at one moment, as far as availability knows. Serves one question of one thread.
 *
 * <p>How well a session fits is counted in <em>unusable minutes</em>: those of the therapist's time at the clinic on
 * that day that lie in at least one session which could be booked before, lie in none that could be booked after, and
 * are taken neither by the session nor by its buffers. So an hour in a gap of an hour costs nothing, and an hour that
 * leaves half an hour costs thirty where the shortest session is longer than that.
 */
final class Openings {

    /** Whoever is offered something has at least this long to answer. */
    static final Duration SHORTEST_OFFER = Duration.ofMinutes(5);

    /** Of one's own; what is free and fits has usually been offered long ago. */
    private static final int SLOTS_EACH = 100;

    private static final int SLOTS_A_DAY = 24 * 60 / CellSet.MINUTES;

    private final Catalogue catalogue;
    private final Occupancy occupancy;
    private final Instant now;
    private final FreeSlots free;
    private final Map<Day, BitSet> bookable = new HashMap<>();

    private record Day(TherapistId therapist, ClinicId clinic, LocalDate date) {}

    Openings(Catalogue catalogue, Occupancy occupancy, Instant now) {
        this.catalogue = catalogue;
        this.occupancy = occupancy;
        this.now = now;
        free = new FreeSlots(catalogue, occupancy);
    }

    /** What this one could take and has not passed; by the clinic's rules, not asking whether they are elsewhere. */
    List<Candidate> of(Entry entry, WaitlistOrder order) {
        return of(entry.wish(), SLOTS_EACH).stream()
                .filter(slot -> !entry.hasPassed(slot))
                .map(slot -> new Candidate(
                        entry, slot, order == WaitlistOrder.BEST_FIT ? unusableMinutes(entry.wish(), slot) : 0))
                .toList();
    }

    /** What is free and as wished. */
    List<FreeSlot> of(Wish wish, int limit) {
        var clinic = catalogue.clinic(wish.clinicId());
        if (clinic.isEmpty()) return List.of();
        var soonest = now.plus(wish.notice()).plus(SHORTEST_OFFER);
        var first = new When.Day(wish.from()).startIn(clinic.get().zone());
        var from = new When.Moment(first.isBefore(soonest) ? soonest : first);
        var slots = new ArrayList<FreeSlot>();
        for (int minutes : wish.lengths()) {
            slots.addAll(free.find(
                            new SlotSearch(
                                    wish.treatment(),
                                    minutes,
                                    wish.therapistId(),
                                    wish.clinicId(),
                                    from,
                                    new When.Day(wish.until()),
                                    limit,
                                    wish.parts(),
                                    wish.days(),
                                    null),
                            now)
                    .slots());
        }
        return slots;
    }

    int unusableMinutes(Wish wish, FreeSlot slot) {
        var minutes = Math.toIntExact(Duration.between(slot.start(), slot.end()).toMinutes());
        var asked = new AskedStart(slot.therapistId(), slot.clinicId(), wish.treatment(), minutes, slot.start());
        if (!(new StartCheck(catalogue, occupancy).check(asked, now) instanceof Fits fits)) return Integer.MAX_VALUE;
        var date = LocalDate.ofInstant(slot.start(), fits.zone());
        var day = new Day(slot.therapistId(), slot.clinicId(), date);
        var claim = new Claim(
                Set.of(slot.therapistId()),
                Set.of(),
                Set.of(),
                slot.start().minus(Duration.ofMinutes(fits.bufferBeforeMinutes())),
                fits.end().plus(Duration.ofMinutes(fits.bufferAfterMinutes())),
                date);
        var lost =
                (BitSet) bookable.computeIfAbsent(day, _ -> bookable(day, free)).clone();
        lost.andNot(bookable(day, new FreeSlots(catalogue, occupancy.with(claim))));
        long origin = origin(day);
        for (long cell = CellSet.cellOf(claim.from()); cell < CellSet.cellFrom(claim.to()); cell++) {
            if (cell >= origin) lost.clear((int) (cell - origin));
        }
        return lost.cardinality() * CellSet.MINUTES;
    }

    /** The cells, counted from {@link #origin}, of all sessions that the therapist could be booked for on that day. */
    private BitSet bookable(Day day, FreeSlots slots) {
        var cells = new BitSet();
        long origin = origin(day);
        var date = new When.Day(day.date());
        for (Offer offer : offers(day)) {
            var search = new SlotSearch(
                    offer.treatment(),
                    offer.lengthMinutes(),
                    day.therapist(),
                    day.clinic(),
                    date,
                    date,
                    SLOTS_A_DAY + 12);
            for (var slot : slots.find(search, now).slots()) {
                int first = (int) (CellSet.cellOf(slot.start()) - origin);
                cells.set(first, first + offer.lengthMinutes() / CellSet.MINUTES);
            }
        }
        return cells;
    }

    private List<Offer> offers(Day day) {
        return catalogue.therapist(day.therapist()).map(Therapist::offers).orElse(List.of()).stream()
                .filter(offer -> offer.clinicId().equals(day.clinic()))
                .toList();
    }

    private long origin(Day day) {
        return CellSet.cellOf(new When.Day(day.date())
                .startIn(catalogue.clinic(day.clinic()).orElseThrow().zone()));
    }
}
