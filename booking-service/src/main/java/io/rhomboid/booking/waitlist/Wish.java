package io.rhomboid.booking.waitlist;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.rhomboid.booking.availability.PartOfDay;
import io.rhomboid.contracts.booking.BookingSnapshot;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.treatment.TreatmentCode;

/**
 * What somebody waits for.
 *
 * @param lengths in minutes; any of them will do
 * @param therapistId null when anybody will do
 * @param from the first day, on the clinic's calendar
 * @param until the last day, inclusive
 * @param days of the week; none means any
 * @param parts of the day in which it may start; none means any
 * @param notice how long before the start they must have said yes, to get there
 */
public record Wish(
        ClinicId clinicId,
        TreatmentCode treatment,
        List<Integer> lengths,
        @Nullable TherapistId therapistId,
        LocalDate from,
        LocalDate until,
        Set<DayOfWeek> days,
        Set<PartOfDay> parts,
        Duration notice) {

    public Wish {
        lengths = lengths.stream().distinct().sorted().toList();
        days = Set.copyOf(days);
        parts = Set.copyOf(parts);
    }

    int longest() {
        return lengths.getLast();
    }

    /** Whether a session of this booking is what its client waits for. */
    boolean isMetBy(BookingSnapshot booking) {
        return clinicId.equals(booking.clinicId())
                && (isMetBy(booking.treatment(), booking.therapistId(), booking.start(), booking.end(), booking.zone())
                        || booking.further().stream()
                                .filter(next -> next.clientId().equals(booking.clientId()))
                                .anyMatch(next -> isMetBy(
                                        next.treatment(),
                                        next.therapistId(),
                                        next.start(),
                                        next.end(),
                                        booking.zone())));
    }

    private boolean isMetBy(TreatmentCode given, TherapistId by, Instant from, Instant to, ZoneId zone) {
        var start = LocalDateTime.ofInstant(from, zone);
        var date = start.toLocalDate();
        return treatment.equals(given)
                && lengths.contains(Math.toIntExact(Duration.between(from, to).toMinutes()))
                && (therapistId == null || therapistId.equals(by))
                && !date.isBefore(this.from)
                && !date.isAfter(until)
                && (days.isEmpty() || days.contains(start.getDayOfWeek()))
                && (parts.isEmpty() || parts.contains(PartOfDay.of(start.toLocalTime())));
    }
}
