package io.rhomboid.booking.subscription;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** From start to end, not at the end any more. */
public record Interval(Instant start, Instant end) {

    /** The same time with nothing twice: sorted, and apart from each other. */
    public static List<Interval> merged(List<Interval> intervals) {
        var merged = new ArrayList<Interval>();
        for (var next : intervals.stream()
                .filter(interval -> interval.start.isBefore(interval.end))
                .sorted(Comparator.comparing(Interval::start))
                .toList()) {
            var last = merged.isEmpty() ? null : merged.getLast();
            if (last == null || last.end.isBefore(next.start)) {
                merged.add(next);
            } else if (last.end.isBefore(next.end)) {
                merged.set(merged.size() - 1, new Interval(last.start, next.end));
            }
        }
        return List.copyOf(merged);
    }
}
