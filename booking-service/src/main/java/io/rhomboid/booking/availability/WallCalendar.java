package io.rhomboid.booking.availability;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

import io.rhomboid.contracts.Hours;

/**
 * A clinic's wall clock laid onto the UTC line, from two days before some moment to a good while after its horizon.
 *
 * <p>Between two changes of the clocks the offset stands still; such a stretch is a {@link Stretch}. In the hour that
 * the clocks skip there is no stretch that shows it, so nobody works in it; the hour that they show twice lies in
 * two, so it is worked and bookable twice. Both fall out of asking each stretch for itself.
 *
 * <p>Every zone's offset has been a whole number of cells since 1972.
 */
final class WallCalendar {

    private static final int DAY = 86_400;

    static final int[] WHOLE_DAY = {0, DAY};
    static final int[] NO_HOURS = {};

    /** What must be known around the time that sessions can start in: how a day is shared depends on it. */
    static final long MARGIN = 288;

    /** So that a calendar serves for days before a new one must be made. */
    private static final Duration SLACK = Duration.ofDays(4);

    /**
     * A time in which the offset stands still.
     *
     * @param start epoch second
     * @param end epoch second, exclusive
     * @param offset seconds that the wall clock is ahead of UTC
     */
    private record Stretch(long start, long end, int offset) {}

    private final List<Stretch> stretches;
    private final long firstCell;
    private final long endCell;
    private final CellSet grid;
    private final Map<CellSpans, CellSpans> shared = new ConcurrentHashMap<>();

    WallCalendar(ZoneId zone, int gridMinutes, Instant from, Instant to) {
        var start = from.minus(Duration.ofDays(2));
        var end = to.plus(SLACK);
        firstCell = CellSet.cellOf(start);
        endCell = CellSet.cellOf(end);
        stretches = stretches(zone, start, end);
        grid = grid(gridMinutes);
    }

    private static List<Stretch> stretches(ZoneId zone, Instant start, Instant end) {
        var all = new ArrayList<Stretch>();
        var rules = zone.getRules();
        var at = start;
        while (at.isBefore(end)) {
            var change = rules.nextTransition(at);
            var until = change == null || change.getInstant().isAfter(end) ? end : change.getInstant();
            all.add(new Stretch(
                    at.getEpochSecond(),
                    until.getEpochSecond(),
                    rules.getOffset(at).getTotalSeconds()));
            at = until;
        }
        return List.copyOf(all);
    }

    /** The cells at which the wall clock shows a multiple of the grid past midnight. */
    private CellSet grid(int gridMinutes) {
        var cells = new CellSet(firstCell, endCell);
        for (var stretch : stretches) {
            for (long cell = cellFrom(stretch.start); cell < cellFrom(stretch.end); cell++) {
                long minuteOfDay = Math.floorMod(cell * 300 + stretch.offset, DAY) / 60;
                if (minuteOfDay % gridMinutes == 0) cells.add(cell, cell + 1);
            }
        }
        return cells;
    }

    /** Where a session may start; never changed. */
    CellSet grid() {
        return grid;
    }

    /** One of those that are alike, for all who have them on this calendar. */
    CellSpans shared(CellSpans hours) {
        var known = shared.putIfAbsent(hours, hours);
        return known == null ? hours : known;
    }

    long firstCell() {
        return firstCell;
    }

    long endCell() {
        return endCell;
    }

    boolean covers(long from, long to) {
        return firstCell <= from && to <= endCell;
    }

    /** The date that the wall clock shows at the beginning of this cell, as an epoch day. */
    long dayOf(long cell) {
        long second = cell * 300;
        for (var stretch : stretches) {
            if (second < stretch.end) return Math.floorDiv(second + stretch.offset, DAY);
        }
        throw new IllegalArgumentException("beyond this calendar: " + CellSet.startOf(cell));
    }

    /** Where a session may start at these parts of these days; none of a kind means all. */
    CellSet starts(Set<PartOfDay> parts, Set<DayOfWeek> days) {
        var hours = parts.isEmpty()
                ? WHOLE_DAY
                : parts.stream()
                        .flatMapToInt(part -> IntStream.of(part.fromSecond(), part.toSecond()))
                        .toArray();
        return lay(
                day -> days.isEmpty() || days.contains(DayOfWeek.of(weekday(day) + 1)) ? hours : NO_HOURS,
                firstCell,
                endCell);
    }

    /** 0 for Monday to 6 for Sunday. */
    static int weekday(long epochDay) {
        return (int) Math.floorMod(epochDay + 3, 7L);
    }

    static int[] pairs(List<Hours> hours) {
        var pairs = new int[hours.size() * 2];
        int i = 0;
        for (var stretch : hours) {
            int to = stretch.to().toSecondOfDay();
            pairs[i++] = stretch.from().toSecondOfDay();
            pairs[i++] = to == 0 ? DAY : to;
        }
        return pairs;
    }

    /** Hours of one date: told by pairs of seconds since its midnight, as the wall clock shows them. */
    @FunctionalInterface
    interface DayHours {

        /** @return from, to, from, to, …; empty when there are none */
        int[] of(long epochDay);
    }

    /** The cells from {@code from} to before {@code to} at which the wall clock shows one of these hours. */
    CellSet lay(DayHours hours, long from, long to) {
        var cells = new CellSet(from, to);
        for (var stretch : stretches) {
            long start = Math.max(stretch.start, from * 300);
            long end = Math.min(stretch.end, to * 300);
            if (start >= end) continue;
            long lastDay = Math.floorDiv(end - 1 + stretch.offset, DAY);
            for (long day = Math.floorDiv(start + stretch.offset, DAY); day <= lastDay; day++) {
                var pairs = hours.of(day);
                long midnight = day * DAY - stretch.offset;
                for (int i = 0; i < pairs.length; i += 2) {
                    long shownFrom = Math.max(midnight + pairs[i], start);
                    long shownTo = Math.min(midnight + pairs[i + 1], end);
                    if (shownFrom < shownTo) cells.add(cellFrom(shownFrom), Math.floorDiv(shownTo, 300));
                }
            }
        }
        return cells;
    }

    private static long cellFrom(long epochSecond) {
        return Math.ceilDiv(epochSecond, 300);
    }
}
