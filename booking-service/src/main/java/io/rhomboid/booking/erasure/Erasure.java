package io.rhomboid.booking.erasure;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import io.rhomboid.contracts.client.ClientId;

/**
 * That a client is to be forgotten, or was.
 *
 * <p>Born when they ask; due at once, or when nothing of theirs has to be kept any more. Until then they can take it
 * back. Once done it stays for ever, to be done again on what a backup brings back; it says nothing about anybody.
 *
 * @param dueAt not before
 * @param doneAt by this service; null while it is to be done
 * @param completedAt when all services had confirmed it, and the person was told; null before
 * @param receipts which services have said that they have nothing left, and when they did last
 */
public record Erasure(
        ClientId client,
        Instant askedAt,
        Instant dueAt,
        @Nullable Instant doneAt,
        @Nullable Instant completedAt,
        Map<String, Instant> receipts) {

    public Erasure {
        receipts = Map.copyOf(receipts);
    }

    /**
     * @param lastSession end of the last session that took place; null if there was none
     * @param kept how long what was written down of a session has to be kept after it
     */
    static Erasure asked(ClientId client, Instant now, @Nullable Instant lastSession, Duration kept) {
        var free = lastSession == null ? now : lastSession.plus(kept);
        return new Erasure(client, now, free.isAfter(now) ? free : now, null, null, Map.of());
    }

    /** Which of these have not said yet that they have nothing left. */
    Set<String> waitsFor(Collection<String> services) {
        var missing = new TreeSet<>(services);
        missing.removeAll(receipts.keySet());
        return missing;
    }

    public boolean isDue(Instant now) {
        return doneAt == null && !dueAt.isAfter(now);
    }
}
