package io.rhomboid.notification.live;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

import io.rhomboid.notification.inbox.Entry;
import io.rhomboid.notification.inbox.Reader;
import io.rhomboid.notification.live.Tick.Reload;

/**
 * What one connection is still to be told. Who reads too slowly loses what was waiting, and is told to ask for everything
 * anew: nobody holds up the others.
 */
public final class LiveStream implements AutoCloseable {

    private static final int MOST_WAITING = 256;

    private final Reader reader;
    private final Scope scope;
    private final Live live;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ArrayDeque<Tick> waiting = new ArrayDeque<>();
    private final Set<String> seen = Collections.newSetFromMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST_WAITING;
        }
    });
    private Instant inbox;
    private boolean closed;

    LiveStream(Reader reader, Scope scope, Live live, Instant inbox) {
        this.reader = reader;
        this.scope = scope;
        this.live = live;
        this.inbox = inbox;
    }

    public Reader reader() {
        return reader;
    }

    Scope scope() {
        return scope;
    }

    /** Once for each entry, however often it is found. */
    void arrived(Entry entry, Position position) {
        lock.lock();
        try {
            if (!seen.add(entry.id())) return;
            if (entry.at().isAfter(inbox)) inbox = entry.at();
            offer(at -> new Tick.Arrived(entry, at), position);
        } finally {
            lock.unlock();
        }
    }

    void offer(Function<Position, Tick> tick, Position position) {
        lock.lock();
        try {
            var at = position.withInbox(inbox);
            if (waiting.size() >= MOST_WAITING) {
                waiting.clear();
                waiting.add(new Reload(at));
            } else {
                waiting.add(tick.apply(at));
            }
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the next; empty if there is none for so long. */
    public Optional<Tick> next(Duration patience) throws InterruptedException {
        lock.lock();
        try {
            var nanos = patience.toNanos();
            while (waiting.isEmpty() && !closed && nanos > 0) nanos = changed.awaitNanos(nanos);
            return Optional.ofNullable(waiting.poll());
        } finally {
            lock.unlock();
        }
    }

    public boolean isOpen() {
        lock.lock();
        try {
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        live.leave(this);
        lock.lock();
        try {
            closed = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }
}
