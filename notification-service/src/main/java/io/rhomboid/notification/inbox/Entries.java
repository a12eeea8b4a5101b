package io.rhomboid.notification.inbox;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

import io.rhomboid.notification.recipient.Subject;

/** All inboxes. What is not the reader's is not there for them. */
public interface Entries {

    /** Indexes; safe to repeat. */
    void prepare();

    /** False when it is there already. */
    boolean add(Entry entry);

    /** The newest first. */
    List<Entry> of(Reader reader, Instant before, int most);

    long unread(Reader reader);

    /** False when they have no such entry. */
    boolean read(Reader reader, String id);

    void readAll(Reader reader, Instant upTo);

    /** What came after that, for any of these; the oldest first, all unread. */
    List<Entry> after(Collection<Subject> recipients, Instant at);

    void erase(Subject recipient);

    long forgetBefore(Instant at);
}
