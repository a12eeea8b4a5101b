package io.rhomboid.notification.webhook;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One thing that one endpoint is told, from the fact until the endpoint has taken it or never will.
 *
 * @param webhookId the same for every attempt and every endpoint, so that receivers can tell a repeat
 * @param body what is sent, to the letter: it is signed
 * @param attempts how often the endpoint was asked and did not take it
 * @param nextAttemptAt not before; means nothing at an end
 * @param status of the last answer; null when there was none
 * @param reason why it is still due or was given up; names nobody
 */
public record Message(
        EndpointId endpointId,
        String webhookId,
        String type,
        String body,
        State state,
        int attempts,
        Instant recordedAt,
        Instant nextAttemptAt,
        @Nullable Integer status,
        @Nullable String reason,
        @Nullable Instant sentAt) {

    public enum State {
        /** Is to be sent, or sent again. */
        DUE,
        /** The endpoint has taken it. */
        SENT,
        /** Given up, or not sent because the endpoint is disabled. */
        FAILED
    }

    static Message due(EndpointId endpoint, Fact fact, Instant now) {
        return new Message(
                endpoint, fact.webhookId(), fact.type(), fact.body(), State.DUE, 0, now, now, null, null, null);
    }

    public String id() {
        return id(endpointId, webhookId);
    }

    public static String id(EndpointId endpoint, String webhookId) {
        return endpoint + ":" + webhookId;
    }
}
