package io.rhomboid.booking.subscription;

import java.util.List;

/** What was found in a text that should be a calendar. */
public sealed interface Reading {

    /**
     * When its owner is busy. What for is never read.
     *
     * @param times sorted, apart from each other
     * @param passedOver entries that could not be understood, and are as if they were not there
     */
    record Busy(List<Interval> times, int passedOver) implements Reading {

        public Busy {
            times = List.copyOf(times);
        }
    }

    /** @param why for the therapist, for example that it is a web page */
    record Unusable(String why) implements Reading {}
}
