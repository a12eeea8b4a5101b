package io.rhomboid.booking.availability;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;

import io.rhomboid.contracts.clinic.EquipmentId;
import io.rhomboid.contracts.clinic.EquipmentKind;
import io.rhomboid.contracts.clinic.RoomId;
import io.rhomboid.contracts.treatment.Treatment;

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
    private final int before;
    private final List<RoomId> rooms;
    private final TreeMap<EquipmentKind, List<EquipmentId>> equipment;

    private final CellSet premises = new CellSet();
    private final CellSet inAll = new CellSet();
    private final CellSet inOne = new CellSet();

    Session(Place place, Treatment treatment, int lengthMinutes, Instant now) {
        var policy = place.clinic().policy();
        this.place = place;
        calendar = place.calendar(now);
        earliest = now.plus(Duration.ofMinutes(policy.minimumNoticeMinutes()));
        horizon = place.horizon(now);
        length = lengthMinutes / CellSet.MINUTES;
        before = policy.bufferBeforeMinutes() / CellSet.MINUTES;
        rooms = place.rooms(treatment);
        equipment = place.equipment(treatment);
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

    TreeMap<EquipmentKind, List<EquipmentId>> equipment() {
        return equipment;
    }

    WallCalendar calendar() {
        return calendar;
    }

    /** The first cell that a session asked for from this moment on may start in. */
    long firstStart(Instant from) {
        return CellSet.cellFrom(from.isBefore(earliest) ? earliest : from);
    }

    /** The cell after the last one that a session asked for until this moment may start in. */
    long endOfStarts(Instant to) {
        return CellSet.cellFrom(to.isAfter(horizon) ? horizon : to);
    }

    /**
     * Fills {@code into} with the starts, from {@code from} to before {@code to}, at which everything comes together.
     *
     * @param blockedHere as {@link #blockedByPremises} has it for the same stretch
     */
    void fillFreeStarts(
            CellSet into, long from, long to, Workplace workplace, CellSet blockedHere, Occupancy occupancy) {
        into.clear(from, to + length);
        into.add(from, to + length);
        into.keepAll(workplace.treatable(calendar));
        keepWholeSessions(into);
        into.keep(from, to);
        into.keepAll(calendar.grid());
        if (into.isEmpty()) return;
        into.removeAll(blockedHere);
        inOne.clear(from, to);
        addBlocked(inOne, from, to, occupancy.busy(workplace.therapistId()));
        into.removeAll(inOne);
    }

    /** Of cells, keeps those at which a whole session can start. */
    void keepWholeSessions(CellSet cells) {
        cells.keepStartsOfRuns(length);
    }

    /** The starts that these busy times make impossible, buffers included. */
    void addBlocked(CellSet into, long from, long to, BusyTimes busy) {
        busy.addBlockedStarts(into, from, to, before, length + after());
    }

    boolean isBlocked(long start, BusyTimes busy) {
        inOne.clear(start, start + 1);
        addBlocked(inOne, start, start + 1, busy);
        return inOne.contains(start);
    }

    /** The starts for which no suitable room, or of some kind no piece of equipment, is free throughout. */
    CellSet blockedByPremises(Occupancy occupancy, long from, long to) {
        premises.clear(from, to);
        addBlockedInAll(rooms, occupancy, from, to);
        for (var pieces : equipment.values()) addBlockedInAll(pieces, occupancy, from, to);
        return premises;
    }

    private void addBlockedInAll(List<? extends Record> resources, Occupancy occupancy, long from, long to) {
        inAll.clear(from, to);
        inAll.add(from, to);
        for (var resource : resources) {
            inOne.clear(from, to);
            addBlocked(inOne, from, to, occupancy.busy(resource));
            inAll.keepAll(inOne);
        }
        premises.addAll(inAll);
    }

    private int after() {
        return place.clinic().policy().bufferAfterMinutes() / CellSet.MINUTES;
    }

    /** Cells from the start to the end of the session, buffers not counted. */
    int length() {
        return length;
    }
}
