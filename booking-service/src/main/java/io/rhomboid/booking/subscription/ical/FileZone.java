package io.rhomboid.booking.subscription.ical;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A clock as a VTIMEZONE of the file describes it, for names that only the program which wrote it knows.
 *
 * @param changes in the order of their time, never none
 */
record FileZone(List<Change> changes) implements WallClock {

    /** @param at what the clock showed when it was changed */
    private record Change(LocalDateTime at, ZoneOffset before, ZoneOffset after) {

        Duration forward() {
            return Duration.ofSeconds(after.getTotalSeconds() - before.getTotalSeconds());
        }
    }

    /**
     * @param until changes after that are of no interest
     * @throws IllegalArgumentException if it does not say how late it is
     */
    static FileZone of(Part zone, LocalDateTime until) {
        var changes = new ArrayList<Change>();
        for (var part : zone.parts()) {
            if (!part.name().equals("STANDARD") && !part.name().equals("DAYLIGHT")) continue;
            var before = offset(part, "TZOFFSETFROM");
            var after = offset(part, "TZOFFSETTO");
            for (var at : Recurrence.of(part, WallClock.of(before)).starts(LocalDateTime.MIN, until)) {
                changes.add(new Change(at, before, after));
            }
        }
        if (changes.isEmpty()) throw new IllegalArgumentException("a zone without offsets");
        changes.sort(Comparator.comparing(Change::at));
        return new FileZone(List.copyOf(changes));
    }

    private static ZoneOffset offset(Part part, String name) {
        var text = part.line(name).map(Part.Line::value).orElseThrow(IllegalArgumentException::new);
        return ZoneOffset.of(text);
    }

    @Override
    public Instant instant(LocalDateTime shown) {
        var offset = changes.getFirst().before();
        for (var change : changes) {
            // What is skipped when the clock goes forward counts as before.
            var forward = change.forward();
            var from = forward.isNegative() ? change.at() : change.at().plus(forward);
            if (shown.isBefore(from)) break;
            offset = change.after();
        }
        return shown.toInstant(offset);
    }

    @Override
    public LocalDateTime shown(Instant instant) {
        var offset = changes.getFirst().before();
        for (var change : changes) {
            if (instant.isBefore(change.at().toInstant(change.before()))) break;
            offset = change.after();
        }
        return LocalDateTime.ofInstant(instant, offset);
    }
}
