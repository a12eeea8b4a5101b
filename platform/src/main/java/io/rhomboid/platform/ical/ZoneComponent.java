package io.rhomboid.platform.ical;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.component.Daylight;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzName;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;
import org.jspecify.annotations.Nullable;

/**
 * The VTIMEZONE of a zone throughout a stretch of time, derived from the JDK's rules, so that the calendar and what we
 * say otherwise can never disagree.
 *
 * <p>Where the clock changes twice a year by a rule that iCalendar can say ("the last Sunday in March"), the rule is
 * written, beginning with the changes before the stretch; calendar programs know that form best. Where it can't
 * (changes by a moon calendar, or on the Saturday before a last Sunday), the single changes are, from the one before
 * the stretch to the one after it.
 */
public final class ZoneComponent {

    /** How many years a rule must hold before we believe it. */
    private static final int YEARS = 30;

    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH);

    private ZoneComponent() {}

    public static VTimeZone of(ZoneId zone, Instant from, Instant until) {
        var observances = observances(zone, from, until);
        var component = new VTimeZone(new ComponentList<>(observances));
        component.add(new TzId(zone.getId()));
        return component;
    }

    private static List<Observance> observances(ZoneId zone, Instant from, Instant until) {
        var rules = zone.getRules();
        // The change that made the offset at that moment: strictly before the next nanosecond.
        var current = rules.previousTransition(from.plusNanos(1));
        if (current == null) return List.of(unchanging(zone, from));
        var earlier = rules.previousTransition(current.getInstant());
        if (earlier != null) {
            var rule = yearly(rules, current);
            var otherRule = yearly(rules, earlier);
            if (rule.isPresent() && otherRule.isPresent()) {
                return List.of(observance(zone, earlier, otherRule.get()), observance(zone, current, rule.get()));
            }
        }
        var single = new ArrayList<Observance>();
        for (var change = current; change != null; change = rules.nextTransition(change.getInstant())) {
            single.add(observance(zone, change, null));
            if (change.getInstant().isAfter(until)) break;
        }
        return single;
    }

    /** The recurrence that this and all later changes of its season follow; empty when iCalendar has no words for it. */
    private static Optional<String> yearly(ZoneRules rules, ZoneOffsetTransition first) {
        var date = first.getDateTimeBefore().toLocalDate();
        var week = (date.getDayOfMonth() - 1) / 7 + 1;
        var nth = true;
        var last = true;
        var change = first;
        for (int year = 0; year < YEARS; year++) {
            if (!isSameSeason(first, change, date.getYear() + year)) return Optional.empty();
            var day = change.getDateTimeBefore().toLocalDate();
            nth &= (day.getDayOfMonth() - 1) / 7 + 1 == week;
            last &= day.plusWeeks(1).getMonth() != day.getMonth();
            var between = rules.nextTransition(change.getInstant());
            var next = between == null ? null : rules.nextTransition(between.getInstant());
            if (next == null) return Optional.empty();
            change = next;
        }
        if (!nth && !last) return Optional.empty();
        var weekday = date.getDayOfWeek().name().substring(0, 2);
        return Optional.of("FREQ=YEARLY;BYMONTH=" + date.getMonthValue() + ";BYDAY=" + (last ? "-1" : week) + weekday);
    }

    private static boolean isSameSeason(ZoneOffsetTransition first, ZoneOffsetTransition change, int year) {
        LocalDateTime a = first.getDateTimeBefore();
        LocalDateTime b = change.getDateTimeBefore();
        return b.getYear() == year
                && a.getMonth() == b.getMonth()
                && a.getDayOfWeek() == b.getDayOfWeek()
                && a.toLocalTime().equals(b.toLocalTime())
                && first.getOffsetBefore().equals(change.getOffsetBefore())
                && first.getOffsetAfter().equals(change.getOffsetAfter());
    }

    private static Observance unchanging(ZoneId zone, Instant moment) {
        var offset = zone.getRules().getOffset(moment);
        return fill(new Standard(), LocalDate.EPOCH.atStartOfDay(), offset, offset, NAME.format(moment.atZone(zone)));
    }

    private static Observance observance(ZoneId zone, ZoneOffsetTransition change, @Nullable String rule) {
        var after = change.getInstant();
        var observance = fill(
                zone.getRules().isDaylightSavings(after) ? new Daylight() : new Standard(),
                change.getDateTimeBefore(),
                change.getOffsetBefore(),
                change.getOffsetAfter(),
                NAME.format(after.atZone(zone)));
        if (rule != null) observance.add(new RRule<LocalDateTime>(rule));
        return observance;
    }

    private static Observance fill(
            Observance observance, LocalDateTime onset, ZoneOffset from, ZoneOffset to, String name) {
        observance.add(new DtStart<>(onset));
        observance.add(new TzOffsetFrom(from));
        observance.add(new TzOffsetTo(to));
        observance.add(new TzName(name));
        return observance;
    }
}
