package io.rhomboid.therapist.staff;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.staff.StaffRole;
import io.rhomboid.contracts.therapist.TherapistId;

/**
 * That somebody may become a member of a clinic: whoever shows its token and has this mail address, verified, until its
 * time is over or it is taken back. Good once.
 *
 * @param version 1, and 2 once it was accepted
 */
record Invitation(
        UUID id,
        long version,
        ClinicId clinicId,
        String mail,
        Set<StaffRole> roles,
        @Nullable TherapistId therapistId,
        Instant expiresAt) {

    Invitation {
        roles = Set.copyOf(roles);
    }
}
