package io.rhomboid.signin;

import org.junit.jupiter.api.Test;

import io.rhomboid.testing.ArchitectureRules;

class ArchitectureTest {

    @Test
    void the_sign_in_server_knows_nothing_of_clinics() {
        ArchitectureRules.holdService("io.rhomboid.signin");
    }
}
