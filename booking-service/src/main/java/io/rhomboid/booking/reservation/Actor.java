package io.rhomboid.booking.reservation;

import org.jspecify.annotations.Nullable;

/**
 * Who acts on a booking.
 *
 * @param id who exactly, as far as that is known; never a name or an address, for it stays in the record
 */
public record Actor(Role role, @Nullable String id) {

    public enum Role {
        /** Who booked, as far as anybody can tell. */
        CLIENT,
        /** Who has the link to this one booking. */
        GUEST,
        /** The clinic's staff. */
        DESK,
        /** This service, because a time was over. */
        SYSTEM
    }

    /** Somebody in this role, nobody knows who. */
    public static Actor some(Role role) {
        return new Actor(role, null);
    }
}
