package io.rhomboid.booking.series;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.rhomboid.booking.reservation.Op;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.booking.SeriesEvent;
import io.rhomboid.contracts.booking.SeriesId;

/** All series. A decision and its event are kept by one write, or neither is. */
public interface SeriesBook {

    /** A series and the requests it has obeyed. */
    record Kept(Series series, List<Op> ops) {}

    Optional<Kept> find(SeriesId id);

    /** Keeps a series that was just born; false if there is one of that id. */
    boolean add(Series born, Op op);

    /** Keeps a decision; false if it is not the very next one. */
    boolean save(Series decided, @Nullable Op op, @Nullable SeriesEvent event);

    /** Notes that the visits have followed; does nothing if another decision has been made since. */
    void carriedOut(Series series);

    /** Those that somebody has to look after by now, the most urgent first. */
    List<Series> toLookAfter(Instant now, int limit);

    /** Visits that are still held though their time is over, and the series they say they belong to. */
    Map<BookingId, SeriesId> heldTooLong(Instant now, int limit);
}
