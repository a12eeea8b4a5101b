package io.rhomboid.notification.recipient;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

import io.rhomboid.notification.message.Channel;
import io.rhomboid.notification.message.MessageKind;

/** What people want to be told, and how. */
@FunctionalInterface
public interface Preferences {

    /** On which channels this person hears of this now; none when they do not want to. */
    Set<Channel> channels(Subject person, MessageKind kind);

    /** BCP 47; empty if they have not said, and are told in the language of their contact. */
    default Optional<String> language(Subject person) {
        return Optional.empty();
    }

    /** Where staff are reached, of whom nobody else has a contact; empty if they have never said how to be told. */
    default Optional<Contact> contact(Subject person) {
        return Optional.empty();
    }

    /**
     * When they may be told what can wait: now, or after their quiet hours.
     *
     * @param clinic the zone of who tells, for people of whom none is known
     */
    default Instant notBefore(Subject person, MessageKind kind, ZoneId clinic, Instant now) {
        return now;
    }
}
