package io.rhomboid.booking.availability;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.rhomboid.booking.availability.Arrangement.Seat;
import io.rhomboid.booking.availability.VisitSearch.Wanted;
import io.rhomboid.booking.availability.Workplace.Offering;
import io.rhomboid.contracts.clinic.ClinicId;

/**
 * When can several sessions be had in one visit? For one moment's catalogue and diary.
 *
 * <p>Goes through all clinics a day at a time, so that who asks for the earliest need not wait for the whole month. A
 * start is offered once for each clinic, with the first therapists that go together: for each session who gave the
 * former one of the same person, then the others by their ids.
 */
public final class FreeVisits {

    private static final long DAY = 288;

    private static final Comparator<FreeVisit> IN_ORDER = Comparator.comparing(FreeVisit::start)
            .thenComparing(visit -> visit.clinicId().value(), Bookable.BY_UUID);

    private final Catalogue catalogue;
    private final Occupancy occupancy;

    public FreeVisits(Catalogue catalogue, Occupancy occupancy) {
        this.catalogue = catalogue;
        this.occupancy = occupancy;
    }

    /**
     * Free visits, the earliest first.
     *
     * @param visits ordered by start, then clinic
     * @param truncated whether there are more than were asked for
     */
    public record Found(List<FreeVisit> visits, boolean truncated) {

        public Found {
            visits = List.copyOf(visits);
        }
    }

    /** What is free in the time asked for; nothing when a treatment, therapist or clinic is not known. */
    public Found find(VisitSearch search, Instant now) {
        var stretches = new ArrayList<Stretch>();
        long begin = Long.MAX_VALUE;
        long end = Long.MIN_VALUE;
        for (var place : places(search)) {
            var stretch = new Stretch(search, place, now);
            if (stretch.from >= stretch.to) continue;
            stretches.add(stretch);
            begin = Math.min(begin, stretch.from);
            end = Math.max(end, stretch.to);
        }
        var all = new ArrayList<FreeVisit>();
        for (long day = begin; day < end && all.size() <= search.limit(); day += DAY) {
            var ofDay = new ArrayList<FreeVisit>();
            for (var stretch : stretches) stretch.addVisits(ofDay, day, day + DAY);
            ofDay.sort(IN_ORDER);
            all.addAll(ofDay);
        }
        return all.size() > search.limit() ? new Found(all.subList(0, search.limit()), true) : new Found(all, false);
    }

    /**
     * The free starts nearest to the one asked for, before and after it, the nearest first; with the same therapists.
     * Each told as one slot: the first therapist's, as long and dear as the whole visit. The asked one is never among
     * them.
     */
    public List<FreeSlot> nearest(AskedVisit asked, int count, Instant now) {
        var place = catalogue.place(asked.clinicId());
        if (place == null) return List.of();
        var wanted = asked.sessions().stream()
                .map(one -> new Wanted(one.treatment(), one.lengthMinutes(), one.therapistId(), one.companions()))
                .toList();
        var anytime = new VisitSearch(
                wanted,
                asked.oneRoom(),
                asked.clinicId(),
                new When.Moment(now),
                new When.Moment(place.horizon(now)),
                count,
                Set.of(),
                Set.of(),
                null);
        if (!places(anytime).contains(place)) return List.of();
        return new Stretch(anytime, place, now)
                .nearest(CellSet.cellOf(asked.start()), count).stream()
                        .map(visit -> new FreeSlot(
                                visit.sessions().getFirst().therapistId(),
                                visit.clinicId(),
                                visit.start(),
                                visit.end(),
                                visit.price()))
                        .toList();
    }

    /** Where each session is given by somebody. */
    private Set<Place> places(VisitSearch search) {
        Set<Place> all = null;
        for (var wanted : search.sessions()) {
            if (catalogue.treatment(wanted.treatment()).isEmpty()) return Set.of();
            var bookable = bookable(wanted, search.clinicId());
            var here = new HashSet<Place>();
            for (int i = 0; i < bookable.places(); i++) here.add(bookable.place(i));
            if (all == null) all = here;
            else all.retainAll(here);
        }
        if (all == null) return Set.of();
        var around = search.around();
        if (around != null) all.removeIf(place -> !around.reaches(place.clinic().coordinates()));
        return all;
    }

    private Bookable bookable(Wanted wanted, @Nullable ClinicId clinic) {
        return catalogue.bookable(
                new Offering(wanted.treatment(), wanted.lengthMinutes()), wanted.therapistId(), clinic);
    }

    /** The time asked for at one clinic. */
    private final class Stretch {

        private final VisitSearch search;
        private final Place place;
        private final List<Part> parts = new ArrayList<>();
        private final long from;
        private final long to;

        Stretch(VisitSearch search, Place place, Instant now) {
            this.search = search;
            this.place = place;
            int own = 0;
            int theirs = 0;
            for (var wanted : search.sessions()) {
                var part = new Part(wanted, wanted.companions() ? theirs : own, now);
                if (wanted.companions()) theirs += part.session.length();
                else own += part.session.length();
                parts.add(part);
            }
            var first = parts.getFirst().session;
            var zone = place.clinic().zone();
            from = first.firstStart(search.from().startIn(zone));
            to = first.endOfStarts(search.to().endIn(zone));
        }

        /** One session, with everybody who gives it and when they could. */
        private final class Part {

            private final Wanted wanted;
            private final Session session;
            private final int offset;
            private final List<Workplace> workplaces = new ArrayList<>();
            private final List<CellSet> starts = new ArrayList<>();

            Part(Wanted wanted, int offset, Instant now) {
                this.wanted = wanted;
                this.offset = offset;
                var treatment = catalogue.treatment(wanted.treatment()).orElseThrow();
                session = new Session(place, wanted.treatment(), treatment, wanted.lengthMinutes(), now);
                var bookable = bookable(wanted, place.id());
                for (int i = 0; i < bookable.size(); i++) {
                    workplaces.add(bookable.workplace(i));
                    starts.add(new CellSet());
                }
            }

            /** Looks at the starts that belong to visits which start in this time. */
            void look(long begin, long end) {
                long last = Math.min(end + offset, session.endOfStarts(session.horizon()));
                for (int i = 0; i < workplaces.size(); i++) {
                    var free = starts.get(i);
                    free.clear(begin + offset, end + offset);
                    if (begin + offset >= last) continue;
                    var workplace = workplaces.get(i);
                    var busy = occupancy.busy(workplace.therapistId());
                    session.fillLaterStarts(free, begin + offset, last, workplace, busy);
                }
            }

            boolean isGivenAt(long start) {
                for (var free : starts) {
                    if (free.contains(start + offset)) return true;
                }
                return false;
            }
        }

        void addVisits(List<FreeVisit> into, long begin, long end) {
            for (var start : starts(Math.max(begin, from), Math.min(end, to))) {
                var visit = at(start);
                if (visit != null) into.add(visit);
            }
        }

        /** The starts at which each session could be given by somebody; whether all go together is asked later. */
        private List<Long> starts(long begin, long end) {
            if (begin >= end) return List.of();
            for (var part : parts) part.look(begin, end);
            var calendar = parts.getFirst().session.calendar();
            var wanted = search.parts().isEmpty() && search.days().isEmpty()
                    ? calendar.grid()
                    : calendar.starts(search.parts(), search.days());
            var all = new ArrayList<Long>();
            var grid = calendar.grid();
            for (long start = grid.next(begin); start != CellSet.NONE && start < end; start = grid.next(start + 1)) {
                long at = start;
                if (wanted.contains(at) && parts.stream().allMatch(part -> part.isGivenAt(at))) all.add(at);
            }
            return all;
        }

        List<FreeVisit> nearest(long asked, int count) {
            if (from >= to) return List.of();
            var starts = starts(from, to);
            starts.sort(Comparator.comparingLong((Long start) -> Math.abs(start - asked))
                    .thenComparing(Comparator.naturalOrder()));
            var visits = new ArrayList<FreeVisit>(count);
            for (var start : starts) {
                var visit = start == asked ? null : at(start);
                if (visit != null) visits.add(visit);
                if (visits.size() == count) break;
            }
            return visits;
        }

        private @Nullable FreeVisit at(long start) {
            return new Choice(start).made();
        }

        /** Who gives each session of a visit with this start. */
        private final class Choice {

            private final long start;
            private final List<Seat> seats = new ArrayList<>(parts.size());
            /** Where things are depends on the buffers alone; most therapists have the same. */
            private final Map<List<Buffers>, Boolean> premises = new HashMap<>();

            Choice(long start) {
                this.start = start;
            }

            @Nullable
            FreeVisit made() {
                return choose() ? visit() : null;
            }

            private boolean choose() {
                int index = seats.size();
                if (index == parts.size()) return goesTogether();
                var part = parts.get(index);
                var former = index > 0 && parts.get(index - 1).wanted.companions() == part.wanted.companions()
                        ? seats.getLast().workplace()
                        : null;
                int preferred = former == null ? -1 : part.workplaces.indexOf(former);
                if (preferred >= 0 && choose(part, preferred)) return true;
                for (int i = 0; i < part.workplaces.size(); i++) {
                    if (i != preferred && choose(part, i)) return true;
                }
                return false;
            }

            private boolean choose(Part part, int index) {
                long at = start + part.offset;
                if (!part.starts.get(index).contains(at)) return false;
                seats.add(new Seat(part.session, part.workplaces.get(index), at, part.wanted.companions()));
                if (choose()) return true;
                seats.removeLast();
                return false;
            }

            private boolean goesTogether() {
                var arrangement = new Arrangement(seats, occupancy);
                return premises.computeIfAbsent(
                                seats.stream().map(Seat::buffers).toList(),
                                _ -> arrangement.hasPremises(search.oneRoom()))
                        && arrangement.against(_ -> false) == null;
            }

            private FreeVisit visit() {
                var slots = new ArrayList<FreeSlot>();
                for (int i = 0; i < seats.size(); i++) {
                    var seat = seats.get(i);
                    var wanted = parts.get(i).wanted;
                    var offering = new Offering(wanted.treatment(), wanted.lengthMinutes());
                    slots.add(new FreeSlot(
                            seat.workplace().therapistId(),
                            place.id(),
                            CellSet.startOf(seat.start()),
                            CellSet.startOf(seat.end()),
                            Objects.requireNonNull(seat.workplace().offers().get(offering))));
                }
                var rooms = Objects.requireNonNull(new Arrangement(seats, occupancy).premises(search.oneRoom()))
                        .rooms();
                boolean together = seats.getLast().companions()
                        && rooms.stream().distinct().count() == 1;
                return new FreeVisit(place.id(), CellSet.startOf(start), slots, together);
            }
        }
    }
}
