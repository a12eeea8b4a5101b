package io.rhomboid.booking.subscription;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.therapist.TherapistId;

/**
 * A calendar of a therapist's own, whose busy times are blocked.
 *
 * <p>Born when it was read for the first time, read again every quarter of an hour, less often while that fails. What
 * was read last stays blocked until it is read again or the subscription ends.
 *
 * @param name what the therapist calls it
 * @param address where it is; whoever knows it can read the calendar, so it is never shown whole
 * @param last what was found when it was read last
 * @param failure why it could not be read; null if it could
 * @param failures how often in a row
 * @param nextLookAt not before
 */
public record Subscription(
        SubscriptionId id,
        TherapistId therapistId,
        String name,
        URI address,
        Look last,
        @Nullable String failure,
        int failures,
        Instant nextLookAt) {

    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(15);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);

    /** An unchanged calendar is read anew all the same, because each day brings another day in sight. */
    private static final Duration GOOD_FOR = Duration.ofHours(24);

    /**
     * @param at when it was read
     * @param etag for asking whether it has changed since
     * @param busyTimes how many are blocked for it, those in conflict included
     * @param passedOver entries that could not be understood
     * @param conflicts bookings at times that it says are busy: they stand, somebody has to decide
     */
    public record Look(Instant at, @Nullable String etag, int busyTimes, int passedOver, List<Conflict> conflicts) {

        public Look {
            conflicts = List.copyOf(conflicts);
        }
    }

    /** A booking in the way. */
    public record Conflict(BookingId bookingId, String reference, Instant start, Instant end) {}

    /** The entity tag to ask with, or null if it must be read whatever it says. */
    @Nullable
    String etagToAskWith(Instant now) {
        return now.isBefore(last.at.plus(GOOD_FOR)) && last.conflicts.isEmpty() ? last.etag : null;
    }

    Subscription read(Look look) {
        return new Subscription(id, therapistId, name, address, look, null, 0, look.at.plus(BETWEEN_LOOKS));
    }

    Subscription unchanged(Instant now) {
        return new Subscription(id, therapistId, name, address, last, null, 0, now.plus(BETWEEN_LOOKS));
    }

    Subscription failed(String why, Instant now) {
        var pause = BETWEEN_LOOKS.multipliedBy(1L << Math.min(failures, 5));
        return new Subscription(
                id,
                therapistId,
                name,
                address,
                last,
                why,
                failures + 1,
                now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE));
    }

    /** Its claims are found again by this. */
    public String source() {
        return "subscription/" + id;
    }
}
