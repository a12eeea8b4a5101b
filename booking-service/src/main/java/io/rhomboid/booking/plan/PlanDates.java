package io.rhomboid.booking.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

import io.rhomboid.booking.availability.FreeSlot;
import io.rhomboid.booking.availability.StartAnswer.BeyondHorizon;
import io.rhomboid.booking.series.Phase;
import io.rhomboid.booking.series.Proposal;
import io.rhomboid.booking.series.Proposal.Alternative;

/**
 * The dates of a plan: of what a series proposes, for each visit the best that keeps the plan's rhythm.
 *
 * @param visits the earliest first
 */
public record PlanDates(List<Date> visits) {

    public PlanDates {
        visits = List.copyOf(visits);
    }

    /** One visit. */
    public sealed interface Date {

        /** By which it follows the one before. */
        Rhythm rhythm();

        /** When it would be best. */
        Instant wanted();

        record Free(Rhythm rhythm, Instant wanted, FreeSlot slot) implements Date {}

        /** No free time near it keeps the rhythm. */
        record NoneFree(Rhythm rhythm, Instant wanted) implements Date {}

        /** So far ahead that the clinic takes no bookings yet. */
        record NotYet(Rhythm rhythm, Instant wanted) implements Date {}
    }

    /** What is proposed from this rhythm on: some visits of each, down to the rarest. */
    static List<Phase> phases(Rhythm from) {
        return rhythms(from).map(Rhythm::proposed).toList();
    }

    private static Stream<Rhythm> rhythms(Rhythm from) {
        return Stream.of(Rhythm.values()).filter(rhythm -> rhythm.compareTo(from) >= 0);
    }

    /** @param proposal of {@link #phases}; what is in it is free at the moment */
    static PlanDates of(Rhythm from, Proposal proposal, ZoneId zone) {
        var each = rhythms(from)
                .flatMap(rhythm -> Collections.nCopies(rhythm.proposed().count(), rhythm).stream())
                .toList();
        var dates = new ArrayList<Date>();
        for (int i = 0; i < proposal.visits().size(); i++) {
            dates.add(date(each.get(i), proposal.visits().get(i), dates, zone));
        }
        return new PlanDates(dates);
    }

    private static Date date(Rhythm rhythm, Proposal.Visit visit, List<Date> before, ZoneId zone) {
        return switch (visit) {
            case Proposal.Visit.Free(var slot)
            when keeps(rhythm, slot, before, zone) -> new Date.Free(rhythm, slot.start(), slot);
            case Proposal.Visit.Free(var slot) -> new Date.NoneFree(rhythm, slot.start());
            case Proposal.Visit.NotFree(var asked, var why, var _)
            when why.stream().anyMatch(BeyondHorizon.class::isInstance) -> new Date.NotYet(rhythm, asked.start());
            case Proposal.Visit.NotFree(var asked, var _, var alternatives) ->
                alternatives.stream()
                        .map(Alternative::slot)
                        .filter(slot -> keeps(rhythm, slot, before, zone))
                        .findFirst()
                        .<Date>map(slot -> new Date.Free(rhythm, asked.start(), slot))
                        .orElseGet(() -> new Date.NoneFree(rhythm, asked.start()));
        };
    }

    /** Where a visit before could not be had, it counts as if it were when it would be best. */
    private static boolean keeps(Rhythm rhythm, FreeSlot slot, List<Date> before, ZoneId zone) {
        if (before.isEmpty()) return true;
        long days = ChronoUnit.DAYS.between(day(before.getLast(), zone), day(slot.start(), zone));
        if (days < rhythm.leastDays() || days > rhythm.mostDays()) return false;
        // Up to twice: no seven days see three.
        return rhythm != Rhythm.TWICE_A_WEEK
                || before.size() == 1
                || ChronoUnit.DAYS.between(day(before.get(before.size() - 2), zone), day(slot.start(), zone)) >= 7;
    }

    private static LocalDate day(Date date, ZoneId zone) {
        return day(date instanceof Date.Free(var _, var _, var slot) ? slot.start() : date.wanted(), zone);
    }

    private static LocalDate day(Instant start, ZoneId zone) {
        return LocalDate.ofInstant(start, zone);
    }

    /** Those that can be booked now. */
    public List<FreeSlot> free() {
        return visits.stream()
                .filter(Date.Free.class::isInstance)
                .map(date -> ((Date.Free) date).slot())
                .toList();
    }

    /** Whether all that the clinic takes bookings for can be had. */
    public boolean isComplete() {
        return visits.stream().noneMatch(Date.NoneFree.class::isInstance);
    }
}
