package io.rhomboid.notification.live;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How far somebody has heard; what a stream's Last-Event-ID says. It means the same on every instance: that is where
 * they stand on the topic, and until when they know their inbox.
 *
 * @param inbox what came up to then is known
 * @param next for each partition the offset of the next change that is not known
 */
public record Position(Instant inbox, SortedMap<Integer, Long> next) {

    public Position {
        next = Collections.unmodifiableSortedMap(new TreeMap<>(next));
    }

    /** For example {@code 1763757600000/0.12/1.7}; empty for what no stream of ours has said. */
    static Optional<Position> parse(String text) {
        if (!text.matches("[0-9]{1,15}(/[0-9]{1,5}\\.[0-9]{1,18}){0,1000}")) return Optional.empty();
        var parts = text.split("/");
        var next = new TreeMap<Integer, Long>();
        for (int i = 1; i < parts.length; i++) {
            var dot = parts[i].indexOf('.');
            next.put(Integer.parseInt(parts[i].substring(0, dot)), Long.parseLong(parts[i].substring(dot + 1)));
        }
        return Optional.of(new Position(Instant.ofEpochMilli(Long.parseLong(parts[0])), next));
    }

    Position withInbox(Instant at) {
        return at.isAfter(inbox) ? new Position(at, next) : this;
    }

    @Override
    public String toString() {
        return inbox.toEpochMilli()
                + next.entrySet().stream()
                        .map((Map.Entry<Integer, Long> one) -> "/" + one.getKey() + "." + one.getValue())
                        .collect(Collectors.joining());
    }
}
