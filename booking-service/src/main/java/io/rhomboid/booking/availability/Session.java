package io.rhomboid.booking.availability;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

import org.jspecify.annotations.Nullable;

import io.rhomboid.booking.availability.StartAnswer.CappedDay;
import io.rhomboid.contracts.clinic.Clinic;
import io.rhomboid.contracts.clinic.EquipmentId;
import io.rhomboid.contracts.clinic.EquipmentKind;
import io.rhomboid.contracts.clinic.RoomId;
import io.rhomboid.contracts.treatment.Treatment;
import io.rhomboid.contracts.treatment.TreatmentCode;

/**
 * What a session of one treatment and length takes at one clinic, and which starts that leaves.
 *
 * <p>Every rule about a start is written here once. {@link FreeSlots} puts them together for a stretch of time,
 * {@link StartCheck} asks them one after another for a single start. Serves one question of one thread.
 */
final class Session {

    private final Place place;
    private final WallCalendar calendar;
    private final Instant earliest;
    private final Instant horizon;
    private final int length;
    private final TreatmentCode treatment;
    private final List<RoomId> rooms;
    private final SortedMap<EquipmentKind, List<EquipmentId>> equipment;

    private @Nullable CellSet wanted;

    private final CellSet inAll = new CellSet();
    private final CellSet inOne = new CellSet();
    private final CellSet free = new CellSet();

    Session(Place place, TreatmentCode code, Treatment treatment, int lengthMinutes, Instant now) {
        this.place = place;
        calendar = place.calendar(now);
        earliest = earliest(place.clinic(), now);
        horizon = place.horizon(now);
        length = lengthMinutes / CellSet.MINUTES;
        this.treatment = code;
        var suitable = place.suitable(code, treatment);
        rooms = suitable.rooms();
        equipment = suitable.equipment();
    }

    /** From now on only starts at these parts of these days are wanted. */
    Session only(Set<PartOfDay> parts, Set<DayOfWeek> days) {
        if (!parts.isEmpty() || !days.isEmpty()) wanted = calendar.starts(parts, days);
        return this;
    }

    Place place() {
        return place;
    }

    /** The first moment that minimum notice leaves. */
    Instant earliest() {
        return earliest;
    }

    /** The first moment that is too far ahead. */
    Instant horizon() {
        return horizon;
    }

    List<RoomId> rooms() {
        return rooms;
    }

    SortedMap<EquipmentKind, List<EquipmentId>> equipment() {
        return equipment;
    }

    WallCalendar calendar() {
        return calendar;
    }

    /** The first cell that a session asked for from this moment on may start in. */
    static long firstStart(Clinic clinic, Instant from, Instant now) {
        var earliest = earliest(clinic, now);
        return CellSet.cellFrom(from.isBefore(earliest) ? earliest : from);
    }

    long firstStart(Instant from) {
        return CellSet.cellFrom(from.isBefore(earliest) ? earliest : from);
    }

    private static Instant earliest(Clinic clinic, Instant now) {
        return now.plus(Duration.ofMinutes(clinic.policy().minimumNoticeMinutes()));
    }

    /** The first start that the hours allow, whatever is taken; the end of what is planned for when there is none. */
    long firstByHours(Workplace workplace, long from) {
        long start = workplace.treatable(calendar).firstStart(calendar.grid(), length, from);
        return start == CellSet.NONE ? Math.max(from, calendar.endCell()) : start;
    }

    /** The cell after the last one that a session asked for until this moment may start in. */
    long endOfStarts(Instant to) {
        return CellSet.cellFrom(to.isAfter(horizon) ? horizon : to);
    }

    /**
     * Fills {@code into} with the starts, from {@code from} to before {@code to}, at which everything comes together.
     *
     * @param blockedHere as {@link #fillBlockedByPremises} has it for the same stretch and this therapist's buffers
     */
    void fillFreeStarts(
            CellSet into, long from, long to, Workplace workplace, CellSet blockedHere, Occupancy occupancy) {
        var busy = occupancy.busy(workplace.therapistId());
        var rules = workplace.rules();
        if (DayProtection.looksAround(rules)) {
            fillTherapistsStarts(into, from - WallCalendar.MARGIN, to + WallCalendar.MARGIN, workplace, busy);
            protection(workplace, busy).apply(into, freeTime(from, to, workplace, busy));
            into.keep(from, to);
        } else {
            fillTherapistsStarts(into, from, to, workplace, busy);
        }
        if (wanted != null) into.keepAll(wanted);
        if (into.isEmpty()) return;
        if (rules.dailyCap() != null) removeFullDays(into, rules.dailyCap(), busy);
        if (rules.lookBusyPercent() > 0) LookBusy.removeFrom(into, workplace.therapistId(), rules.lookBusyPercent());
        into.removeAll(blockedHere);
    }

    /** Starts on the grid at which the therapist is at work and not taken; nothing else is asked. */
    private void fillTherapistsStarts(CellSet into, long from, long to, Workplace workplace, BusyTimes busy) {
        fillStarts(into, from, to, length, workplace);
        into.keepAll(calendar.grid());
        removeTaken(into, from, to, length, buffers(workplace), busy);
    }

    /** The same off the grid, too: where a later session of a visit may start. */
    void fillLaterStarts(CellSet into, long from, long to, Workplace workplace, BusyTimes busy) {
        fillStarts(into, from, to, length, workplace);
        removeTaken(into, from, to, length, buffers(workplace), busy);
    }

    private void fillStarts(CellSet into, long from, long to, int length, Workplace workplace) {
        into.clear(from, to);
        workplace.treatable(calendar).addStarts(into, length, from, to);
    }

    private static void removeTaken(CellSet starts, long from, long to, int length, Buffers buffers, BusyTimes busy) {
        busy.removeBlockedStarts(starts, from, to, buffers.before(), length + buffers.after());
    }

    /** The time at work around a stretch that nobody has; as far as it can matter to a start in the stretch. */
    private CellSet freeTime(long from, long to, Workplace workplace, BusyTimes busy) {
        long begin = from - WallCalendar.MARGIN;
        long end = to + WallCalendar.MARGIN + length;
        free.clear(begin, end);
        workplace.treatable(calendar).addTo(free, begin, end);
        busy.removeFrom(free, begin, end);
        return free;
    }

    /** Whether the therapist could begin then, and has rules for the day that speak against it. */
    boolean isProtected(long start, Workplace workplace, BusyTimes busy) {
        return calendar.grid().contains(start) && isProtected(start, length, buffers(workplace), workplace, busy);
    }

    /**
     * The same for a stretch of several sessions that begins with this one, on the grid or not.
     *
     * @param length cells of all of them
     * @param buffers before the first and after the last
     */
    boolean isProtected(long start, int length, Buffers buffers, Workplace workplace, BusyTimes busy) {
        if (!DayProtection.looksAround(workplace.rules())) return false;
        var starts = new CellSet();
        long from = start - WallCalendar.MARGIN;
        long to = start + WallCalendar.MARGIN;
        fillStarts(starts, from, to, length, workplace);
        boolean atWork = starts.contains(start);
        starts.keepAll(calendar.grid());
        if (atWork) starts.add(start, start + 1);
        removeTaken(starts, from, to, length, buffers, busy);
        if (!starts.contains(start)) return false;
        new DayProtection(workplace.rules(), length, buffers, workplace.shortest(), calendar, busy)
                .apply(starts, freeTime(start, start + length - this.length + 1, workplace, busy));
        return !starts.contains(start);
    }

    /** The day of this start, if the therapist takes only so many sessions a day. */
    Optional<CappedDay> cappedDay(long start, Workplace workplace, BusyTimes busy) {
        return Optional.ofNullable(workplace.rules().dailyCap()).map(cap -> {
            long day = calendar.dayOf(start);
            return new CappedDay(LocalDate.ofEpochDay(day), cap, busy.sessionsOn(day));
        });
    }

    private DayProtection protection(Workplace workplace, BusyTimes busy) {
        return new DayProtection(workplace.rules(), length, buffers(workplace), workplace.shortest(), calendar, busy);
    }

    private void removeFullDays(CellSet starts, int cap, BusyTimes busy) {
        long known = Long.MIN_VALUE;
        boolean full = false;
        for (long start = starts.next(Long.MIN_VALUE / 2); start != CellSet.NONE; start = starts.next(start + 1)) {
            long day = calendar.dayOf(start);
            if (day != known) {
                known = day;
                full = busy.sessionsOn(day) >= cap;
            }
            if (full) starts.remove(start, start + 1);
        }
    }

    Buffers buffers(Workplace workplace) {
        return workplace.buffers(treatment);
    }

    /** The starts that these busy times make impossible, buffers included. */
    private void addBlocked(CellSet into, long from, long to, Buffers buffers, BusyTimes busy) {
        busy.addBlockedStarts(into, from, to, buffers.before(), length + buffers.after());
    }

    boolean isBlocked(long start, Buffers buffers, BusyTimes busy) {
        inOne.clear(start, start + 1);
        addBlocked(inOne, start, start + 1, buffers, busy);
        return inOne.contains(start);
    }

    /** Fills in the starts for which no suitable room, or of some kind no equipment, is free throughout. */
    void fillBlockedByPremises(CellSet premises, Occupancy occupancy, long from, long to, Buffers buffers) {
        premises.clear(from, to);
        addBlockedInAll(premises, rooms, occupancy, from, to, buffers);
        if (equipment.isEmpty()) return;
        for (var pieces : equipment.values()) addBlockedInAll(premises, pieces, occupancy, from, to, buffers);
    }

    private void addBlockedInAll(
            CellSet premises,
            List<? extends Record> resources,
            Occupancy occupancy,
            long from,
            long to,
            Buffers buffers) {
        // Where one is free throughout, the others don't matter. By index: iterators would be made for each block.
        for (int i = 0; i < resources.size(); i++) {
            if (occupancy.busy(resources.get(i)).isEmpty()) return;
        }
        inAll.clear(from, to);
        inAll.add(from, to);
        for (int i = 0; i < resources.size(); i++) {
            inOne.clear(from, to);
            addBlocked(inOne, from, to, buffers, occupancy.busy(resources.get(i)));
            inAll.keepAll(inOne);
            if (inAll.isEmpty()) return;
        }
        premises.addAll(inAll);
    }

    /** Cells from the start to the end of the session, buffers not counted. */
    int length() {
        return length;
    }
}
