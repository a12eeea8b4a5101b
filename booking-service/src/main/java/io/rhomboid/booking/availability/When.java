package io.rhomboid.booking.availability;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** An edge of a search: a moment that is the same everywhere, or a date, which every clinic has at another time. */
public sealed interface When {

    record Moment(Instant at) implements When {}

    record Day(LocalDate date) implements When {}

    /** When this begins at a clinic in that zone. */
    default Instant startIn(ZoneId zone) {
        return switch (this) {
            case Moment(var at) -> at;
            case Day(var date) -> date.atStartOfDay(zone).toInstant();
        };
    }

    /** When this is over at a clinic in that zone; a moment is over at once. */
    default Instant endIn(ZoneId zone) {
        return switch (this) {
            case Moment(var at) -> at;
            case Day(var date) -> date.plusDays(1).atStartOfDay(zone).toInstant();
        };
    }
}
