package io.rhomboid.booking.reservation.web;

import java.time.Clock;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

import io.rhomboid.platform.identity.Access;
import io.rhomboid.platform.identity.Caller.Anyone;
import io.rhomboid.platform.identity.Reach;
import io.rhomboid.platform.link.Guest;
import io.rhomboid.platform.link.GuestLinks;

/** Gives who has no account a pass to what their request has just made, in header {@code Guest-Pass}. */
@Component
public class GuestPasses {

    private final GuestLinks links;
    private final Clock clock;

    GuestPasses(GuestLinks links, Clock clock) {
        this.links = links;
        this.clock = clock;
    }

    /** @param made what the caller alone can have made, and nobody else who gives the same mail address */
    public void hand(ResponseEntity.BodyBuilder answer, Guest made) {
        if (!(Access.current().caller() instanceof Anyone)) return;
        answer.header(Reach.GUEST_PASS, links.pass(made, GuestLinks.passUntil(clock.instant())));
    }
}
