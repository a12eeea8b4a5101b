package io.rhomboid.booking.availability;

/** What is taken: the {@link Diary}, or the diary as it would be without one booking, or with one more. */
public sealed interface Occupancy permits Diary, Diary.Without, Diary.With {

    /** @param resource the typed id of a therapist, a room or a piece of equipment */
    BusyTimes busy(Record resource);

    /** As if this were taken as well. */
    default Occupancy with(Claim claim) {
        return new Diary.With(this, claim);
    }
}
