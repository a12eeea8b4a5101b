package io.rhomboid.contracts.staff;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.therapist.TherapistId;

/**
 * What one person is at one clinic.
 *
 * @param therapistId as whom they treat there; there with the role THERAPIST and only with it
 */
public record Membership(
        ClinicId clinicId, Set<StaffRole> roles, @Nullable TherapistId therapistId) {

    /** @throws IllegalArgumentException if there is no role, or a therapist without the role or the other way round */
    public Membership {
        if (roles.isEmpty()) throw new IllegalArgumentException("a member has at least one role");
        roles = Collections.unmodifiableSet(EnumSet.copyOf(roles));
        if (roles.contains(StaffRole.THERAPIST) != (therapistId != null)) {
            throw new IllegalArgumentException("therapistId goes with the role THERAPIST");
        }
    }
}
