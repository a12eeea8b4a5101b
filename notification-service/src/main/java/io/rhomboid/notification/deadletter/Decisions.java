package io.rhomboid.notification.deadletter;

import java.util.Map;

import io.rhomboid.notification.deadletter.DeadLetter.Decided;

/** What was decided about dead letters. */
public interface Decisions {

    /** By the letter's id. */
    Map<String, Decided> all();

    /** Instead of what was decided before. */
    void keep(String id, Decided decided);
}
