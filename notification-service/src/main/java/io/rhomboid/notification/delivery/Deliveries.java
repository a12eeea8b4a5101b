package io.rhomboid.notification.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.notification.message.Channel;
import io.rhomboid.notification.recipient.Subject;

/**
 * The ledger. Many workers in many instances share it: a delivery belongs to whoever holds its lease, and when that one
 * dies, to whoever comes after the lease has run out.
 */
public interface Deliveries {

    /** Indexes and the like; safe to repeat. Everything works without, only slower. */
    void prepare();

    /**
     * Of those notices it depends on today who is to hear: on who belongs to a clinic, and what they said.
     *
     * @param stem of all of them; a name for the choice
     */
    record Choice(String stem, List<Notice> notices) {}

    /** Writes down on which channels each is told; answers what was written down the first time. */
    default Map<Notice, Set<Channel>> decide(Map<Notice, Set<Channel>> channels) {
        return decide(channels, null);
    }

    /**
     * As above, and writes down of whom some of them are; those that were not among them the first time are left out.
     */
    Map<Notice, Set<Channel>> decide(Map<Notice, Set<Channel>> channels, @Nullable Choice choice);

    /**
     * Those that were not there already, in whatever state; of the others nothing has changed.
     *
     * @param holds whose they are from the start, by their ids; of the others anybody's
     */
    List<Delivery> add(List<Delivery> deliveries, Map<String, Hold> holds);

    /** False when it is there already. */
    default boolean add(Delivery delivery) {
        return !add(List.of(delivery), Map.of()).isEmpty();
    }

    /** On this channel: open, not before its time and in nobody's hands; the longest due first. */
    List<Delivery> due(Channel channel, Instant now, int limit);

    /** All along a line of occasions, in the order of their versions. */
    List<Delivery> along(String line);

    /** To this person, the newest first. */
    List<Delivery> to(Subject recipient, int most);

    Optional<Delivery> find(String id);

    /** True when it is yours now: it was as you saw it and in nobody's hands. */
    boolean take(Delivery delivery, String owner, Instant now, Instant until);

    /**
     * Writes down the verdict and lets go. A verdict other than sent counts only while the owner still holds the lease;
     * that something was sent is true whoever holds it, and ends the delivery. False when nothing has changed.
     */
    boolean settle(Delivery delivery, String owner, Verdict verdict);

    /** Brings those forward that had to stand behind another of their line. */
    void nextInLine(String line, Instant now);

    /** Makes due what waits for this; true if something did. */
    boolean arrived(Subject subject, Instant now);

    /** Skips all that is still open, for this reason. */
    void skipOpen(String reason);

    /** Takes this person's masked address out, and skips what is still open. */
    void erase(ClientId client);
}
