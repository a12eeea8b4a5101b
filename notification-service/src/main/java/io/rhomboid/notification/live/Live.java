package io.rhomboid.notification.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import io.rhomboid.notification.inbox.Entries;
import io.rhomboid.notification.inbox.Entry;
import io.rhomboid.notification.inbox.Reader;
import io.rhomboid.notification.live.Tick.Changed;
import io.rhomboid.notification.live.Tick.Hello;
import io.rhomboid.notification.live.Tick.Reload;
import io.rhomboid.notification.recipient.Subject;

/**
 * All streams of this instance, and the last changes for who comes back.
 *
 * <p>Every instance hears of every booking by itself, and looks into the inboxes of who is connected to it, so it makes no
 * difference which of them somebody comes back to. Something may be said twice, at a come-back; nothing is left out
 * without a {@link Reload}.
 */
public final class Live {

    private static final int REMEMBERED = 5_000;

    /** How much the clocks of two instances may differ, and how long a write may be under way. */
    private static final Duration OVERLAP = Duration.ofSeconds(5);

    private final Entries entries;
    private final int most;
    private final int mostOfOne;
    private final Clock clock;
    private final Set<LiveStream> streams = new LinkedHashSet<>();
    private final ArrayDeque<Change> remembered = new ArrayDeque<>();
    private final TreeMap<Integer, Long> first = new TreeMap<>();
    private final TreeMap<Integer, Long> next = new TreeMap<>();
    private Instant looked;

    /**
     * @param most streams at once
     * @param mostOfOne of these for one person
     */
    public Live(Entries entries, int most, int mostOfOne, Clock clock) {
        this.entries = entries;
        this.most = most;
        this.mostOfOne = mostOfOne;
        this.clock = clock;
        this.looked = clock.instant();
    }

    /** What is said to who wants a stream. */
    public sealed interface Answer {

        record Opened(LiveStream stream) implements Answer {}

        record TooManyOfYours(int most) implements Answer {}

        record TooMany() implements Answer {}
    }

    /** @param lastEventId as the stream before has said it last; null for who comes for the first time */
    public Answer open(Reader reader, Scope scope, @Nullable String lastEventId) {
        var from = lastEventId == null ? null : Position.parse(lastEventId).orElse(null);
        LiveStream stream;
        synchronized (this) {
            if (streams.size() >= most) return new Answer.TooMany();
            if (streams.stream()
                            .filter(one -> one.reader().person().equals(reader.person()))
                            .count()
                    >= mostOfOne) {
                return new Answer.TooManyOfYours(mostOfOne);
            }
            stream = new LiveStream(reader, scope, this, from == null ? clock.instant() : from.inbox());
            streams.add(stream);
            if (lastEventId == null) {
                stream.offer(Hello::new, position());
            } else if (from == null || !isRemembered(from)) {
                stream.offer(Hello::new, position());
                stream.offer(Reload::new, position());
            } else {
                sayAgain(stream, from);
            }
        }
        if (from != null) {
            for (var entry : entries.after(reader.as(), from.inbox().minus(OVERLAP))) {
                stream.arrived(entry, position());
            }
        }
        return new Answer.Opened(stream);
    }

    /** What they missed, step by step: it may break off again at any of them. */
    private void sayAgain(LiveStream stream, Position from) {
        var known = new TreeMap<>(from.next());
        stream.offer(Hello::new, new Position(Instant.EPOCH, known));
        for (var change : remembered) {
            if (change.offset() < known.getOrDefault(change.partition(), 0L)) continue;
            known.put(change.partition(), change.offset() + 1);
            if (stream.scope().covers(change)) {
                stream.offer(at -> new Changed(change, at), new Position(Instant.EPOCH, known));
            }
        }
    }

    private boolean isRemembered(Position from) {
        return first.entrySet().stream().allMatch(one -> from.next().getOrDefault(one.getKey(), 0L) >= one.getValue());
    }

    private synchronized Position position() {
        return new Position(Instant.EPOCH, next);
    }

    synchronized void leave(LiveStream stream) {
        streams.remove(stream);
    }

    /** From here on everything is heard; what was before may have been missed. */
    public synchronized void begin(Map<Integer, Long> offsets) {
        var again = !next.isEmpty() && !next.equals(offsets);
        remembered.clear();
        first.clear();
        first.putAll(offsets);
        next.clear();
        next.putAll(offsets);
        if (again) streams.forEach(stream -> stream.offer(Reload::new, position()));
    }

    /** Has heard everything up to there, whatever it was about. */
    public synchronized void passed(int partition, long offset) {
        next.merge(partition, offset + 1, Math::max);
    }

    public synchronized void changed(Change change) {
        passed(change.partition(), change.offset());
        remembered.add(change);
        if (remembered.size() > REMEMBERED) {
            var forgotten = remembered.remove();
            first.merge(forgotten.partition(), forgotten.offset() + 1, Math::max);
        }
        for (var stream : streams) {
            if (stream.scope().covers(change)) stream.offer(at -> new Changed(change, at), position());
        }
    }

    /** An entry that this instance has just put into an inbox: those connected here need not wait for the next look. */
    public synchronized void arrived(Entry entry) {
        for (var stream : streams) {
            if (stream.reader().as().contains(entry.recipient())) stream.arrived(entry, position());
        }
    }

    /** Looks for what other instances have put into the inboxes of who is connected here. */
    public void look() {
        var now = clock.instant();
        var recipients = new LinkedHashSet<Subject>();
        for (var stream : streams()) recipients.addAll(stream.reader().as());
        if (!recipients.isEmpty()) {
            entries.after(recipients, looked.minus(OVERLAP)).forEach(this::arrived);
        }
        looked = now;
    }

    private synchronized List<LiveStream> streams() {
        return new ArrayList<>(streams);
    }

    public synchronized int count() {
        return streams.size();
    }

    /** Ends all streams: whoever was connected comes back, perhaps to another instance. */
    public void close() {
        streams().forEach(LiveStream::close);
    }
}
