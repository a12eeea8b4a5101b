package io.rhomboid.booking.invariant;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** All that is stored, for who looks through it. */
public interface Archive {

    /**
     * Hands over everything that takes time of anybody, one after the other by when it starts, and all else that has
     * something to tell; without haste, so that bookings are not slowed down.
     *
     * @param unreadable told id and fault of each document that can't be understood
     */
    void read(Consumer<Stored> reader, BiConsumer<String, String> unreadable);

    /** Hands over every series that did not change while its visits were read. */
    void readSeries(Consumer<StoredSeries> reader);

    /** These as they are now; without those that are gone or can't be understood. */
    List<Stored> again(List<String> ids);
}
