package io.rhomboid.booking.reservation;

import org.jspecify.annotations.Nullable;

/**
 * Who acts on a booking.
 *
 * @param id who exactly, as far as that is known; never a name or an address, for it stays in the record
 */
public record Actor(Role role, @Nullable String id) {

    public enum Role {
        /** Whose mail address it was booked with. */
        CLIENT,
        /** Who has no account, and knows what only who booked knows. */
        GUEST,
        /** Who treats. */
        THERAPIST,
        /** The clinic's staff. */
        DESK,
        CLINIC_ADMIN,
        PLATFORM_ADMIN,
        /** This service, because a time was over. */
        SYSTEM;

        public boolean isStaff() {
            return switch (this) {
                case THERAPIST, DESK, CLINIC_ADMIN, PLATFORM_ADMIN -> true;
                case CLIENT, GUEST, SYSTEM -> false;
            };
        }
    }

    /** Somebody in this role, nobody knows who. */
    public static Actor some(Role role) {
        return new Actor(role, null);
    }
}
