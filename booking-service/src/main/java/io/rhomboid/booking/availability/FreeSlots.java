package io.rhomboid.booking.availability;

import java.time.Instant;
import java.time.LocalTime;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.stream.IntStream;

import io.rhomboid.booking.availability.Workplace.Offering;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.treatment.Treatment;

/** When is someone free? For one moment's catalogue and diary. */
public final class FreeSlots {

    private static final long NOT_THERE = Long.MAX_VALUE;

    private final Catalogue catalogue;
    private final Occupancy occupancy;

    public FreeSlots(Catalogue catalogue, Occupancy occupancy) {
        this.catalogue = catalogue;
        this.occupancy = occupancy;
    }

    /**
     * Free slots, the earliest first.
     *
     * @param slots ordered by start, then therapist, then clinic; eight bytes each until they are looked at
     * @param truncated whether there are more than were asked for
     */
    public record Found(List<FreeSlot> slots, boolean truncated) {}

    /** What is free in the time asked for; nothing when treatment, therapist or clinic is not known. */
    public Found find(SlotSearch search, Instant now) {
        return find(search, now, false);
    }

    /** Each start once, whoever is free then: of several, the first by therapist and clinic. */
    public Found findStarts(SlotSearch search, Instant now) {
        return find(search, now, true);
    }

    private Found find(SlotSearch search, Instant now, boolean once) {
        var offering = new Offering(search.treatment(), search.lengthMinutes());
        var treatment = catalogue.treatment(search.treatment());
        var bookable = catalogue.bookable(offering, search.therapistId(), search.clinicId());
        if (treatment.isEmpty() || bookable.size() == 0) return new Found(List.of(), false);
        // Of so few, most of what they have is wanted.
        boolean few = bookable.size() <= search.limit() / 16;
        var question = new Question(search, bookable, treatment.get(), now);
        var starts = new Starts(once, search.limit());
        if (few) new Sweep(question).addTo(starts);
        else new Merge(question).addTo(starts);
        boolean truncated = starts.count > search.limit();
        int count = Math.min(starts.count, search.limit());
        return new Found(new Slots(starts.packed, count, bookable, offering), truncated);
    }

    /**
     * The same, but all of the nearest clinic first, then of the next.
     *
     * @param around where the way begins; what it does not reach is not looked at
     */
    public Found findNearestFirst(SlotSearch search, Around around, Instant now) {
        var offering = new Offering(search.treatment(), search.lengthMinutes());
        var bookable = catalogue.bookable(offering, search.therapistId(), search.clinicId());
        var nearestFirst = IntStream.range(0, bookable.places())
                .mapToObj(bookable::place)
                .filter(place -> around.reaches(place.clinic().coordinates()))
                .sorted(Comparator.comparingDouble(
                                (Place place) -> around.kmTo(place.clinic().coordinates()))
                        .thenComparing(place -> place.id().value(), Bookable.BY_UUID))
                .toList();
        var slots = new ArrayList<FreeSlot>();
        for (var place : nearestFirst) {
            // One more than wanted, to know whether there are more.
            var here = find(search.at(place.id(), search.limit() + 1 - slots.size()), now);
            slots.addAll(here.slots());
            if (slots.size() > search.limit()) return new Found(slots.subList(0, search.limit()), true);
        }
        return new Found(slots, false);
    }

    /**
     * For each therapist the earliest start of each part of the day, instead of all of them; who is free first comes
     * first.
     *
     * @param search its limit is of therapists
     */
    public List<GoodTimes> goodTimes(SlotSearch search, Instant now) {
        return goodTimes(
                search, Comparator.comparing(times -> times.slots().getFirst().start()), now);
    }

    /** The same, but whoever is free nearest to the point comes first; of these, who is free first. */
    public List<GoodTimes> goodTimesNearestFirst(SlotSearch search, Around around, Instant now) {
        return goodTimes(
                search,
                Comparator.comparingDouble((GoodTimes times) -> times.slots().stream()
                                .mapToDouble(slot -> kmTo(slot, around))
                                .min()
                                .orElseThrow())
                        .thenComparing(times -> times.slots().getFirst().start()),
                now);
    }

    private double kmTo(FreeSlot slot, Around around) {
        return around.kmTo(catalogue.clinic(slot.clinicId()).orElseThrow().coordinates());
    }

    private List<GoodTimes> goodTimes(SlotSearch search, Comparator<GoodTimes> order, Instant now) {
        var offering = new Offering(search.treatment(), search.lengthMinutes());
        var treatment = catalogue.treatment(search.treatment());
        var bookable = catalogue.bookable(offering, search.therapistId(), search.clinicId());
        if (treatment.isEmpty()) return List.of();
        var merge = new Merge(new Question(search, bookable, treatment.get(), now));
        var all = new LinkedHashMap<TherapistId, Map<PartOfDay, FreeSlot>>();
        for (int i = 0; i < bookable.size(); i++) {
            var workplace = bookable.workplace(i);
            var ofTherapist = all.computeIfAbsent(workplace.therapistId(), _ -> new EnumMap<>(PartOfDay.class));
            merge.firstOfEachPart(i)
                    .forEach((part, cell) -> ofTherapist.merge(
                            part,
                            slot(workplace, offering, cell),
                            (known, other) -> other.start().isBefore(known.start()) ? other : known));
        }
        return all.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> new GoodTimes(
                        entry.getKey(),
                        entry.getValue().values().stream()
                                .sorted(Comparator.comparing(FreeSlot::start))
                                .toList()))
                .sorted(order)
                .limit(search.limit())
                .toList();
    }

    /**
     * The free starts nearest to the one asked for, before and after it, the nearest first; for the same therapist,
     * clinic, treatment and length. The asked one itself is never among them: whoever asks has just lost it.
     */
    public List<FreeSlot> nearest(AskedStart asked, int count, Instant now) {
        var offering = new Offering(asked.treatment(), asked.lengthMinutes());
        var treatment = catalogue.treatment(asked.treatment());
        var bookable = catalogue.bookable(offering, asked.therapistId(), asked.clinicId());
        if (treatment.isEmpty() || bookable.size() == 0) return List.of();
        var workplace = bookable.workplace(0);
        var session = new Session(workplace.place(), asked.treatment(), treatment.get(), asked.lengthMinutes(), now);
        long from = session.firstStart(now);
        long to = session.endOfStarts(session.horizon());
        if (from >= to) return List.of();

        var free = new CellSet();
        var blockedHere = new CellSet();
        session.fillBlockedByPremises(blockedHere, occupancy, from, to, session.buffers(workplace));
        session.fillFreeStarts(free, from, to, workplace, blockedHere, occupancy);
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
                Objects.requireNonNull(workplace.offers().get(offering)));
    }

    /** Starts and whose they are, made into slots when somebody looks. */
    private static final class Slots extends AbstractList<FreeSlot> implements RandomAccess {

        private final long[] starts;
        private final int count;
        private final Bookable bookable;
        private final Offering offering;

        Slots(long[] starts, int count, Bookable bookable, Offering offering) {
            this.starts = starts;
            this.count = count;
            this.bookable = bookable;
            this.offering = offering;
        }

        @Override
        public FreeSlot get(int index) {
            long start = starts[Objects.checkIndex(index, count)];
            return slot(bookable.workplace((int) start), offering, start >> 32);
        }

        @Override
        public int size() {
            return count;
        }
    }

    /** Starts and whose they are, as one number each. */
    private static final class Starts {

        private final boolean once;
        private final int most;
        private long[] packed = new long[64];
        private int count;

        /**
         * @param once whether of several starts at the same time only the first counts
         * @param most how many are wanted
         */
        Starts(boolean once, int most) {
            this.once = once;
            this.most = most;
        }

        /** At the same time as the last one, or later. */
        void add(long start) {
            if (once && count > 0 && packed[count - 1] >> 32 == start >> 32) return;
            makeRoomFor(1, count);
            packed[count++] = start;
        }

        /** @param likely how many come in all, at least so many as now; never much more than are wanted */
        void makeRoomFor(int more, long likely) {
            if (count + more <= packed.length) return;
            packed = Arrays.copyOf(packed, count + (int) Math.max(more, Math.min(likely, most)));
        }
    }

    /**
     * Works out everybody's starts, two weeks at a time, and sorts them by counting. For a few of whom most is wanted.
     *
     * <p>However long the time asked for, it needs the same memory beside the answer.
     */
    private final class Sweep {

        private static final long BLOCK = 4_096;

        private final Question question;
        private final Stretch[] stretches;
        private final long[] froms;
        private final CellSet[] free;
        private final int[] places;

        Sweep(Question question) {
            this.question = question;
            stretches = new Stretch[question.bookable.places()];
            froms = new long[stretches.length];
            free = new CellSet[question.bookable.size()];
            // Who is alone needs no sorting.
            places = new int[free.length == 1 ? 0 : (int) BLOCK];
        }

        void addTo(Starts starts) {
            long begin = Long.MAX_VALUE;
            long end = Long.MIN_VALUE;
            for (int i = 0; i < stretches.length; i++) {
                long from = question.firstStart(i);
                if (from == NOT_THERE) continue;
                stretches[i] = new Stretch(question, i, BLOCK);
                froms[i] = from;
                begin = Math.min(begin, from);
                end = Math.max(end, stretches[i].to);
            }
            Arrays.setAll(free, _ -> new CellSet(0, BLOCK));
            for (long block = begin / BLOCK * BLOCK; block < end && starts.count <= question.search.limit(); ) {
                addBlock(starts, block, (end - block + BLOCK - 1) / BLOCK);
                block += BLOCK;
            }
        }

        /** @param blocks how many there are from this one on; what comes is taken to be as much in each */
        private void addBlock(Starts starts, long block, long blocks) {
            int count = 0;
            for (int i = 0; i < free.length; i++) {
                fill(free[i], i, block);
                count += free[i].count();
            }
            starts.makeRoomFor(count, count * blocks);
            if (free.length == 1) {
                starts.count = free[0].listInto(starts.packed, starts.count, 0);
            } else if (starts.once) {
                addFirsts(starts, block);
            } else {
                sort(starts, block);
                starts.count += count;
            }
        }

        /** Backwards, so that the first is what remains. */
        private void addFirsts(Starts starts, long block) {
            Arrays.fill(places, 0);
            for (int i = free.length; i > 0; i--) free[i - 1].markInto(places, block, i);
            for (int i = 0; i < places.length; i++) {
                if (places[i] > 0) starts.add(block + i << 32 | places[i] - 1);
            }
        }

        private void fill(CellSet into, int index, long block) {
            into.clear(block, block);
            int place = question.bookable.placeOf(index);
            var stretch = stretches[place];
            if (stretch == null) return;
            long from = Math.max(froms[place], block);
            long to = Math.min(stretch.to, block + BLOCK);
            if (from >= to) return;
            var workplace = question.bookable.workplace(index);
            stretch.session.fillFreeStarts(into, from, to, workplace, stretch.blockedHere(from, workplace), occupancy);
        }

        /** Who has a lower number comes first at the same start. */
        private void sort(Starts starts, long block) {
            Arrays.fill(places, 0);
            for (var ofOne : free) ofOne.countInto(places, block);
            int next = starts.count;
            for (int i = 0; i < places.length; i++) {
                int count = places[i];
                places[i] = next;
                next += count;
            }
            for (int i = 0; i < free.length; i++) free[i].placeInto(starts.packed, places, block, i);
        }
    }

    /**
     * Goes through everybody's starts at once, the earliest next, and looks at nobody before it is their turn.
     *
     * <p>Each waits in a heap under the first start that they could have: at first what their hours allow, which is
     * remembered and costs next to nothing, then what is really free, worked out block by block as it is needed.
     * Ties go by therapist and clinic, as the number of a workplace does.
     */
    private final class Merge {

        /** Cells that are worked out at once. */
        private static final long BLOCK = 512;

        private final SlotSearch search;
        private final Bookable bookable;
        private final Question question;
        private final Stretch[] stretches;
        private final Cursor[] cursors;

        private final long[] heap;
        private int size;

        Merge(Question question) {
            this.question = question;
            search = question.search;
            bookable = question.bookable;
            stretches = new Stretch[bookable.places()];
            cursors = new Cursor[bookable.size()];
            heap = new long[bookable.size()];
        }

        void addTo(Starts starts) {
            enqueueAll();
            while (size > 0 && starts.count <= search.limit()) {
                long first = heap[0] >> 32;
                int index = (int) heap[0];
                var cursor = cursors[index];
                if (cursor == null) cursor = cursors[index] = new Cursor(index);
                if (first >= cursor.knownUntil) cursor.look(first);
                long next = cursor.next(first);
                long rival = size == 1 ? Long.MAX_VALUE : size == 2 ? heap[1] : Math.min(heap[1], heap[2]);
                // Until it is somebody else's turn.
                while (next < cursor.knownUntil && packed(next, index) < rival && starts.count <= search.limit()) {
                    starts.add(packed(next, index));
                    next = cursor.next(next + 1);
                }
                if (next < cursor.to) replaceFirst(packed(next, index));
                else removeFirst();
            }
        }

        Map<PartOfDay, Long> firstOfEachPart(int index) {
            var firsts = new EnumMap<PartOfDay, Long>(PartOfDay.class);
            long from = question.firstStart(bookable.placeOf(index));
            if (from == NOT_THERE) return firsts;
            var cursor = new Cursor(index);
            var zone = cursor.workplace.place().clinic().zone();
            long cell = from;
            while (cell < cursor.to && firsts.size() < PartOfDay.values().length) {
                if (cell >= cursor.knownUntil) cursor.look(cell);
                cell = cursor.next(cell);
                if (cell >= cursor.knownUntil) continue;
                firsts.putIfAbsent(PartOfDay.of(LocalTime.ofInstant(CellSet.startOf(cell), zone)), cell);
                cell++;
            }
            return firsts;
        }

        private static long packed(long cell, int index) {
            return cell << 32 | index;
        }

        private void enqueueAll() {
            var froms = new long[bookable.places()];
            for (int i = 0; i < froms.length; i++) froms[i] = question.firstStart(i);
            for (int i = 0; i < heap.length; i++) {
                long from = froms[bookable.placeOf(i)];
                if (from == NOT_THERE) continue;
                long first = bookable.firstByHours(i, from);
                if (first == CellSet.NONE) {
                    first = stretch(i).session.firstByHours(bookable.workplace(i), from);
                    bookable.rememberFirstByHours(i, from, first);
                }
                heap[size++] = packed(first, i);
            }
            for (int i = size / 2 - 1; i >= 0; i--) siftDown(i);
        }

        private Stretch stretch(int index) {
            int place = bookable.placeOf(index);
            var known = stretches[place];
            if (known != null) return known;
            return stretches[place] = new Stretch(question, place, BLOCK);
        }

        private void replaceFirst(long value) {
            heap[0] = value;
            siftDown(0);
        }

        private void removeFirst() {
            heap[0] = heap[--size];
            siftDown(0);
        }

        private void siftDown(int at) {
            long value = heap[at];
            for (int child = 2 * at + 1; child < size; child = 2 * at + 1) {
                if (child + 1 < size && heap[child + 1] < heap[child]) child++;
                if (heap[child] >= value) break;
                heap[at] = heap[child];
                at = child;
            }
            heap[at] = value;
        }

        /** One workplace's starts, known up to some cell. */
        private final class Cursor {

            private final Workplace workplace;
            private final Stretch stretch;
            private final long to;
            private final CellSet free = new CellSet();
            private long knownUntil = Long.MIN_VALUE;

            Cursor(int index) {
                workplace = bookable.workplace(index);
                stretch = stretch(index);
                to = stretch.to;
            }

            void look(long from) {
                long end = Math.min((from / BLOCK + 1) * BLOCK, to);
                knownUntil = end;
                if (from >= end) return;
                stretch.session.fillFreeStarts(
                        free, from, end, workplace, stretch.blockedHere(from, workplace), occupancy);
            }

            /** The first start from this cell on; where nothing is known yet, there might be one. */
            long next(long cell) {
                if (cell >= knownUntil) return cell;
                long next = free.next(cell);
                return next == CellSet.NONE ? knownUntil : next;
            }
        }
    }

    /** What is asked, and of whom. */
    private record Question(SlotSearch search, Bookable bookable, Treatment treatment, Instant now) {

        /** The first cell that a session may start in there, {@link #NOT_THERE} if it is out of the question. */
        long firstStart(int place) {
            var clinic = bookable.place(place).clinic();
            if (search.around() != null && !search.around().reaches(clinic.coordinates())) return NOT_THERE;
            return Session.firstStart(clinic, search.from().startIn(clinic.zone()), now);
        }
    }

    /** The time asked for at one clinic; what its rooms leave is worked out once for all its therapists. */
    private final class Stretch {

        private final Session session;
        private final long to;
        private final long block;
        private final Map<Buffers, Blocked> blocked = new HashMap<>();

        /** @param block cells that are worked out at once */
        Stretch(Question question, int place, long block) {
            var search = question.search;
            var there = question.bookable.place(place);
            session = new Session(there, search.treatment(), question.treatment, search.lengthMinutes(), question.now)
                    .only(search.parts(), search.days());
            to = session.endOfStarts(search.to().endIn(there.clinic().zone()));
            this.block = block;
        }

        /** For the whole block that this lies in: most who are looked at next want the same one. */
        CellSet blockedHere(long from, Workplace workplace) {
            var buffers = session.buffers(workplace);
            var known = blocked.get(buffers);
            if (known == null) blocked.put(buffers, known = new Blocked());
            long begin = from / block * block;
            if (known.begin != begin) {
                session.fillBlockedByPremises(known.starts, occupancy, begin, begin + block, buffers);
                known.begin = begin;
            }
            return known.starts;
        }
    }

    /** What the rooms and equipment of one clinic block in one block of time. */
    private static final class Blocked {

        private final CellSet starts = new CellSet();
        private long begin = Long.MIN_VALUE;
    }
}
