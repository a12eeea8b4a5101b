package io.rhomboid.booking.availability;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.rhomboid.contracts.Hours;
import io.rhomboid.contracts.clinic.Clinic;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.clinic.ClinicPolicy.TreatmentBuffer;
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
        var reasons = reasons(asked, now);
        return reasons.isEmpty() ? "Fits" : reasons.getFirst();
    }

    /** The simple names of all reasons, for a start on five minutes. */
    List<String> reasons(AskedStart asked, Instant now) {
        var therapist = therapists.get(asked.therapistId());
        var clinic = clinics.get(asked.clinicId());
        var treatment = treatments.get(asked.treatment());
        if (therapist == null) return List.of("UnknownTherapist");
        if (clinic == null) return List.of("UnknownClinic");
        if (treatment == null) return List.of("UnknownTreatment");
        if (!treatment.lengthsMinutes().contains(asked.lengthMinutes())) return List.of("WrongLength");
        var all = new ArrayList<String>();
        if (therapist.offers().stream().noneMatch(offer -> offer.clinicId().equals(asked.clinicId()))) {
            return List.of("NotOffered");
        }
        if (therapist.offers().stream()
                .noneMatch(offer -> offer.clinicId().equals(asked.clinicId())
                        && offer.treatment().equals(asked.treatment())
                        && offer.lengthMinutes() == asked.lengthMinutes())) {
            all.add("NotOffered");
        }
        if (therapist.listing() != Therapist.Listing.LISTED) all.add("NotListed");

        var policy = clinic.policy();
        var wall = asked.start().atZone(clinic.zone());
        var today = now.atZone(clinic.zone()).toLocalDate();
        if (asked.start().isBefore(now)) {
            all.add("InThePast");
            return all;
        }
        if (wall.toLocalDate().isAfter(today.plusDays(policy.horizonDays()))) {
            all.add("BeyondHorizon");
            return all;
        }
        if (asked.start().isBefore(now.plus(Duration.ofMinutes(policy.minimumNoticeMinutes())))) {
            all.add("TooShortNotice");
        }
        boolean onGrid = isOnGrid(wall, policy.startGridMinutes());
        if (!onGrid) all.add("OffGrid");

        int before = all.size();
        var end = asked.start().plus(Duration.ofMinutes(asked.lengthMinutes()));
        if (!always(asked.start(), end, at -> works(therapist, asked.clinicId(), at.atZone(clinic.zone())))) {
            all.add("OutsideHours");
        }
        if (!always(asked.start(), end, at -> isOpen(clinic, at.atZone(clinic.zone())))) {
            all.add("OutsideOpeningHours");
        }
        if (!always(asked.start(), end, at -> !isClosed(clinic, at.atZone(clinic.zone())))) all.add("Closed");
        if (!always(asked.start(), end, at -> !isAway(therapist, at))) all.add("TimeOff");
        if (!always(asked.start(), end, at -> isLicensed(therapist, clinic, at))) all.add("NoLicence");
        boolean atWork = all.size() == before;

        var from = asked.start().minus(Duration.ofMinutes(bufferBefore(therapist, clinic, asked.treatment())));
        var to = end.plus(Duration.ofMinutes(bufferAfter(therapist, clinic, asked.treatment())));
        if (isTaken(asked.therapistId(), asked.start(), end)) all.add("Busy");
        else if (isTaken(asked.therapistId(), from, to)) all.add("InBuffer");
        if (clinic.rooms().stream()
                .noneMatch(
                        room -> room.features().containsAll(treatment.roomNeeds()) && !isTaken(room.id(), from, to))) {
            all.add("NoRoom");
        }
        for (var kind : treatment.equipmentNeeds()) {
            if (clinic.equipment().stream()
                    .noneMatch(piece -> piece.kind().equals(kind) && !isTaken(piece.id(), from, to))) {
                all.add("NoEquipment");
            }
        }
        var rules = therapist.rota().rules();
        var date = wall.toLocalDate();
        if (rules.dailyCap() != null && sessionsOn(asked.therapistId(), date) >= rules.dailyCap()) all.add("DayFull");
        if (!onGrid || !atWork) return all;

        if (!isTaken(asked.therapistId(), from, to) && new Run(this, asked, asked.treatment()).speaksAgainst())
            all.add("Protected");
        if (LookBusy.holdsBack(asked.therapistId(), CellSet.cellOf(asked.start()), rules.lookBusyPercent())) {
            all.add("HeldBack");
        }
        return all;
    }

    /**
     * Whether the therapist's rules for a day speak against a stretch of several sessions.
     *
     * @param stretch the first session, as long as all of them
     * @param last what is given last
     */
    boolean isProtected(AskedStart stretch, TreatmentCode last) {
        return new Run(this, stretch, last).speaksAgainst();
    }

    private static boolean always(Instant from, Instant to, Predicate<Instant> rule) {
        for (var minute = from; minute.isBefore(to); minute = minute.plusSeconds(60)) {
            if (!rule.test(minute)) return false;
        }
        return true;
    }

    long sessionsOn(TherapistId therapist, LocalDate date) {
        return claims.stream()
                .filter(claim -> claim.therapists().contains(therapist) && date.equals(claim.day()))
                .count();
    }

    static int bufferBefore(Therapist therapist, Clinic clinic, TreatmentCode treatment) {
        int minutes = clinic.policy().treatmentBuffers().stream()
                .filter(own -> own.treatment().equals(treatment))
                .findFirst()
                .map(TreatmentBuffer::beforeMinutes)
                .orElse(clinic.policy().bufferBeforeMinutes());
        var own = therapist.rota().rules().bufferBeforeMinutes();
        return own == null ? minutes : Math.max(minutes, own);
    }

    static int bufferAfter(Therapist therapist, Clinic clinic, TreatmentCode treatment) {
        int minutes = clinic.policy().treatmentBuffers().stream()
                .filter(own -> own.treatment().equals(treatment))
                .findFirst()
                .map(TreatmentBuffer::afterMinutes)
                .orElse(clinic.policy().bufferAfterMinutes());
        var own = therapist.rota().rules().bufferAfterMinutes();
        return own == null ? minutes : Math.max(minutes, own);
    }

    /**
     * The free working time around a start that the therapist could take, walked five minutes at a time.
     *
     * @param last the treatment at the end of it
     */
    private record Run(Oracle oracle, AskedStart asked, TreatmentCode last) {

        private static final Duration STEP = Duration.ofMinutes(5);

        boolean speaksAgainst() {
            var rules = therapist().rota().rules();
            if (!rules.minimiseGaps() && !rules.cluster()) return false;
            var begin = asked.start();
            while (isFree(begin.minus(STEP))) begin = begin.minus(STEP);
            var end = asked.start();
            while (isFree(end)) end = end.plus(STEP);
            boolean isFirst = true;
            for (var other = begin; other.isBefore(asked.start()); other = other.plus(STEP)) {
                if (couldStart(other, begin, end)) isFirst = false;
            }
            boolean isLast = true;
            for (var other = asked.start().plus(STEP); other.isBefore(end); other = other.plus(STEP)) {
                if (couldStart(other, begin, end)) isLast = false;
            }
            if (rules.minimiseGaps() && !isFirst && !isLast && leavesGap(begin, end)) return true;
            var date = asked.start().atZone(clinic().zone()).toLocalDate();
            return rules.cluster()
                    && oracle.sessionsOn(asked.therapistId(), date) > 0
                    && !(isFirst && isInSession(begin.minus(STEP)))
                    && !(isLast && isInSession(end));
        }

        private boolean leavesGap(Instant begin, Instant end) {
            long shortest = therapist().offers().stream()
                    .filter(offer -> offer.clinicId().equals(asked.clinicId()))
                    .mapToLong(offer -> before(offer.treatment()) + offer.lengthMinutes() + after(offer.treatment()))
                    .min()
                    .orElseThrow();
            long left = Duration.between(begin, asked.start()).toMinutes() - before(asked.treatment());
            long right = Duration.between(asked.start(), end).toMinutes() - asked.lengthMinutes() - after(last);
            return left > 0 && left < shortest || right > 0 && right < shortest;
        }

        private boolean couldStart(Instant other, Instant begin, Instant end) {
            var till = other.plus(Duration.ofMinutes(asked.lengthMinutes()));
            return isOnGrid(other.atZone(clinic().zone()), clinic().policy().startGridMinutes())
                    && !other.isBefore(begin)
                    && !till.isAfter(end)
                    && !oracle.isTaken(
                            asked.therapistId(),
                            other.minus(Duration.ofMinutes(before(asked.treatment()))),
                            till.plus(Duration.ofMinutes(after(last))));
        }

        private boolean isFree(Instant at) {
            var wall = at.atZone(clinic().zone());
            return works(therapist(), asked.clinicId(), wall)
                    && isOpen(clinic(), wall)
                    && !isClosed(clinic(), wall)
                    && always(at, at.plus(STEP), minute -> !isAway(therapist(), minute))
                    && isLicensed(therapist(), clinic(), at)
                    && !oracle.isTaken(asked.therapistId(), at, at.plus(STEP));
        }

        private boolean isInSession(Instant at) {
            return oracle.claims.stream()
                    .anyMatch(claim -> claim.therapists().contains(asked.therapistId())
                            && claim.day() != null
                            && claim.from().isBefore(at.plus(STEP))
                            && at.isBefore(claim.to()));
        }

        private int before(TreatmentCode treatment) {
            return bufferBefore(therapist(), clinic(), treatment);
        }

        private int after(TreatmentCode treatment) {
            return bufferAfter(therapist(), clinic(), treatment);
        }

        private Therapist therapist() {
            return oracle.therapists.get(asked.therapistId());
        }

        private Clinic clinic() {
            return oracle.clinics.get(asked.clinicId());
        }
    }

    static boolean isOnGrid(ZonedDateTime wall, int gridMinutes) {
        return wall.getSecond() == 0
                && wall.getNano() == 0
                && (wall.getHour() * 60 + wall.getMinute()) % gridMinutes == 0;
    }

    private static boolean works(Therapist therapist, ClinicId clinicId, ZonedDateTime minute) {
        return hours(therapist, clinicId, minute).stream().anyMatch(hours -> shows(minute, hours));
    }

    private static boolean shows(ZonedDateTime minute, Hours hours) {
        var time = minute.toLocalTime();
        boolean endsAtMidnight = hours.to().getHour() == 0 && hours.to().getMinute() == 0;
        return !time.isBefore(hours.from()) && (endsAtMidnight || time.isBefore(hours.to()));
    }

    private static boolean isOpen(Clinic clinic, ZonedDateTime minute) {
        return clinic.openingHours().isEmpty()
                || clinic.openingHours().stream()
                        .anyMatch(open -> open.day() == minute.getDayOfWeek() && shows(minute, open.hours()));
    }

    private static boolean isClosed(Clinic clinic, ZonedDateTime minute) {
        var date = minute.toLocalDate();
        return clinic.closures().stream()
                .anyMatch(closure -> !date.isBefore(closure.from()) && !date.isAfter(closure.until()));
    }

    private static boolean isLicensed(Therapist therapist, Clinic clinic, Instant minute) {
        var day = minute.atZone(clinic.zone()).toLocalDate();
        return therapist.licences().stream().anyMatch(licence -> licence.covers(day, clinic.jurisdiction()));
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

    boolean isTaken(Record resource, Instant from, Instant to) {
        return claims.stream()
                .filter(claim -> claim.therapists().contains(resource)
                        || claim.rooms().contains(resource)
                        || claim.equipment().contains(resource))
                .anyMatch(claim -> claim.from().isBefore(to) && from.isBefore(claim.to()));
    }
}
