package io.rhomboid.notification.message;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.TreeMap;

import biweekly.ICalendar;
import biweekly.component.Observance;
import biweekly.property.DateOrDateTimeProperty;
import biweekly.util.DateTimeComponents;
import biweekly.util.Frequency;
import biweekly.util.UtcOffset;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a wall-clock time with a VTIMEZONE means, read off RFC 5545, 3.6.5 sentence by sentence. biweekly parses, but it
 * is not asked for the instant: it compares UTC times with wall-clock onsets, and is wrong for hours around a change.
 */
final class ZoneReading {

    private ZoneReading() {}

    static Instant start(ICalendar calendar) {
        return instant(calendar, calendar.getEvents().getFirst().getDateStart());
    }

    static Instant end(ICalendar calendar) {
        return instant(calendar, calendar.getEvents().getFirst().getDateEnd());
    }

    private static Instant instant(ICalendar calendar, DateOrDateTimeProperty property) {
        var raw = property.getValue().getRawComponents();
        if (raw.isUtc()) return local(raw).toInstant(ZoneOffset.UTC);
        var zones = calendar.getTimezoneInfo().getComponents();
        assertThat(zones).hasSize(1);
        var zone = zones.iterator().next();
        var observances = new ArrayList<Observance>(zone.getStandardTimes());
        observances.addAll(zone.getDaylightSavingsTime());

        var offsets = new TreeMap<Instant, ZoneOffset>();
        for (var observance : observances) {
            for (var onset : onsets(observance)) {
                offsets.put(
                        onset.toInstant(
                                offset(observance.getTimezoneOffsetFrom().getValue())),
                        offset(observance.getTimezoneOffsetTo().getValue()));
            }
        }
        // The first instant whose wall clock, by the latest onset before it, shows this time.
        for (var onset : offsets.entrySet()) {
            var instant = local(raw).toInstant(onset.getValue());
            var next = offsets.higherKey(onset.getKey());
            if (!instant.isBefore(onset.getKey()) && (next == null || instant.isBefore(next))) return instant;
        }
        throw new AssertionError("no observance covers " + local(raw));
    }

    private static ArrayList<LocalDateTime> onsets(Observance observance) {
        var first = local(observance.getDateStart().getValue().getRawComponents());
        var onsets = new ArrayList<LocalDateTime>();
        onsets.add(first);
        if (observance.getRecurrenceRule() == null) return onsets;
        var rule = observance.getRecurrenceRule().getValue();
        assertThat(rule.getFrequency()).isEqualTo(Frequency.YEARLY);
        assertThat(rule.getByMonth()).hasSize(1);
        assertThat(rule.getByDay()).hasSize(1);
        var day = rule.getByDay().getFirst();
        for (int year = first.getYear(); year < 2040; year++) {
            var onset = LocalDate.of(year, rule.getByMonth().getFirst(), 1)
                    .with(TemporalAdjusters.dayOfWeekInMonth(
                            day.getNum(), DayOfWeek.valueOf(day.getDay().name())))
                    .atTime(first.toLocalTime());
            // The rule must meet its own first onset.
            if (year == first.getYear()) assertThat(onset).isEqualTo(first);
            onsets.add(onset);
        }
        return onsets;
    }

    private static LocalDateTime local(DateTimeComponents raw) {
        return LocalDateTime.of(
                raw.getYear(), raw.getMonth(), raw.getDate(), raw.getHour(), raw.getMinute(), raw.getSecond());
    }

    private static ZoneOffset offset(UtcOffset offset) {
        return ZoneOffset.ofTotalSeconds(
                (int) Duration.ofMillis(offset.getMillis()).toSeconds());
    }
}
