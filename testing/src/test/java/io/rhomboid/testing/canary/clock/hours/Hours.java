package io.rhomboid.testing.canary.clock.hours;

import java.time.Instant;

record Hours() {

    static Instant next() {
        return Instant.now();
    }
}
