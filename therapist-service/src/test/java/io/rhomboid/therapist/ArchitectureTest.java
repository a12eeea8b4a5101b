package io.rhomboid.therapist;

import org.junit.jupiter.api.Test;

import io.rhomboid.testing.ArchitectureRules;

class ArchitectureTest {

    @Test
    void the_service_keeps_to_the_rules() {
        ArchitectureRules.holdService("io.rhomboid.therapist", "guide");
    }
}
