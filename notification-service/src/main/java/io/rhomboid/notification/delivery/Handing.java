package io.rhomboid.notification.delivery;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.rhomboid.notification.message.Channel;

/** Who sends what has just been written down. What they are not given lies in the ledger, and they find it there. */
public interface Handing {

    /** Nobody is given anything. */
    Handing NONE = new Handing() {
        @Override
        public Optional<Hold> hold(Channel channel) {
            return Optional.empty();
        }

        @Override
        public void give(Delivery delivery, @Nullable Hold hold, Line line) {}

        @Override
        public void drop(Channel channel) {}
    };

    /**
     * Theirs, for one of this channel that is about to be written down: is to be given or dropped. Empty if they have too
     * much in hand, can't send now, or what they send must not be left in doubt.
     */
    Optional<Hold> hold(Channel channel);

    /** @param hold under which it was written down; null if anybody may take it */
    void give(Delivery delivery, @Nullable Hold hold, Line line);

    /** What was to be theirs was not written down. */
    void drop(Channel channel);
}
