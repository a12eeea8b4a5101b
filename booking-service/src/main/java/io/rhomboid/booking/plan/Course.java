package io.rhomboid.booking.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.rhomboid.contracts.booking.BookingId;

/**
 * Where a client stands in a plan: how often they should come now, and by when next.
 *
 * @param steps what has led there, the first thing first
 * @param next the visit that is booked next; null if none is
 * @param dueOn the last day on which the next visit is in time
 * @param overdue whether that day is over, and nothing is booked
 */
public record Course(
        Rhythm rhythm, List<Step> steps, @Nullable Visit next, LocalDate dueOn, boolean overdue) {

    public Course {
        steps = List.copyOf(steps);
    }

    /**
     * A visit of the plan, done or to come.
     *
     * @param pain after it, or before it if that is all the client said; null if they said nothing, or have not come
     */
    public record Visit(
            BookingId bookingId, Instant start, @Nullable Integer pain) {}

    /** What the therapist decided, whatever the pain says. */
    public record Turn(Instant at, Rhythm rhythm, String why) {}

    /**
     * @param visit null if the therapist decided it
     * @param turn null if it was a visit
     * @param rhythm from then on
     */
    public record Step(
            Instant at, @Nullable Visit visit, @Nullable Turn turn, Rhythm rhythm) {}

    /**
     * @param begin what the pain asked for at the beginning
     * @param done those that took place, in any order
     * @param toCome those that are booked, in any order
     */
    static Course of(
            Rhythm begin,
            Instant since,
            List<Turn> turns,
            List<Visit> done,
            List<Visit> toCome,
            ZoneId zone,
            Instant now) {
        var steps = new ArrayList<Step>();
        for (var visit : done) steps.add(new Step(visit.start, visit, null, begin));
        for (var turn : turns) steps.add(new Step(turn.at, null, turn, turn.rhythm));
        steps.sort(Comparator.comparing(Step::at));
        var rhythm = begin;
        var last = since;
        for (int i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            var visit = step.visit;
            if (visit != null) {
                last = visit.start;
                if (visit.pain != null) rhythm = rhythm.after(visit.pain);
            } else rhythm = step.rhythm;
            steps.set(i, new Step(step.at, visit, step.turn, rhythm));
        }
        var next = toCome.stream().min(Comparator.comparing(Visit::start)).orElse(null);
        var dueOn = LocalDate.ofInstant(last, zone).plusDays(rhythm.mostDays());
        boolean overdue = next == null && LocalDate.ofInstant(now, zone).isAfter(dueOn);
        return new Course(rhythm, steps, next, dueOn, overdue);
    }
}
