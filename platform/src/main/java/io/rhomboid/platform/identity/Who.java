package io.rhomboid.platform.identity;

/** Who may do something. The platform's admin always may, but for what is {@link AboutHealth}. The strongest first: as that one somebody acts. */
public enum Who {
    /** An admin of the platform; the only one where nobody else is named. */
    PLATFORM_ADMIN,
    /** An admin of the clinic. */
    CLINIC_ADMIN,
    /** The clinic's desk, or its admin. */
    DESK,
    /** The therapist whose it is. */
    THERAPIST,
    /** The client whose it is: their mail address is verified. */
    CLIENT,
    /** Who shows a pass to one thing ({@link io.rhomboid.platform.link.GuestLinks}). */
    GUEST,
    /** Anybody with a token. */
    SIGNED_IN,
    /** Anybody at all. */
    ANYONE
}
