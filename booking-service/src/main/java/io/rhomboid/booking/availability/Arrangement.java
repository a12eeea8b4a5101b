package io.rhomboid.booking.availability;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import io.rhomboid.booking.availability.StartAnswer.CappedDay;
import io.rhomboid.booking.availability.StartAnswer.DayFull;
import io.rhomboid.booking.availability.StartAnswer.DoesNotFit;
import io.rhomboid.booking.availability.StartAnswer.HeldBack;
import io.rhomboid.booking.availability.StartAnswer.NoDoubleRoom;
import io.rhomboid.booking.availability.StartAnswer.NoEquipment;
import io.rhomboid.booking.availability.StartAnswer.NoRoom;
import io.rhomboid.booking.availability.StartAnswer.Protected;
import io.rhomboid.booking.availability.StartAnswer.TreatsTheOther;
import io.rhomboid.booking.availability.VisitAnswer.VisitDoesNotFit;
import io.rhomboid.contracts.clinic.EquipmentId;
import io.rhomboid.contracts.clinic.EquipmentKind;
import io.rhomboid.contracts.clinic.RoomFeature;
import io.rhomboid.contracts.clinic.RoomId;

/**
 * Do sessions make one visit, each of which could take place by itself? Every rule about a visit is written here once,
 * for who searches and for who books.
 *
 * <ol>
 *   <li>Buffers are kept towards everybody else, and between the two who come. Between sessions of one person they are
 *       not: nothing has to be made ready for somebody who is there.
 *   <li>Nobody treats both at once. No room and no piece of equipment serves both at once, but a double room.
 *   <li>The two are in one double room if one is free, else each stays in one room as far as that goes.
 *   <li>Each session counts in its therapist's day. How a day shall fill is asked for the whole stretch that a therapist
 *       treats without a pause, and so is what they hold back.
 * </ol>
 */
final class Arrangement {

    /** One session of the visit. */
    record Seat(Session session, Workplace workplace, long start, boolean companions) {

        Buffers buffers() {
            return session.buffers(workplace);
        }

        long end() {
            return start + session.length();
        }

        /** Whether the two are of different people, and so near that nobody and nothing can serve both. */
        boolean competesWith(Seat other) {
            return companions != other.companions
                    && start - buffers().before()
                            < other.end() + other.buffers().after()
                    && other.start - other.buffers().before()
                            < end() + buffers().after();
        }
    }

    private final List<Seat> seats;
    private final Occupancy occupancy;

    Arrangement(List<Seat> seats, Occupancy occupancy) {
        this.seats = seats;
        this.occupancy = occupancy;
    }

    /** What speaks against these therapists; null if nothing does. Where they treat is not asked. */
    @Nullable
    VisitDoesNotFit against(Predicate<DoesNotFit> waived) {
        for (int i = 0; i < seats.size(); i++) {
            var why = against(i, waived);
            if (why != null) return new VisitDoesNotFit(i + 1, why);
        }
        return null;
    }

    /** Everything that speaks against these therapists and where they would treat; empty if nothing does. */
    List<VisitDoesNotFit> reasons(boolean oneRoom) {
        var all = new ArrayList<VisitDoesNotFit>();
        for (int i = 0; i < seats.size(); i++) {
            var why = against(i, _ -> false);
            if (why != null) all.add(new VisitDoesNotFit(i + 1, why));
        }
        if (!hasPremises(oneRoom)) all.add(withoutPremises(oneRoom));
        return List.copyOf(all);
    }

    private @Nullable DoesNotFit against(int index, Predicate<DoesNotFit> waived) {
        var seat = seats.get(index);
        var day = day(index);
        if (day != null && day.sessions() >= day.cap()) return new DayFull(day);
        var last = seat;
        for (int i = 0; i < seats.size(); i++) {
            var other = seats.get(i);
            if (i == index || !isSame(seat, other)) continue;
            if (i < index && seat.competesWith(other)) return new TreatsTheOther();
            // In the middle of a stretch, which is asked about at its beginning.
            if (other.end() == seat.start) return null;
        }
        for (var next = after(last); next != null; next = after(last)) last = next;
        var busy = occupancy.busy(seat.workplace.therapistId());
        var stretch = new Buffers(seat.buffers().before(), last.buffers().after());
        int length = Math.toIntExact(last.end() - seat.start);
        if (seat.session.isProtected(seat.start, length, stretch, seat.workplace, busy)) {
            if (!waived.test(new Protected())) return new Protected();
        }
        int percent = seat.workplace.rules().lookBusyPercent();
        boolean heldBack = LookBusy.holdsBack(seat.workplace.therapistId(), seat.start, percent);
        return heldBack && !waived.test(new HeldBack()) ? new HeldBack() : null;
    }

    private static boolean isSame(Seat one, Seat other) {
        return one.workplace.therapistId().equals(other.workplace.therapistId());
    }

    /** What the same therapist gives without a pause after this. */
    private @Nullable Seat after(Seat seat) {
        for (var other : seats) {
            if (isSame(seat, other) && other.start == seat.end()) return other;
        }
        return null;
    }

    /** The day of a session if the therapist takes only so many, with those of this visit before it. */
    @Nullable
    CappedDay day(int index) {
        var seat = seats.get(index);
        var busy = occupancy.busy(seat.workplace.therapistId());
        var known = seat.session.cappedDay(seat.start, seat.workplace, busy).orElse(null);
        if (known == null) return null;
        int here = 0;
        for (var other : seats.subList(0, index)) {
            long day = seat.session.calendar().dayOf(other.start);
            if (isSame(seat, other) && day == known.date().toEpochDay()) here++;
        }
        return new CappedDay(known.date(), known.cap(), known.sessions() + here);
    }

    /** What each session takes beside its therapist. */
    record Premises(List<RoomId> rooms, List<SortedMap<EquipmentKind, EquipmentId>> equipment) {}

    /** @param oneRoom whether both must be in one double room */
    boolean hasPremises(boolean oneRoom) {
        return premises(oneRoom) != null;
    }

    @Nullable
    Premises premises(boolean oneRoom) {
        var rooms = rooms(oneRoom);
        if (rooms == null) return null;
        var equipment = new ArrayList<SortedMap<EquipmentKind, EquipmentId>>();
        for (var _ : seats) equipment.add(new TreeMap<>());
        for (var kind : kinds()) {
            var chosen = equipment(kind);
            if (chosen == null) return null;
            for (int i = 0; i < seats.size(); i++) {
                if (chosen.get(i) != null) equipment.get(i).put(kind, chosen.get(i));
            }
        }
        return new Premises(rooms, equipment);
    }

    /** Why there are no premises. */
    VisitDoesNotFit withoutPremises(boolean oneRoom) {
        if (oneRoom && doubleRooms().isEmpty()) return new VisitDoesNotFit(1, new NoDoubleRoom());
        if (rooms(oneRoom) == null) return new VisitDoesNotFit(1, new NoRoom());
        for (var kind : kinds()) {
            for (int i = 0; i < seats.size(); i++) {
                if (seats.get(i).session.equipment().containsKey(kind) && equipment(kind) == null) {
                    return new VisitDoesNotFit(i + 1, new NoEquipment(kind));
                }
            }
        }
        throw new IllegalStateException("there are premises");
    }

    private TreeSet<EquipmentKind> kinds() {
        var kinds = new TreeSet<EquipmentKind>();
        for (var seat : seats) kinds.addAll(seat.session.equipment().keySet());
        return kinds;
    }

    private @Nullable List<RoomId> rooms(boolean oneRoom) {
        var doubles = doubleRooms();
        if (seats.getLast().companions) {
            for (var room : doubles) {
                if (seats.stream().allMatch(seat -> isFree(room, seat))) {
                    return Collections.nCopies(seats.size(), room);
                }
            }
            if (oneRoom) return null;
        }
        var free = seats.stream()
                .map(seat -> seat.session.rooms().stream()
                        .filter(room -> isFree(room, seat))
                        .toList())
                .toList();
        return choose(free, doubles::contains);
    }

    /** Those that suit all of the sessions. */
    private List<RoomId> doubleRooms() {
        return seats.getFirst().workplace.place().clinic().rooms().stream()
                .filter(room -> room.features().contains(RoomFeature.DOUBLE))
                .map(room -> room.id())
                .filter(room ->
                        seats.stream().allMatch(seat -> seat.session.rooms().contains(room)))
                .toList();
    }

    /** A piece for each that needs one; null where none is needed. Null altogether if they don't go round. */
    private @Nullable List<@Nullable EquipmentId> equipment(EquipmentKind kind) {
        var free = new ArrayList<List<EquipmentId>>();
        for (var seat : seats) {
            var pieces = seat.session.equipment().get(kind);
            if (pieces == null) {
                free.add(Collections.singletonList(null));
                continue;
            }
            free.add(pieces.stream().filter(piece -> isFree(piece, seat)).toList());
        }
        return choose(free, _ -> false);
    }

    private boolean isFree(Record resource, Seat seat) {
        return !seat.session.isBlocked(seat.start, seat.buffers(), occupancy.busy(resource));
    }

    /** One for each session, the one that the same person had before if possible; null if they don't go round. */
    private <T> @Nullable List<T> choose(List<List<T>> free, Predicate<T> forTwo) {
        var chosen = new ArrayList<T>();
        return choose(free, forTwo, chosen) ? chosen : null;
    }

    private <T> boolean choose(List<List<T>> free, Predicate<T> forTwo, List<T> chosen) {
        int index = chosen.size();
        if (index == free.size()) return true;
        var seat = seats.get(index);
        var options = new ArrayList<>(free.get(index));
        if (index > 0 && seats.get(index - 1).companions == seat.companions) {
            var former = chosen.get(index - 1);
            if (options.remove(former)) options.addFirst(former);
        }
        for (var option : options) {
            boolean taken = false;
            for (int i = 0; i < index && option != null; i++) {
                taken |= option.equals(chosen.get(i)) && !forTwo.test(option) && seat.competesWith(seats.get(i));
            }
            if (taken) continue;
            chosen.add(option);
            if (choose(free, forTwo, chosen)) return true;
            chosen.removeLast();
        }
        return false;
    }
}
