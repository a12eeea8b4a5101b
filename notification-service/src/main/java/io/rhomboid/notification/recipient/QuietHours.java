package io.rhomboid.notification.recipient;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

import org.jspecify.annotations.Nullable;

/**
 * When somebody does not want to be disturbed, every night or every day; on their wall clock.
 *
 * @param from when they begin; later than {@code until} if they go over midnight
 * @param until when they end, and telling begins again
 * @param zone theirs; absent for that of the clinic which tells
 */
public record QuietHours(
        LocalTime from, LocalTime until, @Nullable ZoneId zone) {

    /** Of who has said nothing. */
    public static final QuietHours USUAL = new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0), null);

    /** @throws IllegalArgumentException if they begin and end at the same time */
    public QuietHours {
        if (from.equals(until)) throw new IllegalArgumentException("must end at another time than they begin");
    }

    /** When telling may begin: this very moment, or the end of the quiet hours that it lies in. */
    public Instant notBefore(Instant moment, ZoneId clinic) {
        var there = moment.atZone(zone == null ? clinic : zone);
        if (!holds(there.toLocalTime())) return moment;
        var end = there.toLocalDate().atTime(until).atZone(there.getZone());
        return (end.toInstant().isAfter(moment)
                        ? end
                        : there.toLocalDate().plusDays(1).atTime(until).atZone(there.getZone()))
                .toInstant();
    }

    /** When telling must be over: this very moment, or the beginning of the quiet hours that it lies in. */
    public Instant notAfter(Instant moment, ZoneId clinic) {
        var there = moment.atZone(zone == null ? clinic : zone);
        if (!holds(there.toLocalTime())) return moment;
        var begin = there.toLocalDate().atTime(from).atZone(there.getZone());
        return (begin.toInstant().isAfter(moment)
                        ? there.toLocalDate().minusDays(1).atTime(from).atZone(there.getZone())
                        : begin)
                .toInstant();
    }

    private boolean holds(LocalTime time) {
        var after = !time.isBefore(from);
        var before = time.isBefore(until);
        return from.isBefore(until) ? after && before : after || before;
    }
}
