package io.rhomboid.booking.availability;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.rhomboid.booking.availability.Workplace.Offering;
import io.rhomboid.contracts.Money;

/** When is someone free? For one moment's catalogue and diary. */
public final class FreeSlots {

    private final Catalogue catalogue;
    private final Occupancy occupancy;

    public FreeSlots(Catalogue catalogue, Occupancy occupancy) {
        this.catalogue = catalogue;
        this.occupancy = occupancy;
    }

    /**
     * Free slots, the earliest first.
     *
     * @param slots ordered by start, then therapist, then clinic
     * @param truncated whether there are more than were asked for
     */
    public record Found(List<FreeSlot> slots, boolean truncated) {}

    /** What is free in the time asked for; nothing when treatment, therapist or clinic is not known. */
    public Found find(SlotSearch search, Instant now) {
        var offering = new Offering(search.treatment(), search.lengthMinutes());
        var treatment = catalogue.treatment(search.treatment());
        var workplaces = catalogue.bookable(offering, search.therapistId(), search.clinicId());
        if (treatment.isEmpty() || workplaces.isEmpty()) return new Found(List.of(), false);

        var stretches = new HashMap<Place, Stretch>();
        var where = new Stretch[workplaces.size()];
        long from = Long.MAX_VALUE;
        long to = Long.MIN_VALUE;
        for (int i = 0; i < where.length; i++) {
            var place = workplaces.get(i).place();
            where[i] = stretches.computeIfAbsent(
                    place, _ -> new Stretch(new Session(place, treatment.get(), search.lengthMinutes(), now), search));
            from = Math.min(from, where[i].from);
            to = Math.max(to, where[i].to);
        }

        var starts = new Starts();
        var free = new CellSet();
        // Short steps first: who asks for the earliest need not wait for the rest.
        int step = 64;
        for (long begin = from; begin < to && starts.count <= search.limit(); begin += step, step *= 2) {
            int already = starts.count;
            for (int i = 0; i < where.length; i++) {
                long first = Math.max(begin, where[i].from);
                long end = Math.min(begin + step, where[i].to);
                if (first >= end) continue;
                var blockedHere = where[i].blockedHere(begin, first, end);
                where[i].session.fillFreeStarts(free, first, end, workplaces.get(i), blockedHere, occupancy);
                for (long cell = free.next(first); cell != CellSet.NONE; cell = free.next(cell + 1)) {
                    starts.add(cell, i);
                }
            }
            starts.sortFrom(already);
        }
        int count = Math.min(starts.count, search.limit());
        var slots = new ArrayList<FreeSlot>(count);
        for (int i = 0; i < count; i++) {
            slots.add(slot(workplaces.get(starts.whose(i)), offering, starts.cell(i)));
        }
        return new Found(List.copyOf(slots), starts.count > count);
    }

    /**
     * The free starts nearest to the one asked for, before and after it, the nearest first; for the same therapist,
     * clinic, treatment and length. The asked one itself is never among them: whoever asks has just lost it.
     */
    public List<FreeSlot> nearest(AskedStart asked, int count, Instant now) {
        var offering = new Offering(asked.treatment(), asked.lengthMinutes());
        var treatment = catalogue.treatment(asked.treatment());
        var workplaces = catalogue.bookable(offering, asked.therapistId(), asked.clinicId());
        if (treatment.isEmpty() || workplaces.isEmpty()) return List.of();
        var workplace = workplaces.getFirst();
        var session = new Session(workplace.place(), treatment.get(), asked.lengthMinutes(), now);
        long from = session.firstStart(now);
        long to = session.endOfStarts(session.horizon());
        if (from >= to) return List.of();

        var free = new CellSet();
        session.fillFreeStarts(free, from, to, workplace, session.blockedByPremises(occupancy, from, to), occupancy);
        long wanted = CellSet.cellOf(asked.start());
        long before = free.previous(wanted - 1);
        long after = free.next(wanted + 1);
        var slots = new ArrayList<FreeSlot>(count);
        while (slots.size() < count && (before != CellSet.NONE || after != CellSet.NONE)) {
            boolean earlier = after == CellSet.NONE || before != CellSet.NONE && wanted - before <= after - wanted;
            slots.add(slot(workplace, offering, earlier ? before : after));
            if (earlier) before = free.previous(before - 1);
            else after = free.next(after + 1);
        }
        return List.copyOf(slots);
    }

    private static FreeSlot slot(Workplace workplace, Offering offering, long cell) {
        return new FreeSlot(
                workplace.therapistId(),
                workplace.place().id(),
                CellSet.startOf(cell),
                CellSet.startOf(cell + offering.lengthMinutes() / CellSet.MINUTES),
                price(workplace.offers(), offering));
    }

    private static Money price(Map<Offering, Money> offers, Offering offering) {
        var price = offers.get(offering);
        if (price == null) throw new IllegalStateException("not offered: " + offering);
        return price;
    }

    /** The time asked for at one clinic; what its rooms leave is worked out once for all its therapists. */
    private final class Stretch {

        private final Session session;
        private final long from;
        private final long to;
        private long worked = Long.MIN_VALUE;
        private CellSet blocked = new CellSet();

        Stretch(Session session, SlotSearch search) {
            var zone = session.place().clinic().zone();
            this.session = session;
            from = session.firstStart(search.from().startIn(zone));
            to = session.endOfStarts(search.to().endIn(zone));
        }

        CellSet blockedHere(long begin, long first, long end) {
            if (worked != begin) {
                blocked = session.blockedByPremises(occupancy, first, end);
                worked = begin;
            }
            return blocked;
        }
    }

    /** Starts and whose they are, as one number each, so that thousands sort without an object. */
    private static final class Starts {

        private long[] packed = new long[64];
        private int count;

        void add(long cell, int whose) {
            if (count == packed.length) packed = Arrays.copyOf(packed, count * 2);
            packed[count++] = cell << 32 | whose;
        }

        void sortFrom(int index) {
            Arrays.sort(packed, index, count);
        }

        long cell(int index) {
            return packed[index] >> 32;
        }

        int whose(int index) {
            return (int) packed[index];
        }
    }
}
