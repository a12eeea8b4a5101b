package io.rhomboid.notification.webhook;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** The servers behind the endpoints. */
public interface Receiver {

    /** What is wrong with this address, for who gave it; nothing if we would ask there. */
    Optional<String> objection(URI address);

    /** False while it is known to be away or has enough to do: no need to ask. */
    boolean mayBeAsked(EndpointId endpoint);

    Reply deliver(EndpointId endpoint, Envelope envelope);

    /** No need to remember anything about it any more. */
    void forget(EndpointId endpoint);

    record Envelope(URI address, String webhookId, Instant at, String signature, String body) {}

    /** Reasons name nobody, and nothing of what the server said is in them but its status. */
    sealed interface Reply {

        record Taken(int status) implements Reply {}

        /** 410: it does not want to be told any more. */
        record Gone() implements Reply {}

        /** @param retryAfter what it asked for */
        record NotTaken(
                @Nullable Integer status,
                String reason,
                @Nullable Duration retryAfter) implements Reply {}

        /** It was not even asked: nothing is held against the message. */
        record NotAsked(Duration forAbout) implements Reply {}
    }
}
