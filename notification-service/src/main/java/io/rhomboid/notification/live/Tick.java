package io.rhomboid.notification.live;

import io.rhomboid.notification.inbox.Entry;

/** What a stream says. */
public sealed interface Tick {

    Position position();

    /** The stream has begun. */
    record Hello(Position position) implements Tick {}

    record Changed(Change change, Position position) implements Tick {}

    record Arrived(Entry entry, Position position) implements Tick {}

    /** Something may have been missed: everything is to be asked for anew. */
    record Reload(Position position) implements Tick {}
}
