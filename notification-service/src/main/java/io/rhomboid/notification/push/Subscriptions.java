package io.rhomboid.notification.push;

import java.util.List;

import io.rhomboid.notification.recipient.Subject;

/** Which browsers belong to whom. */
public interface Subscriptions {

    /** Instead of what was there under its id; of one person's the oldest give way when there are too many. */
    void keep(Subscription subscription);

    /** Of a person, the newest first. */
    List<Subscription> of(String person);

    /** Of all who said that they are that. */
    List<Subscription> of(Subject recipient);

    /** False when the person has none with this id. */
    boolean remove(String person, String id);

    void remove(Subscription subscription);

    void erase(Subject recipient);
}
