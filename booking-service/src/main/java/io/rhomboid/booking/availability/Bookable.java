package io.rhomboid.booking.availability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Everywhere that one session can be had, by therapist and then clinic; never changed.
 *
 * <p>Remembers for each the first start that working hours alone would allow after some moment. Later questions need
 * not look at a therapist at all before the answer has come that far: who asks for the earliest of ten thousand is
 * answered by looking at the few who begin first.
 */
final class Bookable {

    /** As their ids look when written, which is not how {@link UUID#compareTo} has it. */
    static final Comparator<UUID> BY_UUID = (one, other) -> {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    };

    static final Comparator<Workplace> BY_THERAPIST = Comparator.comparing(
                    (Workplace workplace) -> workplace.therapistId().value(), BY_UUID)
            .thenComparing(workplace -> workplace.place().id().value(), BY_UUID);

    static final Bookable NOWHERE = new Bookable(new Workplace[0]);

    private static final int UNKNOWN = 0;

    private final Workplace[] workplaces;
    private final Place[] places;
    private final int[] placeOf;

    /** For each workplace: asked from this cell (high half), the first start is so many cells later (low half). */
    private final AtomicLongArray firsts;

    private Bookable(Workplace[] sorted) {
        workplaces = sorted;
        placeOf = new int[sorted.length];
        firsts = new AtomicLongArray(sorted.length);
        if (sorted.length == 1) {
            places = new Place[] {sorted[0].place()};
            return;
        }
        var indexes = new IdentityHashMap<Place, Integer>();
        var all = new ArrayList<Place>();
        for (int i = 0; i < sorted.length; i++) {
            placeOf[i] = indexes.computeIfAbsent(sorted[i].place(), place -> {
                all.add(place);
                return all.size() - 1;
            });
        }
        places = all.toArray(Place[]::new);
    }

    static Bookable of(Collection<Workplace> workplaces) {
        if (workplaces.isEmpty()) return NOWHERE;
        var sorted = workplaces.toArray(Workplace[]::new);
        Arrays.sort(sorted, BY_THERAPIST);
        return new Bookable(sorted);
    }

    /** Without some and with others; what is remembered of the rest stays. */
    Bookable with(Set<Workplace> gone, List<Workplace> come) {
        var added = come.toArray(Workplace[]::new);
        Arrays.sort(added, BY_THERAPIST);
        var next = new Workplace[workplaces.length + added.length];
        var known = new long[next.length];
        int size = 0;
        int a = 0;
        for (int i = 0; i < workplaces.length; i++) {
            if (gone.contains(workplaces[i])) continue;
            while (a < added.length && BY_THERAPIST.compare(added[a], workplaces[i]) < 0) next[size++] = added[a++];
            known[size] = firsts.getPlain(i);
            next[size++] = workplaces[i];
        }
        while (a < added.length) next[size++] = added[a++];
        if (size == 0) return NOWHERE;
        var bookable = new Bookable(Arrays.copyOf(next, size));
        for (int i = 0; i < size; i++) bookable.firsts.setPlain(i, known[i]);
        return bookable;
    }

    int size() {
        return workplaces.length;
    }

    Workplace workplace(int index) {
        return workplaces[index];
    }

    int places() {
        return places.length;
    }

    Place place(int place) {
        return places[place];
    }

    int placeOf(int index) {
        return placeOf[index];
    }

    /** The first start from this cell on that is known of; {@link CellSet#NONE} if that must be looked up. */
    long firstByHours(int index, long from) {
        long known = firsts.getPlain(index);
        long asOf = known >> 32;
        long first = asOf + (known & 0xffffffffL);
        return known != UNKNOWN && asOf <= from && from <= first ? first : CellSet.NONE;
    }

    void rememberFirstByHours(int index, long from, long first) {
        firsts.setPlain(index, from << 32 | (first - from));
    }
}
