package io.rhomboid.booking.availability;

/** What is taken: the {@link Diary}, or the diary as it would be without one booking. */
public sealed interface Occupancy permits Diary, Diary.Without {

    /** @param resource the typed id of a therapist, a room or a piece of equipment */
    BusyTimes busy(Record resource);
}
