package io.rhomboid.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

import io.rhomboid.booking.availability.Claim;
import io.rhomboid.contracts.clinic.Clinic;
import io.rhomboid.contracts.therapist.Therapist;
import io.rhomboid.contracts.therapist.TherapistId;

/**
 * Free starts as one would write them down: each date, each quarter of an hour on the clinic's clock, each rule asked
 * of {@code java.time} and of lists of what is booked. What the engine is measured against.
 */
record NaiveEngine(ManyTherapists all) {

    private static final Duration LENGTH = Duration.ofMinutes(ManyTherapists.LENGTH_MINUTES);

    /** The starts of the first so many therapists, before that moment. */
    List<Instant> starts(int therapists, Instant until) {
        var starts = new ArrayList<Instant>();
        for (int i = 0; i < therapists; i++) addStarts(starts, i, until);
        return starts;
    }

    private void addStarts(List<Instant> starts, int number, Instant until) {
        var clinic = all.clinicOf(number);
        var therapist = all.therapists.get(number);
        var id = ManyTherapists.therapist(number);
        var grid = Duration.ofMinutes(clinic.policy().startGridMinutes());
        var earliest =
                ManyTherapists.NOW.plus(Duration.ofMinutes(clinic.policy().minimumNoticeMinutes()));
        var first = ManyTherapists.NOW.atZone(clinic.zone()).toLocalDate().atStartOfDay(clinic.zone());
        for (var at = first; at.toInstant().isBefore(until); at = at.plus(grid)) {
            if (!at.toInstant().isBefore(earliest) && isFree(clinic, therapist, id, at)) starts.add(at.toInstant());
        }
    }

    private boolean isFree(Clinic clinic, Therapist therapist, TherapistId id, ZonedDateTime at) {
        var end = at.plus(LENGTH);
        boolean works = therapist.rota().weekly().stream()
                .anyMatch(weekly -> weekly.day() == at.getDayOfWeek()
                        && !at.toLocalTime().isBefore(weekly.hours().from())
                        && end.toLocalDate().equals(at.toLocalDate())
                        && !end.toLocalTime().isAfter(lastMoment(weekly.hours().to())));
        if (!works) return false;
        if (therapist.licences().stream().noneMatch(licence -> licence.covers(at.toLocalDate(), clinic.jurisdiction())))
            return false;
        var from = at.toInstant().minus(Duration.ofMinutes(clinic.policy().bufferBeforeMinutes()));
        var to = end.toInstant().plus(Duration.ofMinutes(clinic.policy().bufferAfterMinutes()));
        return isFree(id, from, to) && clinic.rooms().stream().anyMatch(room -> isFree(room.id(), from, to));
    }

    private static LocalTime lastMoment(LocalTime to) {
        return to.equals(LocalTime.MIDNIGHT) ? LocalTime.MAX : to;
    }

    private boolean isFree(Record resource, Instant from, Instant to) {
        for (Claim claim : all.claims.getOrDefault(resource, List.of())) {
            if (claim.from().isBefore(to) && from.isBefore(claim.to())) return false;
        }
        return true;
    }
}
