package io.rhomboid.booking.reservation;

import org.jspecify.annotations.Nullable;

/**
 * Whose doing a change is, where it came from, and why.
 *
 * @param requestId of the request that asked for it; absent when nobody did
 * @param reason only where staff do what a client could not
 */
public record Cause(
        Actor actor,
        Channel channel,
        @Nullable String requestId,
        @Nullable Reason reason) {

    /** A time was over; nobody asked. */
    public static final Cause TIME_OVER = new Cause(Actor.some(Actor.Role.SYSTEM), Channel.HOUSEKEEPING, null, null);

    /** By which way a change reaches us. */
    public enum Channel {
        API,
        HOUSEKEEPING
    }

    public Cause because(Reason why) {
        return new Cause(actor, channel, requestId, why);
    }
}
