package io.rhomboid.booking.subscription.ical;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

import net.fortuna.ical4j.model.Recur;

/**
 * When something begins, and begins again, on its own wall clock. Daylight saving does not come into it: a wall clock
 * shows nine each day.
 *
 * @param first when it begins the first time
 * @param rules each without its UNTIL, which {@code holds} knows
 * @param added further beginnings
 * @param left out of all these
 */
record Recurrence(LocalDateTime first, List<Rule> rules, List<LocalDateTime> added, Predicate<LocalDateTime> left) {

    private static final Set<String> TOO_OFTEN = Set.of("SECONDLY", "MINUTELY");

    /** More than anybody has appointments; it bounds what a hostile file can cost. */
    static final int MOST = 5_000;

    /** @param last no beginning is after it */
    record Rule(Recur<LocalDateTime> recur, LocalDateTime last, boolean isCounted) {}

    /**
     * @param clock on which the component's times are meant
     * @throws IllegalArgumentException if it can't be understood
     */
    static Recurrence of(Part part, WallClock clock) {
        var start = part.line("DTSTART").orElseThrow(IllegalArgumentException::new);
        var first = When.of(start.value()).on(clock);
        var rules = new ArrayList<Rule>();
        for (var line : part.lines("RRULE")) rules.add(rule(line.value(), clock));
        var added = new ArrayList<LocalDateTime>();
        for (var line : part.lines("RDATE")) {
            for (var value : line.value().split(","))
                added.add(When.of(value.split("/")[0]).on(clock));
        }
        var times = new HashSet<LocalDateTime>();
        var days = new HashSet<LocalDate>();
        for (var line : part.lines("EXDATE")) {
            for (var value : line.value().split(",")) {
                var when = When.of(value);
                var at = when.on(clock);
                if (when.isDay()) days.add(at.toLocalDate());
                else times.add(at);
            }
        }
        return new Recurrence(first, rules, added, at -> times.contains(at) || days.contains(at.toLocalDate()));
    }

    private static Rule rule(String text, WallClock clock) {
        var kept = new ArrayList<String>();
        var last = LocalDateTime.MAX;
        boolean counted = false;
        for (var part : text.split(";")) {
            var pair = part.split("=", 2);
            var name = pair[0].strip().toUpperCase(Locale.ROOT);
            if (name.equals("FREQ") && TOO_OFTEN.contains(pair[1].strip().toUpperCase(Locale.ROOT))) {
                throw new IllegalArgumentException("nobody is busy anew each minute");
            }
            counted |= name.equals("COUNT");
            if (name.equals("UNTIL")) {
                var until = When.of(pair[1]);
                last = until.isDay() ? until.on(clock).with(LocalTime.MAX) : until.on(clock);
            } else if (!part.isBlank()) {
                kept.add(part.strip());
            }
        }
        return new Rule(new Recur<>(String.join(";", kept), true), last, counted);
    }

    /** Sorted; up to the {@link #MOST}. */
    Set<LocalDateTime> starts(LocalDateTime from, LocalDateTime to) {
        var starts = new TreeSet<LocalDateTime>();
        starts.add(first);
        starts.addAll(added);
        for (var rule : rules) {
            var begin = rule.isCounted || from.isBefore(first) ? first : from;
            var end = rule.last.isBefore(to) ? rule.last : to;
            if (begin.isBefore(end)) starts.addAll(rule.recur.getDates(first, begin, end, MOST));
            // The library leaves out what begins at the very end.
            starts.removeIf(start -> start.isAfter(to));
        }
        starts.removeIf(start -> start.isBefore(from) || start.isAfter(to) || left.test(start));
        return starts;
    }
}
