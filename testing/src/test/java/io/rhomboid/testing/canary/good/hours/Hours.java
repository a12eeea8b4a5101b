package io.rhomboid.testing.canary.good.hours;

import java.time.Clock;
import java.time.Instant;

import io.rhomboid.contracts.therapist.TherapistId;

record Hours(TherapistId therapist, Instant from) {

    static Instant next(Clock clock) {
        return Instant.now(clock);
    }
}
