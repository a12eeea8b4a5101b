package io.rhomboid.contracts.therapist;

import java.time.LocalDate;

/**
 * The right to treat in one jurisdiction.
 *
 * @param jurisdiction as in {@link io.rhomboid.contracts.clinic.Clinic#jurisdiction()}
 * @param validFrom the first day, on the clinic's calendar
 * @param validUntil the last day, inclusive
 */
public record Licence(
        LicenceId id,
        String number,
        String authority,
        String jurisdiction,
        LocalDate validFrom,
        LocalDate validUntil,
        Status status) {

    public enum Status {
        SUBMITTED,
        VERIFIED,
        REJECTED,
        REVOKED
    }

    /** Whether a session on this day, in this jurisdiction, is covered. */
    public boolean covers(LocalDate day, String where) {
        return status == Status.VERIFIED
                && jurisdiction.equals(where)
                && !day.isBefore(validFrom)
                && !day.isAfter(validUntil);
    }
}
