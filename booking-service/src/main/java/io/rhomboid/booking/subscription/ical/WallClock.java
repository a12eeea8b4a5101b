package io.rhomboid.booking.subscription.ical;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/** What a clock on a wall shows, and when. A time that it skips is as long after the one before; of two, the first. */
interface WallClock {

    WallClock UTC = of(ZoneOffset.UTC);

    Instant instant(LocalDateTime shown);

    LocalDateTime shown(Instant instant);

    static WallClock of(ZoneId zone) {
        return new WallClock() {
            @Override
            public Instant instant(LocalDateTime shown) {
                return ZonedDateTime.of(shown, zone).toInstant();
            }

            @Override
            public LocalDateTime shown(Instant instant) {
                return LocalDateTime.ofInstant(instant, zone);
            }
        };
    }
}
