package io.rhomboid.notification;

import org.junit.jupiter.api.Test;

import io.rhomboid.testing.ArchitectureRules;

class ArchitectureTest {

    @Test
    void the_service_keeps_to_its_rules() {
        ArchitectureRules.holdService(
                "io.rhomboid.notification",
                "recipient",
                "message",
                "delivery",
                "webhook",
                "inbox",
                "live",
                "sms",
                "push",
                "deadletter",
                "address");
    }
}
