package io.rhomboid.notification.recipient;

import java.util.Map;

import io.rhomboid.notification.message.Channel;

/** Which addresses people have proved to be theirs. */
@FunctionalInterface
public interface Verified {

    /** By mail and by text message, as far as there are any; each takes the place of what they left with a booking. */
    Map<Channel, String> of(Subject whose);

    /** As they were two seconds ago at the latest: for what is told. */
    default Map<Channel, String> lately(Subject whose) {
        return of(whose);
    }
}
