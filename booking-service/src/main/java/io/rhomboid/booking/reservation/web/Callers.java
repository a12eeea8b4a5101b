package io.rhomboid.booking.reservation.web;

import io.rhomboid.booking.reservation.Actor;
import io.rhomboid.booking.reservation.Cause;
import io.rhomboid.booking.reservation.Cause.Channel;
import io.rhomboid.platform.web.RequestIds;

/**
 * Who sends a request. The one place that will know once people sign in; until then whoever does what only staff do is
 * the desk, and everybody else a client.
 */
public final class Callers {

    private Callers() {}

    public static Cause client() {
        return by(Actor.Role.CLIENT);
    }

    public static Cause desk() {
        return by(Actor.Role.DESK);
    }

    private static Cause by(Actor.Role role) {
        return new Cause(Actor.some(role), Channel.API, RequestIds.current(), null);
    }
}
