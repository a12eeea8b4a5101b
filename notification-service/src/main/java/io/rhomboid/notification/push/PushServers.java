package io.rhomboid.notification.push;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The push services that browsers trust. */
public interface PushServers {

    /** What is wrong with this address, for who gave it; nothing if we would ask there. */
    Optional<String> objection(URI endpoint);

    Reply push(URI endpoint, String authorization, String topic, byte[] sealed);

    sealed interface Reply {

        record Taken() implements Reply {}

        /** The browser lets itself be told no more. */
        record Gone() implements Reply {}

        record Refused(String reason) implements Reply {}

        record NotNow(String reason) implements Reply {}

        record NotAsked(Duration forAbout) implements Reply {}
    }
}
