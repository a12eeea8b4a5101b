package io.rhomboid.booking.waitlist;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
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

    /** Whether this session is what they wait for. */
    boolean isMetBy(BookingSnapshot session) {
        var start = LocalDateTime.ofInstant(session.start(), session.zone());
        var minutes =
                Math.toIntExact(Duration.between(session.start(), session.end()).toMinutes());
        return clinicId.equals(session.clinicId())
                && treatment.equals(session.treatment())
                && lengths.contains(minutes)
                && (therapistId == null || therapistId.equals(session.therapistId()))
                && !start.toLocalDate().isBefore(from)
                && !start.toLocalDate().isAfter(until)
                && (days.isEmpty() || days.contains(start.getDayOfWeek()))
                && (parts.isEmpty() || parts.contains(PartOfDay.of(start.toLocalTime())));
    }
}
