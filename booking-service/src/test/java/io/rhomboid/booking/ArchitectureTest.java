package io.rhomboid.booking;

import org.junit.jupiter.api.Test;

import io.rhomboid.testing.ArchitectureRules;

class ArchitectureTest {

    @Test
    void the_service_keeps_to_the_rules_of_the_house() {
        ArchitectureRules.holdService(
                "io.rhomboid.booking",
                "availability",
                "block",
                "calendar",
                "daysheet",
                "disclosure",
                "intake",
                "invariant",
                "reservation",
                "screening",
                "series",
                "session",
                "vault",
                "waitlist");
    }
}
