package io.rhomboid.therapist.rota;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import io.rhomboid.contracts.Hours;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.therapist.DiaryRules;
import io.rhomboid.contracts.therapist.Rota;
import io.rhomboid.contracts.therapist.Rota.DateOverride;
import io.rhomboid.contracts.therapist.Rota.WeeklyHours;
import io.rhomboid.therapist.http.Findings;
import io.rhomboid.therapist.staff.OwnParts;

/**
 * The hours that a therapist wants to work; time off is asked for by itself.
 *
 * <p>A break is told to the others as two stretches of hours with nothing between. Nobody is at two places at once: hours of one day may not overlap, at one clinic or two. Clinics on different
 * clocks can't be worked at in the same weeks.
 */
record RotaRequest(
        @NotNull @Size(max = 100) List<@NotNull @Valid Weekly> weekly,
        @NotNull @Size(max = 400) List<@NotNull @Valid OtherHours> overrides,
        @Nullable @Valid Rules rules) {

    /** As {@link DiaryRules}; what is not said is no rule. */
    record Rules(
            @Nullable @Min(1) @Max(50) Integer dailyCap,
            @Nullable @Min(0) @Max(120) Integer bufferBeforeMinutes,
            @Nullable @Min(0) @Max(120) Integer bufferAfterMinutes,
            @Nullable Boolean minimiseGaps,
            @Nullable Boolean cluster,
            @Nullable @Min(0) @Max(90) Integer lookBusyPercent) {

        void check(Findings findings) {
            if (bufferBeforeMinutes != null && bufferBeforeMinutes % 5 != 0) {
                findings.add("rules.bufferBeforeMinutes", "must be in steps of 5");
            }
            if (bufferAfterMinutes != null && bufferAfterMinutes % 5 != 0) {
                findings.add("rules.bufferAfterMinutes", "must be in steps of 5");
            }
        }

        DiaryRules toDiaryRules() {
            return new DiaryRules(
                    dailyCap,
                    bufferBeforeMinutes,
                    bufferAfterMinutes,
                    Boolean.TRUE.equals(minimiseGaps),
                    Boolean.TRUE.equals(cluster),
                    lookBusyPercent == null ? 0 : lookBusyPercent);
        }
    }

    /**
     * As {@link WeeklyHours}.
     *
     * @param breaks within the hours, in order; free of sessions
     */
    record Weekly(
            @NotNull ClinicId clinicId,
            @NotNull DayOfWeek day,
            @NotNull @Valid Stretch hours,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validUntil,
            @Nullable @Size(max = 5) List<@NotNull @Valid Stretch> breaks) {

        /** One for each stretch between breaks. */
        Stream<WeeklyHours> toWeeklyHours() {
            var stretches = new ArrayList<Stretch>();
            var from = hours.from;
            for (var pause : pauses()) {
                if (pause.from.isAfter(from)) stretches.add(new Stretch(from, pause.from));
                from = pause.to;
            }
            if (!from.equals(hours.to)) stretches.add(new Stretch(from, hours.to));
            return stretches.stream()
                    .map(stretch -> new WeeklyHours(clinicId, day, stretch.toHours(), validFrom, validUntil));
        }

        List<Stretch> pauses() {
            return breaks == null ? List.of() : breaks;
        }

        void checkBreaks(String at, Findings findings) {
            var earliest = hours.from.toSecondOfDay();
            for (int i = 0; i < pauses().size(); i++) {
                var pause = pauses().get(i);
                if (pause.from.toSecondOfDay() < earliest || pause.endSecond() > hours.endSecond()) {
                    findings.add(at + ".breaks[" + i + "]", "must lie within the hours, after the break before it");
                }
                earliest = pause.endSecond();
            }
            if (pauses().size() == 1 && pauses().getFirst().equals(hours)) {
                findings.add(at + ".breaks[0]", "must leave some of the hours");
            }
        }

        boolean holdsOn(LocalDate date) {
            return date.getDayOfWeek() == day
                    && (validFrom == null || !date.isBefore(validFrom))
                    && (validUntil == null || !date.isAfter(validUntil));
        }

        boolean holdsTogetherWith(Weekly other) {
            return isBefore(validFrom, other.validUntil) && isBefore(other.validFrom, validUntil);
        }

        private static boolean isBefore(@Nullable LocalDate from, @Nullable LocalDate until) {
            return from == null || until == null || !from.isAfter(until);
        }
    }

    /** As {@link DateOverride}. */
    record OtherHours(
            @NotNull ClinicId clinicId,
            @NotNull LocalDate date,
            @NotNull @Size(max = 10) List<@NotNull @Valid Stretch> hours) {

        DateOverride toDateOverride() {
            return new DateOverride(
                    clinicId, date, hours.stream().map(Stretch::toHours).toList());
        }
    }

    /** As {@link Hours}. */
    record Stretch(@NotNull LocalTime from, @NotNull LocalTime to) {

        Hours toHours() {
            return new Hours(from, to);
        }

        boolean overlaps(Stretch other) {
            return from.toSecondOfDay() < other.endSecond() && other.from.toSecondOfDay() < endSecond();
        }

        private int endSecond() {
            return to.equals(LocalTime.MIDNIGHT) ? 24 * 60 * 60 : to.toSecondOfDay();
        }
    }

    private static final int YEARS_AROUND = 10;

    /**
     * The rota with these hours.
     *
     * @param before whose time off stays, and whose rules unless there are new ones
     * @param own what of it the caller may change
     * @param zoneOf a clinic's zone, or empty if there is no such clinic
     * @throws io.rhomboid.platform.web.ProblemException naming each field that is wrong
     */
    Rota toRota(Rota before, OwnParts own, Function<ClinicId, Optional<ZoneId>> zoneOf, LocalDate today) {
        var findings = new Findings();
        var zones = checkClinics(zoneOf, findings);
        checkHours(findings);
        checkDates(today, findings);
        if (rules != null) rules.check(findings);
        findings.throwIfAny();

        // Only now does each stretch end after it begins, and each clinic have a clock.
        for (int i = 0; i < weekly.size(); i++) weekly.get(i).checkBreaks("weekly[" + i + "]", findings);
        checkWeekly(zones, findings);
        checkOverrides(zones, findings);
        findings.throwIfAny();

        var rota = new Rota(
                weekly.stream().flatMap(Weekly::toWeeklyHours).toList(),
                overrides.stream().map(OtherHours::toDateOverride).toList(),
                before.timeOff(),
                rules == null ? before.rules() : rules.toDiaryRules());
        checkWhose(before, rota, own, findings);
        findings.throwIfAny();
        return rota;
    }

    private void checkWhose(Rota before, Rota next, OwnParts own, Findings findings) {
        own.check(
                "weekly",
                weekly.stream().map(entry -> entry.toWeeklyHours().toList()).toList(),
                before.weekly(),
                WeeklyHours::clinicId,
                findings);
        own.check(
                "overrides",
                next.overrides().stream().map(List::of).toList(),
                before.overrides(),
                DateOverride::clinicId,
                findings);
        if (own.themself() || next.rules().equals(before.rules()) || own.are(clinicsOf(before))) return;
        findings.add(
                "rules",
                "must be left out, or as they are: they hold at another clinic too; the therapist changes them");
    }

    private static Set<ClinicId> clinicsOf(Rota rota) {
        return Stream.concat(
                        rota.weekly().stream().map(WeeklyHours::clinicId),
                        rota.overrides().stream().map(DateOverride::clinicId))
                .collect(Collectors.toSet());
    }

    private Map<ClinicId, ZoneId> checkClinics(Function<ClinicId, Optional<ZoneId>> zoneOf, Findings findings) {
        var zones = new HashMap<ClinicId, ZoneId>();
        var unknown = new HashSet<ClinicId>();
        for (int i = 0; i < weekly.size(); i++) {
            checkClinic("weekly[" + i + "].clinicId", weekly.get(i).clinicId, zones, unknown, zoneOf, findings);
        }
        for (int i = 0; i < overrides.size(); i++) {
            checkClinic("overrides[" + i + "].clinicId", overrides.get(i).clinicId, zones, unknown, zoneOf, findings);
        }
        return zones;
    }

    private static void checkClinic(
            String at,
            ClinicId id,
            Map<ClinicId, ZoneId> zones,
            HashSet<ClinicId> unknown,
            Function<ClinicId, Optional<ZoneId>> zoneOf,
            Findings findings) {
        if (!zones.containsKey(id) && !unknown.contains(id)) {
            zoneOf.apply(id).ifPresentOrElse(zone -> zones.put(id, zone), () -> unknown.add(id));
        }
        if (unknown.contains(id)) findings.add(at, "must be one of GET /api/v1/clinics");
    }

    private void checkHours(Findings findings) {
        for (int i = 0; i < weekly.size(); i++) {
            var entry = weekly.get(i);
            checkStretch("weekly[" + i + "].hours", entry.hours, findings);
            for (int j = 0; j < entry.pauses().size(); j++) {
                checkStretch(
                        "weekly[" + i + "].breaks[" + j + "]", entry.pauses().get(j), findings);
            }
        }
        for (int i = 0; i < overrides.size(); i++) {
            var hours = overrides.get(i).hours;
            for (int j = 0; j < hours.size(); j++) {
                checkStretch("overrides[" + i + "].hours[" + j + "]", hours.get(j), findings);
            }
        }
    }

    private static void checkStretch(String at, Stretch stretch, Findings findings) {
        try {
            stretch.toHours();
        } catch (IllegalArgumentException _) {
            findings.add(at, "must end after it starts, both on five minutes; 00:00 is the end of the day");
        }
    }

    private void checkDates(LocalDate today, Findings findings) {
        var first = today.minusYears(YEARS_AROUND);
        var last = today.plusYears(YEARS_AROUND);
        for (int i = 0; i < weekly.size(); i++) {
            var hours = weekly.get(i);
            var at = "weekly[" + i + "]";
            checkDate(at + ".validFrom", hours.validFrom, first, last, findings);
            checkDate(at + ".validUntil", hours.validUntil, first, last, findings);
            if (!Weekly.isBefore(hours.validFrom, hours.validUntil)) {
                findings.add(at + ".validUntil", "must not be before validFrom");
            }
        }
        for (int i = 0; i < overrides.size(); i++) {
            checkDate("overrides[" + i + "].date", overrides.get(i).date, first, last, findings);
        }
    }

    private static void checkDate(
            String at, @Nullable LocalDate date, LocalDate first, LocalDate last, Findings findings) {
        if (date != null && (date.isBefore(first) || date.isAfter(last))) {
            findings.add(at, "must be from " + first + " to " + last);
        }
    }

    private void checkWeekly(Map<ClinicId, ZoneId> zones, Findings findings) {
        for (int j = 1; j < weekly.size(); j++) {
            for (int i = 0; i < j; i++) {
                var one = weekly.get(i);
                var other = weekly.get(j);
                if (!one.holdsTogetherWith(other)) continue;
                if (!zones.get(one.clinicId).equals(zones.get(other.clinicId))) {
                    findings.add("weekly[" + j + "].clinicId", otherClock("weekly[" + i + "]"));
                } else if (one.day == other.day && one.hours.overlaps(other.hours)) {
                    findings.add("weekly[" + j + "].hours", "must not overlap weekly[" + i + "].hours");
                }
            }
        }
    }

    private static String otherClock(String than) {
        return "must be on the clock of " + than + "'s clinic, or be valid at another time of the year";
    }

    /** What somebody is said to do on one date, and where it is said. */
    private record Said(String at, ClinicId clinicId, Stretch hours, boolean byOverride) {}

    private void checkOverrides(Map<ClinicId, ZoneId> zones, Findings findings) {
        var byDate = new HashMap<LocalDate, Map<ClinicId, Integer>>();
        for (int i = 0; i < overrides.size(); i++) {
            var override = overrides.get(i);
            var before =
                    byDate.computeIfAbsent(override.date, _ -> new HashMap<>()).putIfAbsent(override.clinicId, i);
            if (before != null) {
                findings.add("overrides[" + i + "]", "must be the only one for this clinic and date");
            }
        }
        byDate.forEach((date, overridden) -> checkDay(on(date, overridden), zones, findings));
    }

    private List<Said> on(LocalDate date, Map<ClinicId, Integer> overridden) {
        var said = new ArrayList<Said>();
        for (int i = 0; i < weekly.size(); i++) {
            var hours = weekly.get(i);
            if (hours.holdsOn(date) && !overridden.containsKey(hours.clinicId)) {
                said.add(new Said("weekly[" + i + "].hours", hours.clinicId, hours.hours, false));
            }
        }
        overridden.values().stream().sorted().forEach(i -> {
            var hours = overrides.get(i).hours;
            for (int j = 0; j < hours.size(); j++) {
                said.add(new Said(
                        "overrides[" + i + "].hours[" + j + "]", overrides.get(i).clinicId, hours.get(j), true));
            }
        });
        return said;
    }

    private static void checkDay(List<Said> said, Map<ClinicId, ZoneId> zones, Findings findings) {
        for (int j = 1; j < said.size(); j++) {
            for (int i = 0; i < j; i++) {
                var one = said.get(i);
                var other = said.get(j);
                if (!other.byOverride) continue;
                if (!zones.get(one.clinicId).equals(zones.get(other.clinicId))) {
                    findings.add(other.at, otherClock(one.at));
                } else if (one.hours.overlaps(other.hours)) {
                    findings.add(other.at, "must not overlap " + one.at);
                }
            }
        }
    }
}
