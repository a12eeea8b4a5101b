package io.rhomboid.notification.webhook;

/** What is said to a clinic's admin about an endpoint. */
public sealed interface WebhookAnswer {

    /** Also to a repeat of the request that made it. */
    record Done(Endpoint endpoint) implements WebhookAnswer {}

    record Unknown() implements WebhookAnswer {}

    record TooMany(int most) implements WebhookAnswer {}

    /** We don't send anything there. */
    record BadAddress(String why) implements WebhookAnswer {}

    /** The same key came with another request before. */
    record KeyReused() implements WebhookAnswer {}

    /** It is not the version that the caller has seen. */
    record Changed() implements WebhookAnswer {}
}
