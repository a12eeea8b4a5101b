package io.rhomboid.booking.subscription.ical;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import io.rhomboid.booking.subscription.CalendarReader;
import io.rhomboid.booking.subscription.Interval;
import io.rhomboid.booking.subscription.Reading;

/**
 * Reads when somebody is busy out of an iCalendar file.
 *
 * <ol>
 *   <li>An entry counts unless it is cancelled or shown as free; a whole day lasts from midnight to midnight.
 *   <li>What recurs is reckoned on the wall clock that it names, and each time laid onto UTC; a single time that was
 *       moved or cancelled takes the place of the one it was.
 *   <li>A zone's name means the region that Java knows by it; else what the file itself says of that zone.
 *   <li>A free/busy file names its times outright.
 * </ol>
 */
public final class BusyTimes implements CalendarReader {

    private static final Duration MARGIN = Duration.ofDays(2);
    private static final Pattern NOMINAL =
            Pattern.compile("\\+?P(?:(\\d+)W)?(?:(\\d+)D)?(T(?:\\d+H)?(?:\\d+M)?(?:\\d+S)?)?");

    @Override
    public Reading read(String text, ZoneId zone, Instant from, Instant to) {
        if (!text.stripLeading().regionMatches(true, 0, "BEGIN:VCALENDAR", 0, 15)) {
            return new Reading.Unusable("it is not an iCalendar file: it does not begin with BEGIN:VCALENDAR");
        }
        try {
            return new File(Part.parse(text), zone, from, to).read();
        } catch (IOException e) {
            return new Reading.Unusable("it is not a whole iCalendar file");
        }
    }

    /** How long, partly in days of a wall clock and partly exact. */
    private record Length(Period days, Duration exact) {}

    private static final class File {

        private final Part calendar;
        private final WallClock floating;
        private final Instant from;
        private final Instant to;
        private final Map<String, WallClock> clocks = new HashMap<>();
        private final List<Interval> found = new ArrayList<>();
        private int passedOver;

        File(Part calendar, ZoneId zone, Instant from, Instant to) {
            this.calendar = calendar;
            this.floating = WallClock.of(calendar.line("X-WR-TIMEZONE")
                    .flatMap(line -> region(line.value()))
                    .orElse(zone));
            this.from = from;
            this.to = to;
        }

        Reading read() {
            var moved = moved();
            for (var event : calendar.parts("VEVENT")) {
                try {
                    take(event, moved.getOrDefault(uid(event), Set.of()));
                } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
                    passedOver++;
                }
                if (found.size() > Recurrence.MOST) {
                    return new Reading.Unusable("it has more than " + Recurrence.MOST + " times in the coming months");
                }
            }
            calendar.parts("VFREEBUSY").forEach(this::takeFreeBusy);
            return new Reading.Busy(
                    Interval.merged(found.stream().map(this::cut).toList()), passedOver);
        }

        /** Which single times of what recurs have an entry of their own. */
        private Map<String, Set<Instant>> moved() {
            var moved = new HashMap<String, Set<Instant>>();
            for (var event : calendar.parts("VEVENT")) {
                event.line("RECURRENCE-ID").ifPresent(line -> {
                    try {
                        moved.computeIfAbsent(uid(event), _ -> new HashSet<>()).add(instant(line));
                    } catch (IllegalArgumentException | DateTimeException e) {
                        passedOver++;
                    }
                });
            }
            return moved;
        }

        private static String uid(Part event) {
            return event.line("UID").map(Part.Line::value).orElse("");
        }

        private void take(Part event, Set<Instant> moved) {
            if (event.says("STATUS", "CANCELLED")
                    || event.says("TRANSP", "TRANSPARENT")
                    || event.says("X-MICROSOFT-CDO-BUSYSTATUS", "FREE")) {
                return;
            }
            var start = event.line("DTSTART").orElseThrow(IllegalArgumentException::new);
            var clock = clock(start);
            var length = length(event, start, clock);
            boolean isMoved = event.line("RECURRENCE-ID").isPresent();
            var recurrence = Recurrence.of(event, clock);
            var earliest =
                    clock.shown(from).minus(length.days).minus(length.exact).minus(MARGIN);
            for (var begin : recurrence.starts(earliest, clock.shown(to).plus(MARGIN))) {
                var at = clock.instant(begin);
                if (!isMoved && moved.contains(at)) continue;
                var end = clock.instant(begin.plus(length.days)).plus(length.exact);
                if (end.isAfter(from) && at.isBefore(to)) found.add(new Interval(at, end));
            }
        }

        private Length length(Part event, Part.Line start, WallClock clock) {
            var isDay = When.of(start.value()).isDay();
            var end = event.line("DTEND");
            if (end.isPresent()) {
                return isDay
                        ? new Length(
                                Period.between(
                                        When.of(start.value()).time().toLocalDate(),
                                        When.of(end.get().value()).time().toLocalDate()),
                                Duration.ZERO)
                        : new Length(Period.ZERO, Duration.between(instant(start), instant(end.get())));
            }
            return event.line("DURATION")
                    .map(line -> length(line.value()))
                    .orElse(new Length(isDay ? Period.ofDays(1) : Period.ZERO, Duration.ZERO));
        }

        private static Length length(String text) {
            var parts = NOMINAL.matcher(text.strip());
            if (!parts.matches()) throw new IllegalArgumentException("not a length: " + text);
            var weeks = parts.group(1) == null ? 0 : Integer.parseInt(parts.group(1));
            var days = parts.group(2) == null ? 0 : Integer.parseInt(parts.group(2));
            var exact = parts.group(3) == null || parts.group(3).length() == 1
                    ? Duration.ZERO
                    : Duration.parse("P" + parts.group(3));
            return new Length(Period.ofDays(Math.addExact(Math.multiplyExact(weeks, 7), days)), exact);
        }

        private void takeFreeBusy(Part part) {
            for (var line : part.lines("FREEBUSY")) {
                if ("FREE".equalsIgnoreCase(line.parameters().get("FBTYPE"))) continue;
                for (var period : line.value().split(",")) {
                    try {
                        var ends = period.strip().split("/", 2);
                        var start = WallClock.UTC.instant(When.of(ends[0]).time());
                        var end = ends[1].startsWith("P")
                                ? start.plus(length(ends[1]).days).plus(length(ends[1]).exact)
                                : WallClock.UTC.instant(When.of(ends[1]).time());
                        if (end.isAfter(from) && start.isBefore(to)) found.add(new Interval(start, end));
                    } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException e) {
                        passedOver++;
                    }
                }
            }
        }

        private Interval cut(Interval interval) {
            return new Interval(
                    interval.start().isBefore(from) ? from : interval.start(),
                    interval.end().isAfter(to) ? to : interval.end());
        }

        private Instant instant(Part.Line line) {
            var clock = clock(line);
            return clock.instant(When.of(line.value()).on(clock));
        }

        /** On which clock a line's time is meant. */
        private WallClock clock(Part.Line line) {
            var when = When.of(line.value());
            if (when.isUtc()) return WallClock.UTC;
            var name = line.parameters().get("TZID");
            return name == null || when.isDay() ? floating : clocks.computeIfAbsent(name, this::clock);
        }

        private WallClock clock(String name) {
            var region = region(name);
            if (region.isPresent()) return WallClock.of(region.get());
            return calendar.parts("VTIMEZONE").stream()
                    .filter(zone -> zone.says("TZID", name))
                    .findFirst()
                    .<WallClock>map(zone -> FileZone.of(zone, LocalDateTime.ofInstant(to.plus(MARGIN), ZoneOffset.UTC)))
                    .orElse(floating);
        }

        /** Some programs put a path of their own before a region's name. */
        private static Optional<ZoneId> region(String name) {
            var known = ZoneId.getAvailableZoneIds();
            for (var rest = name.strip(); ; rest = rest.substring(rest.indexOf('/') + 1)) {
                if (rest.contains("/") && known.contains(rest)) return Optional.of(ZoneId.of(rest));
                if (rest.equalsIgnoreCase("UTC")) return Optional.of(ZoneId.of("UTC"));
                if (!rest.contains("/")) return Optional.empty();
            }
        }
    }
}
