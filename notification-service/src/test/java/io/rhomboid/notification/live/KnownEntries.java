package io.rhomboid.notification.live;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.rhomboid.notification.inbox.Entries;
import io.rhomboid.notification.inbox.Entry;
import io.rhomboid.notification.inbox.Reader;
import io.rhomboid.notification.recipient.Subject;

/** Inboxes in memory, as far as streams ask for them. */
final class KnownEntries implements Entries {

    private final List<Entry> all = new CopyOnWriteArrayList<>();

    @Override
    public void prepare() {}

    @Override
    public boolean add(Entry entry) {
        return all.add(entry);
    }

    @Override
    public List<Entry> after(Collection<Subject> recipients, Instant at) {
        return all.stream()
                .filter(entry ->
                        recipients.contains(entry.recipient()) && entry.at().isAfter(at))
                .toList();
    }

    @Override
    public List<Entry> of(Reader reader, Instant before, int most) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long unread(Reader reader) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean read(Reader reader, String id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void readAll(Reader reader, Instant upTo) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void erase(Subject recipient) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long forgetBefore(Instant at) {
        throw new UnsupportedOperationException();
    }
}
