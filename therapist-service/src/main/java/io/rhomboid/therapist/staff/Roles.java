package io.rhomboid.therapist.staff;

import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.staff.Membership;
import io.rhomboid.contracts.staff.StaffRole;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.platform.web.Problem;
import io.rhomboid.platform.web.ProblemException;

/**
 * What an admin may make of somebody. Nobody can be made a therapist of another clinic: whoever treats as a therapist
 * may do all that is theirs.
 */
@Component
class Roles {

    private final OwnThings own;

    Roles(OwnThings own) {
        this.own = own;
    }

    /** @throws ProblemException 400 if role and therapist don't go together, 422 if the therapist is not this clinic's */
    Membership membership(ClinicId clinic, Set<StaffRole> roles, @Nullable TherapistId therapist) {
        if (roles.contains(StaffRole.THERAPIST) != (therapist != null)) {
            throw new ProblemException(
                    Problem.invalid("therapistId", "must be there with the role THERAPIST, and only with it"));
        }
        if (therapist != null && !own.isOf(clinic, therapist)) {
            throw new ProblemException(Problem.of(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            "unknown-therapist",
                            "No such therapist works there. Create one for this clinic first.")
                    .field("therapistId", "names no therapist of this clinic"));
        }
        return new Membership(clinic, roles, therapist);
    }
}
