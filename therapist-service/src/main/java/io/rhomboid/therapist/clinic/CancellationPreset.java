package io.rhomboid.therapist.clinic;

import io.rhomboid.contracts.clinic.ClinicPolicy;

/**
 * A named rule for cancelling that a clinic can choose instead of numbers of its own.
 *
 * @param freeMinutes until this long before the start, cancelling costs nothing
 * @param latePercent of the price, owed when cancelled later than that
 * @param noShowPercent of the price, owed by who does not come
 * @param advice for the clinic: whom it suits
 */
record CancellationPreset(
        String code, String name, int freeMinutes, int latePercent, int noShowPercent, String advice) {

    boolean isThatOf(ClinicPolicy policy) {
        return policy.freeCancellationMinutes() == freeMinutes
                && policy.lateCancellationPercent() == latePercent
                && policy.noShowPercent() == noShowPercent;
    }
}
