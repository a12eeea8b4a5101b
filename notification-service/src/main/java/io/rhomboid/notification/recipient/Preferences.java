package io.rhomboid.notification.recipient;

import java.util.Set;

import io.rhomboid.notification.message.Channel;
import io.rhomboid.notification.message.MessageKind;

/** What people want to be told, and how. */
@FunctionalInterface
public interface Preferences {

    /** On which channels this person hears of this now; none when they do not want to. */
    Set<Channel> channels(Subject person, MessageKind kind);
}
