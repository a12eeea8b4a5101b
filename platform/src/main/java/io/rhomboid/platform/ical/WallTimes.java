package io.rhomboid.platform.ical;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

import net.fortuna.ical4j.model.parameter.TzId;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStart;

/**
 * From when to when, as wall-clock times with the zone's name beside them; its {@link ZoneComponent} must be in the
 * same calendar. Given a ZonedDateTime, ical4j would reckon by zone data of its own, which is not always the JDK's.
 */
public final class WallTimes {

    private WallTimes() {}

    public static DtStart<?> start(Instant instant, ZoneId zone) {
        return isOneOfTwo(instant, zone)
                ? new DtStart<>(instant)
                : new DtStart<>(LocalDateTime.ofInstant(instant, zone)).add(new TzId(zone.getId()));
    }

    public static DtEnd<?> end(Instant instant, ZoneId zone) {
        return isOneOfTwo(instant, zone)
                ? new DtEnd<>(instant)
                : new DtEnd<>(LocalDateTime.ofInstant(instant, zone)).add(new TzId(zone.getId()));
    }

    /**
     * In the hour that the clock shows twice, a wall-clock time means the first (RFC 5545, 3.3.5), but not every program
     * knows: to ical.js, Thunderbird's, it is the second. Both are written in UTC.
     */
    private static boolean isOneOfTwo(Instant instant, ZoneId zone) {
        return zone.getRules()
                        .getValidOffsets(LocalDateTime.ofInstant(instant, zone))
                        .size()
                > 1;
    }
}
