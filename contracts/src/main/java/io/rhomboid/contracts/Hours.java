package io.rhomboid.contracts;

import java.time.LocalTime;

/**
 * A stretch of one day, on a wall clock, in steps of five minutes.
 *
 * @param to the first minute that is not in it; 00:00 is the end of the day
 */
public record Hours(LocalTime from, LocalTime to) {

    public Hours {
        if (!to.equals(LocalTime.MIDNIGHT) && !from.isBefore(to)) {
            throw new IllegalArgumentException("hours must end after they start: " + from + " to " + to);
        }
        if (offGrid(from) || offGrid(to)) {
            throw new IllegalArgumentException("hours must start and end on five minutes: " + from + " to " + to);
        }
    }

    /** Whether a minute is in both; one that begins where the other ends does not overlap it. */
    public boolean overlaps(Hours other) {
        return from.toSecondOfDay() < other.endSecond() && other.from.toSecondOfDay() < endSecond();
    }

    private int endSecond() {
        return to.equals(LocalTime.MIDNIGHT) ? 24 * 60 * 60 : to.toSecondOfDay();
    }

    private static boolean offGrid(LocalTime time) {
        return time.toNanoOfDay() % (5 * 60 * 1_000_000_000L) != 0;
    }
}
