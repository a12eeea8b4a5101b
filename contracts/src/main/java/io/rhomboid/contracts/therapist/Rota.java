package io.rhomboid.contracts.therapist;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.rhomboid.contracts.Hours;
import io.rhomboid.contracts.clinic.ClinicId;

/**
 * When a therapist works, as wall-clock time of each clinic, so that nine o'clock stays nine o'clock when the
 * clocks change.
 *
 * <p>A day's hours are the override of that clinic and date if there is one, else the weekly hours valid on it;
 * time off takes away from either, at every clinic.
 */
public record Rota(List<WeeklyHours> weekly, List<DateOverride> overrides, List<TimeOff> timeOff, DiaryRules rules) {

    /** No hours at all. */
    public static final Rota EMPTY = new Rota(List.of(), List.of(), List.of());

    public Rota {
        weekly = List.copyOf(weekly);
        overrides = List.copyOf(overrides);
        timeOff = List.copyOf(timeOff);
        // Not there in older events.
        if (rules == null) rules = DiaryRules.NONE;
    }

    /** Without rules. */
    public Rota(List<WeeklyHours> weekly, List<DateOverride> overrides, List<TimeOff> timeOff) {
        this(weekly, overrides, timeOff, DiaryRules.NONE);
    }

    /** The same hours with this time off. */
    public Rota withTimeOff(List<TimeOff> timeOff) {
        return new Rota(weekly, overrides, timeOff, rules);
    }

    /**
     * Hours that recur on one day of the week.
     *
     * @param validFrom the first date, or null for always until now
     * @param validUntil the last date, inclusive, or null for ever
     */
    public record WeeklyHours(
            ClinicId clinicId,
            DayOfWeek day,
            Hours hours,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validUntil) {}

    /** The hours of one date instead of the weekly ones; none means closed. */
    public record DateOverride(ClinicId clinicId, LocalDate date, List<Hours> hours) {

        public DateOverride {
            hours = List.copyOf(hours);
        }
    }

    /** Away from start to end, wherever; why is nobody's business. */
    public record TimeOff(TimeOffId id, Instant start, Instant end) {

        public TimeOff {
            if (!start.isBefore(end)) throw new IllegalArgumentException("time off must end after it starts");
        }
    }
}
