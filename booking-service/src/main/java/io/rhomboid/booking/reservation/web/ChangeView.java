package io.rhomboid.booking.reservation.web;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.rhomboid.booking.reservation.Actor;
import io.rhomboid.booking.reservation.Cause;
import io.rhomboid.booking.reservation.Change;
import io.rhomboid.booking.reservation.Change.Difference;
import io.rhomboid.booking.reservation.Reason;

/**
 * One change of a booking, in its timeline.
 *
 * @param version of the booking after it
 * @param event what it was told as, for example {@code BookingRescheduled}
 * @param at UTC
 * @param actorId who exactly, as far as that is known
 * @param requestId the {@code X-Request-Id} of the request that asked for it; absent when nobody did
 * @param differences what became different; of the first version, all there is
 */
record ChangeView(
        long version,
        String event,
        Instant at,
        Actor.Role actor,
        @Nullable String actorId,
        Cause.Channel channel,
        @Nullable String requestId,
        @Nullable Reason reason,
        List<Difference> differences) {

    static ChangeView of(Change change) {
        var cause = change.cause();
        return new ChangeView(
                change.version(),
                change.event(),
                change.at(),
                cause.actor().role(),
                cause.actor().id(),
                cause.channel(),
                cause.requestId(),
                cause.reason(),
                change.differences());
    }
}
