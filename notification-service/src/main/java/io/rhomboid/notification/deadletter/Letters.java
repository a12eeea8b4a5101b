package io.rhomboid.notification.deadletter;

import java.util.List;

/** Dead letters where they lie. */
public interface Letters {

    /** The newest first, the last few hundred of each topic; nothing is said about decisions. */
    List<DeadLetter> all();

    /** Puts it back to where it came from; false if there is none with this id. */
    boolean redrive(String id);

    boolean isThere(String id);
}
