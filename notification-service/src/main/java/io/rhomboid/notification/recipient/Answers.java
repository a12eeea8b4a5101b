package io.rhomboid.notification.recipient;

import java.time.Instant;

import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.intake.AnswerEvent.IntakeAnswered;

/** Which clients have handed in their intake, and until when it holds; nothing of what they said. */
public interface Answers {

    /** Whether they need not be asked before this moment. */
    boolean hold(ClientId client, Instant at);

    /** Old news changes nothing. */
    void keep(IntakeAnswered event);

    void erase(ClientId client);
}
