package io.rhomboid.notification.recipient;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What was read a moment ago, so that what several ask for one purpose is read once: who comes while it is being read
 * waits for the same. What another instance changes is seen when the moment is over; what changes here is forgotten.
 * For what is told, never for what is shown to who has just changed it.
 */
public final class Lately<K, V> {

    private static final int MOST = 10_000;

    private record Reading<V>(FutureTask<V> task, long begun) {}

    private final ConcurrentHashMap<K, Reading<V>> known = new ConcurrentHashMap<>();
    private final long nanos;
    private final Predicate<V> worth;

    public Lately(Duration moment) {
        this(moment, _ -> true);
    }

    /** @param worth whether it may be held on to; anything else is read again at once */
    public Lately(Duration moment, Predicate<V> worth) {
        this.nanos = moment.toNanos();
        this.worth = worth;
    }

    /** Throws what the read throws; then nothing is held on to. */
    public V get(K key, Function<K, V> read) {
        var mine = new Reading<>(new FutureTask<>(() -> read.apply(key)), System.nanoTime());
        var reading = known.compute(key, (_, other) -> other != null && isFresh(other) ? other : mine);
        if (reading == mine) {
            if (known.size() > MOST) known.values().removeIf(one -> !isFresh(one));
            if (known.size() > MOST) known.clear();
            mine.task.run();
        }
        try {
            var value = reading.task.get();
            if (!worth.test(value)) known.remove(key, reading);
            return value;
        } catch (ExecutionException e) {
            known.remove(key, reading);
            throw e.getCause() instanceof RuntimeException fault ? fault : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while somebody else reads it", e);
        }
    }

    /** It has just been changed here. */
    public void forget(K key) {
        known.remove(key);
    }

    private boolean isFresh(Reading<V> reading) {
        return System.nanoTime() - reading.begun < nanos;
    }
}
