package io.rhomboid.therapist.licence;

import java.util.Set;

import io.rhomboid.contracts.therapist.Licence.Status;

/**
 * The steps of a licence's life: submitted, then verified or rejected; a verified one can be revoked. Rejected and
 * revoked are for ever: who has a new paper submits a new licence. That its last day has passed is no step.
 */
final class Verification {

    private Verification() {}

    static boolean allows(Status from, Status to) {
        return next(from).contains(to);
    }

    static Set<Status> next(Status from) {
        return switch (from) {
            case SUBMITTED -> Set.of(Status.VERIFIED, Status.REJECTED);
            case VERIFIED -> Set.of(Status.REVOKED);
            case REJECTED, REVOKED -> Set.of();
        };
    }
}
