package io.rhomboid.booking.availability;

import java.lang.ref.WeakReference;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Clinics in one zone with the same grid and horizon have the same calendar, as long as somebody uses it. */
final class WallCalendars {

    private record Key(ZoneId zone, int gridMinutes, LocalDate first, LocalDate last) {}

    private final ConcurrentMap<Key, WeakReference<WallCalendar>> known = new ConcurrentHashMap<>();

    WallCalendar calendar(ZoneId zone, int gridMinutes, LocalDate first, LocalDate last) {
        var key = new Key(zone, gridMinutes, first, last);
        var reference = known.get(key);
        var kept = reference == null ? null : reference.get();
        if (kept != null) return kept;
        // Two threads may both make one; either will do.
        var made = new WallCalendar(
                zone,
                gridMinutes,
                first.atStartOfDay(zone).toInstant(),
                last.plusDays(1).atStartOfDay(zone).toInstant());
        known.values().removeIf(other -> other.refersTo(null));
        known.put(key, new WeakReference<>(made));
        return made;
    }
}
