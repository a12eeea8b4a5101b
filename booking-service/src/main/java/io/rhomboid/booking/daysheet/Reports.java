package io.rhomboid.booking.daysheet;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

import io.rhomboid.booking.availability.Catalogue;
import io.rhomboid.booking.block.Blocks;
import io.rhomboid.booking.daysheet.DaySheet.Sitting;
import io.rhomboid.booking.reservation.Timetable;
import io.rhomboid.booking.reservation.Whose;
import io.rhomboid.contracts.clinic.ClinicId;

/** Counts a clinic's bookings over a period, one by one: memory grows with the groups, not with the bookings. */
public final class Reports {

    /** What makes a group. */
    public enum GroupBy {
        THERAPIST,
        TREATMENT,
        CLINIC,
        DAY,
        MONTH
    }

    /**
     * One group; the same group in two currencies is two.
     *
     * @param key the id, code, date or month
     * @param currency ISO 4217
     */
    public record Group(String key, String currency) implements Comparable<Group> {

        @Override
        public int compareTo(Group other) {
            int byKey = key.compareTo(other.key);
            return byKey != 0 ? byKey : currency.compareTo(other.currency);
        }
    }

    private final Timetable timetable;
    private final Blocks blocks;
    private final Supplier<Catalogue> catalogue;

    public Reports(Timetable timetable, Blocks blocks, Supplier<Catalogue> catalogue) {
        this.timetable = timetable;
        this.blocks = blocks;
        this.catalogue = catalogue;
    }

    /**
     * Each group that has anything, by its key.
     *
     * @param first the first date, on the clinic's wall
     * @param last the last date
     * @param currency the clinic's, in which its working hours are counted
     */
    public Map<Group, Tally> count(ClinicId clinic, String currency, LocalDate first, LocalDate last, GroupBy by) {
        var from = first.atStartOfDay(ZoneOffset.MAX).toInstant();
        var to = last.plusDays(1).atStartOfDay(ZoneOffset.MIN).toInstant();
        var groups = new TreeMap<Group, Tally>();
        var known = catalogue.get();
        // Nobody works on a technique; they work, and then this or that is booked.
        if (by != GroupBy.TREATMENT) {
            for (var therapist : known.therapistsAt(clinic)) {
                var away = DaySheets.away(blocks, therapist, from, to);
                for (var date = first; !date.isAfter(last); date = date.plusDays(1)) {
                    var hours = DaySheets.hours(known, therapist, clinic, date);
                    var minutes = Stretch.without(hours, away).stream()
                            .mapToLong(Stretch::minutes)
                            .sum();
                    if (minutes > 0) {
                        var key = key(by, therapist.toString(), "", clinic, date);
                        groups.merge(new Group(key, currency), Tally.working(minutes), Tally::plus);
                    }
                }
            }
        }
        DaySheets.read(timetable, new Whose.OfClinic(clinic), from, to, sitting -> {
            var date = sitting.date();
            if (date.isBefore(first) || date.isAfter(last)) return;
            var tally = Tally.of(sitting.booking(), sitting.part());
            if (!tally.equals(Tally.NOTHING)) groups.merge(group(by, sitting, date), tally, Tally::plus);
        });
        return groups;
    }

    private static Group group(GroupBy by, Sitting sitting, LocalDate date) {
        var session = sitting.session();
        var key = key(by, session.therapistId().toString(), session.treatment().toString(), session.clinicId(), date);
        return new Group(key, sitting.part().price().currency());
    }

    private static String key(GroupBy by, String therapist, String treatment, ClinicId clinic, LocalDate date) {
        return switch (by) {
            case THERAPIST -> therapist;
            case TREATMENT -> treatment;
            case CLINIC -> clinic.toString();
            case DAY -> date.toString();
            case MONTH -> YearMonth.from(date).toString();
        };
    }
}
