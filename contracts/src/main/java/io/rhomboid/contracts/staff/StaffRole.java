package io.rhomboid.contracts.staff;

/** What somebody is at a clinic. */
public enum StaffRole {
    /** Sees and moves the clinic's sessions. */
    DESK,
    /** All that the desk may, and says how the clinic is run and who belongs to it. */
    CLINIC_ADMIN,
    /** Treats there; sees and keeps what is their own. */
    THERAPIST
}
