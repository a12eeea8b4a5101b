package io.rhomboid.booking.availability;

import java.time.LocalTime;

/** When a session begins, by the clinic's wall clock: before noon, before five, or later. */
public enum PartOfDay {
    MORNING(0, 12),
    AFTERNOON(12, 17),
    EVENING(17, 24);

    private final int fromSecond;
    private final int toSecond;

    PartOfDay(int fromHour, int toHour) {
        fromSecond = fromHour * 3600;
        toSecond = toHour * 3600;
    }

    public static PartOfDay of(LocalTime time) {
        int second = time.toSecondOfDay();
        return second < MORNING.toSecond ? MORNING : second < AFTERNOON.toSecond ? AFTERNOON : EVENING;
    }

    int fromSecond() {
        return fromSecond;
    }

    int toSecond() {
        return toSecond;
    }
}
