package io.rhomboid.booking.series;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.rhomboid.booking.availability.AskedStart;
import io.rhomboid.booking.availability.Catalogue;
import io.rhomboid.booking.availability.FreeSlot;
import io.rhomboid.booking.availability.FreeSlots;
import io.rhomboid.booking.availability.Occupancy;
import io.rhomboid.booking.availability.SlotSearch;
import io.rhomboid.booking.availability.StartAnswer.Fits;
import io.rhomboid.booking.availability.StartAnswer.NotOffered;
import io.rhomboid.booking.availability.StartCheck;
import io.rhomboid.booking.availability.When;
import io.rhomboid.booking.series.Proposal.Alternative;
import io.rhomboid.booking.series.Proposal.Alternative.Kind;
import io.rhomboid.booking.series.Proposal.Visit;
import io.rhomboid.contracts.clinic.Clinic;
import io.rhomboid.contracts.therapist.TherapistId;

/** Lays a series onto the calendar, for one moment's catalogue and diary. */
final class Proposer {

    private static final int ALTERNATIVES = 3;

    /** A visit that can't be had at its day moves no further than this. */
    private static final int FARTHEST_DAYS = 3;

    /** As many as there are cells in the longest day. */
    private static final int ALL_OF_A_DAY = 300;

    private static final Duration BEYOND_ANY_HORIZON = Duration.ofDays(1_100);

    private final Catalogue catalogue;
    private final StartCheck check;
    private final FreeSlots free;
    private final Instant now;

    Proposer(Catalogue catalogue, Occupancy occupancy, Instant now) {
        this.catalogue = catalogue;
        this.check = new StartCheck(catalogue, occupancy);
        this.free = new FreeSlots(catalogue, occupancy);
        this.now = now;
    }

    /** Empty if nobody at the clinic gives the treatment that long; clinic and treatment must be known. */
    Optional<Proposal> propose(SeriesWish wish) {
        var starts = starts(wish, zone(wish));
        return candidates(wish).stream()
                .map(therapist -> new Proposal(therapist, visits(wish, therapist, starts)))
                // Of several who have as many dates, always the same one.
                .reduce((one, other) -> free(other) > free(one) ? other : one);
    }

    /** The same time by the clinic's clock, whatever its offset is on the day. */
    private static List<Instant> starts(SeriesWish wish, ZoneId zone) {
        var first = wish.first().atZone(zone);
        return Phase.dates(first.toLocalDate(), wish.phases()).stream()
                .map(date -> ZonedDateTime.ofLocal(date.atTime(first.toLocalTime()), zone, first.getOffset()))
                .map(ZonedDateTime::toInstant)
                .toList();
    }

    private ZoneId zone(SeriesWish wish) {
        return catalogue.clinic(wish.clinicId()).map(Clinic::zone).orElseThrow();
    }

    private List<TherapistId> candidates(SeriesWish wish) {
        if (wish.therapistId() != null) return List.of(wish.therapistId());
        return catalogue.therapistsAt(wish.clinicId()).stream()
                .filter(therapist -> check.reasons(asked(wish, therapist, wish.first()), now).stream()
                        .noneMatch(NotOffered.class::isInstance))
                .sorted(Comparator.comparing(TherapistId::value))
                .toList();
    }

    private static AskedStart asked(SeriesWish wish, TherapistId therapist, Instant start) {
        return new AskedStart(therapist, wish.clinicId(), wish.treatment(), wish.lengthMinutes(), start);
    }

    private static long free(Proposal proposal) {
        return proposal.visits().stream().filter(Visit.Free.class::isInstance).count();
    }

    private List<Visit> visits(SeriesWish wish, TherapistId therapist, List<Instant> starts) {
        var visits = new ArrayList<Visit>();
        for (int i = 0; i < starts.size(); i++) {
            visits.add(visit(asked(wish, therapist, starts.get(i)), starts, i));
        }
        return visits;
    }

    private Visit visit(AskedStart asked, List<Instant> starts, int number) {
        if (check.check(asked, now) instanceof Fits fits) {
            return new Visit.Free(
                    new FreeSlot(asked.therapistId(), asked.clinicId(), asked.start(), fits.end(), fits.price()));
        }
        return new Visit.NotFree(asked, check.reasons(asked, now), alternatives(asked, starts, number));
    }

    /**
     * What could be had instead: at the same day, then on days near it, then with others at the same time; in each
     * group the nearest first. Where all that is nothing: with anybody, on that day and those near it.
     *
     * @param starts of all visits, the earliest first
     * @param number which of them this would be instead of, from 0
     */
    List<Alternative> alternatives(AskedStart asked, List<Instant> starts, int number) {
        var clinic = catalogue.clinic(asked.clinicId());
        if (clinic.isEmpty() || isNowhereNear(asked.start())) return List.of();
        var wanted = asked.start().atZone(clinic.get().zone());
        var near = Stream.iterate(1, days -> days <= reach(starts, number), days -> days + 1)
                .flatMap(days -> Stream.of(wanted.minusDays(days), wanted.plusDays(days)))
                .toList();
        var sameDay = nearest(asked, asked.therapistId(), wanted)
                .limit(ALTERNATIVES)
                .map(slot -> new Alternative(Kind.SAME_DAY, slot));
        var nearDays = best(asked, asked.therapistId(), near).map(slot -> new Alternative(Kind.NEAR_DAY, slot));
        var others = others(asked).limit(ALTERNATIVES).map(slot -> new Alternative(Kind.OTHER_THERAPIST, slot));
        var all = Stream.of(sameDay, nearDays, others)
                .flatMap(each -> each)
                .filter(alternative -> !alternative.slot().start().equals(asked.start())
                        || !alternative.slot().therapistId().equals(asked.therapistId()))
                .toList();
        if (!all.isEmpty()) return all;
        return Stream.of(List.of(wanted), near)
                .flatMap(each -> best(asked, null, each))
                .limit(ALTERNATIVES)
                .map(slot -> new Alternative(Kind.OTHER_THERAPIST, slot))
                .toList();
    }

    /** Of each of some days the start that is nearest to that time; of no more days than are named as alternatives. */
    private Stream<FreeSlot> best(AskedStart asked, @Nullable TherapistId therapist, List<ZonedDateTime> days) {
        return days.stream()
                .flatMap(day -> nearest(asked, therapist, day).limit(1))
                .limit(ALTERNATIVES);
    }

    /** So far from now that no clinic has anything there, and that a day after it may be none. */
    private boolean isNowhereNear(Instant start) {
        return Duration.between(now, start).abs().compareTo(BEYOND_ANY_HORIZON) > 0;
    }

    /** The free starts of that day, the nearest to that time first; of two as near, the earlier one. */
    private Stream<FreeSlot> nearest(AskedStart asked, @Nullable TherapistId therapist, ZonedDateTime wanted) {
        var day = new When.Day(wanted.toLocalDate());
        return find(asked, therapist, day, day)
                .sorted(Comparator.comparing(slot ->
                        Duration.between(slot.start(), wanted.toInstant()).abs()));
    }

    private Stream<FreeSlot> others(AskedStart asked) {
        var from = new When.Moment(asked.start());
        var to = new When.Moment(asked.start().plusNanos(1));
        return find(asked, null, from, to).filter(slot -> !slot.therapistId().equals(asked.therapistId()));
    }

    private Stream<FreeSlot> find(AskedStart asked, @Nullable TherapistId therapist, When from, When to) {
        var search = new SlotSearch(
                asked.treatment(), asked.lengthMinutes(), therapist, asked.clinicId(), from, to, ALL_OF_A_DAY);
        return free.find(search, now).slots().stream();
    }

    /** So many days that the visit stays nearer to its own day than to the visits before and after it. */
    private static int reach(List<Instant> starts, int number) {
        int reach = FARTHEST_DAYS;
        if (number > 0) reach = Math.min(reach, halfWay(starts.get(number - 1), starts.get(number)));
        if (number + 1 < starts.size()) {
            reach = Math.min(reach, halfWay(starts.get(number), starts.get(number + 1)));
        }
        return reach;
    }

    private static int halfWay(Instant one, Instant next) {
        // A day may have 23 or 25 hours.
        long days = Math.round(Duration.between(one, next).toHours() / 24.0);
        return (int) Math.max(0, (days - 1) / 2);
    }
}
