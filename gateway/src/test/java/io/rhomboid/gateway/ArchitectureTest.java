package io.rhomboid.gateway;

import org.junit.jupiter.api.Test;

import io.rhomboid.testing.ArchitectureRules;

class ArchitectureTest {

    @Test
    void the_gateway_knows_services_by_address_only() {
        ArchitectureRules.holdGateway("io.rhomboid.gateway");
    }
}
