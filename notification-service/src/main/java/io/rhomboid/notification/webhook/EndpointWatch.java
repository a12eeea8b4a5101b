package io.rhomboid.notification.webhook;

/** Hears what becomes of endpoints and messages. */
public interface EndpointWatch {

    /** It was disabled, not by the clinic itself; somebody should tell them. */
    void disabled(Endpoint endpoint);

    /** @param outcome of one attempt */
    void attempted(Message message, Messages.Outcome outcome);
}
