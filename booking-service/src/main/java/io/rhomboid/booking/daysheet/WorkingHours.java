package io.rhomboid.booking.daysheet;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

import io.rhomboid.contracts.Hours;
import io.rhomboid.contracts.clinic.Clinic;
import io.rhomboid.contracts.clinic.Clinic.OpeningHours;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.therapist.Rota;
import io.rhomboid.contracts.therapist.Therapist;

/**
 * When a therapist works at a clinic on a date: as the rota and the clinic's opening hours have it today, also for
 * dates that are past.
 */
final class WorkingHours {

    private WorkingHours() {}

    static List<Stretch> of(Therapist therapist, ClinicId clinicId, Clinic clinic, LocalDate date) {
        if (clinic.closures().stream().anyMatch(it -> !date.isBefore(it.from()) && !date.isAfter(it.until()))) {
            return List.of();
        }
        var zone = clinic.zone();
        var rota = therapist.rota();
        var hours = onTheLine(hours(rota, clinicId, date), date, zone);
        if (!clinic.openingHours().isEmpty()) hours = Stretch.inBoth(hours, onTheLine(open(clinic, date), date, zone));
        return Stretch.without(
                hours,
                rota.timeOff().stream()
                        .map(off -> new Stretch(off.start(), off.end()))
                        .toList());
    }

    private static List<Hours> hours(Rota rota, ClinicId clinicId, LocalDate date) {
        for (var override : rota.overrides()) {
            if (override.clinicId().equals(clinicId) && override.date().equals(date)) return override.hours();
        }
        return rota.weekly().stream()
                .filter(weekly -> weekly.clinicId().equals(clinicId) && weekly.day() == date.getDayOfWeek())
                .filter(weekly -> weekly.validFrom() == null || !date.isBefore(weekly.validFrom()))
                .filter(weekly -> weekly.validUntil() == null || !date.isAfter(weekly.validUntil()))
                .map(Rota.WeeklyHours::hours)
                .toList();
    }

    private static List<Hours> open(Clinic clinic, LocalDate date) {
        DayOfWeek day = date.getDayOfWeek();
        return clinic.openingHours().stream()
                .filter(open -> open.day() == day)
                .map(OpeningHours::hours)
                .toList();
    }

    private static List<Stretch> onTheLine(List<Hours> hours, LocalDate date, ZoneId zone) {
        return Stretch.joined(hours.stream()
                .map(it -> new Stretch(
                        date.atTime(it.from()).atZone(zone).toInstant(),
                        (it.to().equals(LocalTime.MIDNIGHT)
                                        ? date.plusDays(1).atStartOfDay(zone)
                                        : date.atTime(it.to()).atZone(zone))
                                .toInstant()))
                // An hour that the clock leaves out is nobody's.
                .filter(it -> it.from().isBefore(it.to()))
                .toList());
    }
}
