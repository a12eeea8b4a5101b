package io.rhomboid.contracts.therapist;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.rhomboid.contracts.clinic.ClinicId;

/**
 * When a therapist works, as wall-clock time of each clinic, so that nine o'clock stays nine o'clock when the
 * clocks change.
 *
 * <p>A day's hours are the override of that clinic and date if there is one, else the weekly hours valid on it;
 * time off takes away from either, at every clinic.
 */
public record Rota(List<WeeklyHours> weekly, List<DateOverride> overrides, List<TimeOff> timeOff) {

    public Rota {
        weekly = List.copyOf(weekly);
        overrides = List.copyOf(overrides);
        timeOff = List.copyOf(timeOff);
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

    /**
     * A stretch of one day, on a wall clock, in steps of five minutes.
     *
     * @param to the first minute not worked; 00:00 is the end of the day
     */
    public record Hours(LocalTime from, LocalTime to) {

        public Hours {
            if (!to.equals(LocalTime.MIDNIGHT) && !from.isBefore(to)) {
                throw new IllegalArgumentException("hours must end after they start: " + from + " to " + to);
            }
            if (offGrid(from) || offGrid(to)) {
                throw new IllegalArgumentException("hours must start and end on five minutes: " + from + " to " + to);
            }
        }

        private static boolean offGrid(LocalTime time) {
            return time.toNanoOfDay() % (5 * 60 * 1_000_000_000L) != 0;
        }
    }
}
