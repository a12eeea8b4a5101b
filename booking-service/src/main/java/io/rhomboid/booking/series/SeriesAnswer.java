package io.rhomboid.booking.series;

import java.util.List;

import io.rhomboid.booking.availability.AskedStart;
import io.rhomboid.booking.reservation.Answer;
import io.rhomboid.booking.reservation.Booking;
import io.rhomboid.booking.reservation.Refusal;
import io.rhomboid.booking.series.Proposal.Alternative;
import io.rhomboid.contracts.Money;

/** What the desk says. */
public sealed interface SeriesAnswer {

    /**
     * The series as it is now; also to a repeat of the request that made it so.
     *
     * @param visits as they are now, the earliest first
     */
    record Done(Series series, List<Booking> visits) implements SeriesAnswer {}

    record Unknown() implements SeriesAnswer {}

    record No(Refusal reason) implements SeriesAnswer {}

    /**
     * One visit can't be had, so that none is held.
     *
     * @param asked which one
     * @param why as a single booking would be answered
     */
    record VisitRefused(AskedStart asked, Answer why, List<Alternative> alternatives) implements SeriesAnswer {}

    /** Two visits of the series are at the same time, buffers not counted. */
    record VisitsOverlap(AskedStart one) implements SeriesAnswer {}

    /** Nothing was changed: this is what cancelling would cost, visit by visit, the earliest first. */
    record Costs(Series series, List<Cost> visits, Money fee) implements SeriesAnswer {}

    record Cost(Booking visit, Money fee) {}

    /** It costs more than the caller has agreed to. */
    record FeeNotAccepted(List<Cost> visits, Money fee) implements SeriesAnswer {}

    /** The series is no longer as the caller has seen it. */
    record VersionChanged(long current) implements SeriesAnswer {}

    /** The same key came with another request before. */
    record KeyReused() implements SeriesAnswer {}

    /** Nothing can be booked safely at the moment, as a single booking would be answered. */
    record NotNow(Answer why) implements SeriesAnswer {}
}
