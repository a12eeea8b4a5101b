package io.rhomboid.notification.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.rhomboid.notification.webhook.Message.State;

/** The ledger of what endpoints are told; shared by many workers in many instances, each message in one's hands. */
public interface Messages {

    /** What has become of an attempt; {@code nextAttemptAt} only where it is still due. */
    record Outcome(
            State state,
            int attempts,
            @Nullable Instant nextAttemptAt,
            @Nullable Integer status,
            @Nullable String reason,
            @Nullable Instant sentAt) {}

    /** Indexes; safe to repeat. */
    void prepare();

    /** False when it is there already, in whatever state. */
    boolean add(Message message);

    /** Those for whom something is due and in nobody's hands. */
    List<EndpointId> waiting(Instant now);

    /** The longest due first. */
    List<Message> due(EndpointId endpoint, Instant now, int most);

    /** True when it is yours until then. */
    boolean take(Message message, String owner, Instant now, Instant until);

    /** Lets go of it; a message that somebody else has taken since is theirs to settle, unless it was sent. */
    void settle(Message message, String owner, Outcome outcome);

    /** The newest first. */
    List<Message> of(EndpointId endpoint, int most);

    Optional<Message> find(String id);

    /** Makes one that has ended due again, with all its attempts before it. */
    boolean again(Message message, Instant now);

    void forget(EndpointId endpoint);

    /** Those that ended before then; answers how many. */
    long forgetEndedBefore(Instant before);
}
