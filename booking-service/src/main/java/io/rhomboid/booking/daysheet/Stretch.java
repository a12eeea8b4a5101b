package io.rhomboid.booking.daysheet;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** From an instant to before another. */
public record Stretch(Instant from, Instant to) {

    public long minutes() {
        return Duration.between(from, to).toMinutes();
    }

    private boolean meets(Stretch other) {
        return from.isBefore(other.to) && other.from.isBefore(to);
    }

    /** The same time, ascending, with nothing in it twice. */
    static List<Stretch> joined(List<Stretch> some) {
        var joined = new ArrayList<Stretch>();
        for (var next :
                some.stream().sorted(Comparator.comparing(Stretch::from)).toList()) {
            var last = joined.isEmpty() ? null : joined.getLast();
            if (last == null || last.to.isBefore(next.from)) joined.add(next);
            else if (last.to.isBefore(next.to)) joined.set(joined.size() - 1, new Stretch(last.from, next.to));
        }
        return joined;
    }

    /** What is in both, ascending. */
    static List<Stretch> inBoth(List<Stretch> some, List<Stretch> others) {
        var both = new ArrayList<Stretch>();
        for (var one : some) {
            for (var other : others) {
                if (!one.meets(other)) continue;
                both.add(new Stretch(
                        one.from.isAfter(other.from) ? one.from : other.from,
                        one.to.isBefore(other.to) ? one.to : other.to));
            }
        }
        return joined(both);
    }

    /** What is left of some when the others are taken away, ascending. */
    static List<Stretch> without(List<Stretch> some, List<Stretch> others) {
        var left = joined(some);
        for (var hole : others) {
            var next = new ArrayList<Stretch>(left.size() + 1);
            for (var one : left) {
                if (!one.meets(hole)) {
                    next.add(one);
                    continue;
                }
                if (one.from.isBefore(hole.from)) next.add(new Stretch(one.from, hole.from));
                if (hole.to.isBefore(one.to)) next.add(new Stretch(hole.to, one.to));
            }
            left = next;
        }
        return left;
    }
}
