package io.rhomboid.booking.availability;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.rhomboid.contracts.Hours;
import io.rhomboid.contracts.clinic.Clinic;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.therapist.Therapist;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.treatment.Treatment;
import io.rhomboid.contracts.treatment.TreatmentCode;

/**
 * The rules about a start, written down as plainly as can be: every minute is looked at on the wall clock, one after
 * another. Shares nothing with the engine. Far too slow to sell.
 */
record Oracle(
        Map<ClinicId, Clinic> clinics,
        Map<TreatmentCode, Treatment> treatments,
        Map<TherapistId, Therapist> therapists,
        List<Claim> claims) {

    /** The simple name of the {@link StartAnswer} that is due. */
    String answer(AskedStart asked, Instant now) {
        var therapist = therapists.get(asked.therapistId());
        var clinic = clinics.get(asked.clinicId());
        var treatment = treatments.get(asked.treatment());
        if (therapist == null) return "UnknownTherapist";
        if (clinic == null) return "UnknownClinic";
        if (treatment == null) return "UnknownTreatment";
        if (!treatment.lengthsMinutes().contains(asked.lengthMinutes())) return "WrongLength";
        if (therapist.offers().stream()
                .noneMatch(offer -> offer.clinicId().equals(asked.clinicId())
                        && offer.treatment().equals(asked.treatment())
                        && offer.lengthMinutes() == asked.lengthMinutes())) {
            return "NotOffered";
        }
        if (therapist.listing() != Therapist.Listing.LISTED) return "NotListed";

        var policy = clinic.policy();
        var wall = asked.start().atZone(clinic.zone());
        var today = now.atZone(clinic.zone()).toLocalDate();
        if (asked.start().isBefore(now)) return "InThePast";
        if (asked.start().isBefore(now.plus(Duration.ofMinutes(policy.minimumNoticeMinutes())))) {
            return "TooShortNotice";
        }
        if (wall.toLocalDate().isAfter(today.plusDays(policy.horizonDays()))) return "BeyondHorizon";
        if (!isOnGrid(wall, policy.startGridMinutes())) return "OffGrid";

        var end = asked.start().plus(Duration.ofMinutes(asked.lengthMinutes()));
        for (var minute = asked.start(); minute.isBefore(end); minute = minute.plusSeconds(60)) {
            if (!works(therapist, asked.clinicId(), minute.atZone(clinic.zone()))) return "OutsideHours";
        }
        for (var minute = asked.start(); minute.isBefore(end); minute = minute.plusSeconds(60)) {
            if (isAway(therapist, minute)) return "TimeOff";
        }
        for (var minute = asked.start(); minute.isBefore(end); minute = minute.plusSeconds(60)) {
            var day = minute.atZone(clinic.zone()).toLocalDate();
            if (therapist.licences().stream().noneMatch(licence -> licence.covers(day, clinic.jurisdiction()))) {
                return "NoLicence";
            }
        }

        var from = asked.start().minus(Duration.ofMinutes(policy.bufferBeforeMinutes()));
        var to = end.plus(Duration.ofMinutes(policy.bufferAfterMinutes()));
        if (isTaken(asked.therapistId(), from, to)) return "Busy";
        if (clinic.rooms().stream()
                .noneMatch(
                        room -> room.features().containsAll(treatment.roomNeeds()) && !isTaken(room.id(), from, to))) {
            return "NoRoom";
        }
        for (var kind : treatment.equipmentNeeds()) {
            if (clinic.equipment().stream()
                    .noneMatch(piece -> piece.kind().equals(kind) && !isTaken(piece.id(), from, to))) {
                return "NoEquipment";
            }
        }
        return "Fits";
    }

    static boolean isOnGrid(ZonedDateTime wall, int gridMinutes) {
        return wall.getSecond() == 0
                && wall.getNano() == 0
                && (wall.getHour() * 60 + wall.getMinute()) % gridMinutes == 0;
    }

    private static boolean works(Therapist therapist, ClinicId clinicId, ZonedDateTime minute) {
        return hours(therapist, clinicId, minute).stream().anyMatch(hours -> {
            var time = minute.toLocalTime();
            boolean endsAtMidnight = hours.to().getHour() == 0 && hours.to().getMinute() == 0;
            return !time.isBefore(hours.from()) && (endsAtMidnight || time.isBefore(hours.to()));
        });
    }

    private static Set<Hours> hours(Therapist therapist, ClinicId clinicId, ZonedDateTime minute) {
        var date = minute.toLocalDate();
        for (var override : therapist.rota().overrides()) {
            if (override.clinicId().equals(clinicId) && override.date().equals(date)) {
                return Set.copyOf(override.hours());
            }
        }
        return therapist.rota().weekly().stream()
                .filter(weekly -> weekly.clinicId().equals(clinicId))
                .filter(weekly -> weekly.day() == date.getDayOfWeek())
                .filter(weekly -> weekly.validFrom() == null || !date.isBefore(weekly.validFrom()))
                .filter(weekly -> weekly.validUntil() == null || !date.isAfter(weekly.validUntil()))
                .map(weekly -> weekly.hours())
                .collect(Collectors.toSet());
    }

    private static boolean isAway(Therapist therapist, Instant minute) {
        return therapist.rota().timeOff().stream()
                .anyMatch(away -> away.start().isBefore(minute.plusSeconds(60)) && minute.isBefore(away.end()));
    }

    private boolean isTaken(Record resource, Instant from, Instant to) {
        return claims.stream()
                .filter(claim -> claim.therapists().contains(resource)
                        || claim.rooms().contains(resource)
                        || claim.equipment().contains(resource))
                .anyMatch(claim -> claim.from().isBefore(to) && from.isBefore(claim.to()));
    }
}
