package io.rhomboid.booking.series;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** So many visits of a series, each so long after the one before it. */
public record Phase(int count, Rhythm rhythm) {

    /** How visits follow each other. */
    public sealed interface Rhythm {

        /** On the same day of the week. */
        record EveryWeeks(int weeks) implements Rhythm {}

        /** Three and four days apart by turns, so that no seven days see three. */
        record TwiceAWeek() implements Rhythm {}
    }

    /** The dates of all visits; each phase begins after the last visit of the one before. */
    static List<LocalDate> dates(LocalDate first, List<Phase> phases) {
        var dates = new ArrayList<LocalDate>();
        for (var phase : phases) {
            for (int i = 0; i < phase.count; i++) {
                dates.add(dates.isEmpty() ? first : dates.getLast().plusDays(phase.daysBefore(i)));
            }
        }
        return dates;
    }

    private int daysBefore(int visit) {
        return switch (rhythm) {
            case Rhythm.EveryWeeks(int weeks) -> 7 * weeks;
            case Rhythm.TwiceAWeek() -> visit % 2 == 1 ? 3 : 4;
        };
    }
}
