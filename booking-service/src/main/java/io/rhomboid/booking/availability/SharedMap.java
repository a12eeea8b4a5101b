package io.rhomboid.booking.availability;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** A map that never changes: with news it makes another one, which shares with it all parts that they don't touch. */
final class SharedMap<K, V> {

    private static final int PARTS = 1024;

    private final Map<K, V>[] parts;

    private SharedMap(Map<K, V>[] parts) {
        this.parts = parts;
    }

    @SuppressWarnings("unchecked")
    static <K, V> SharedMap<K, V> empty() {
        Map<K, V>[] parts = new Map[PARTS];
        Arrays.fill(parts, Map.of());
        return new SharedMap<>(parts);
    }

    @Nullable
    V get(K key) {
        return parts[part(key)].get(key);
    }

    /** @param news what each of these keys has from now on; empty for none */
    SharedMap<K, V> with(Map<K, Optional<V>> news) {
        if (news.isEmpty()) return this;
        var next = parts.clone();
        news.forEach((key, value) -> {
            int part = part(key);
            if (next[part] == parts[part]) next[part] = new HashMap<>(parts[part]);
            if (value.isPresent()) next[part].put(key, value.get());
            else next[part].remove(key);
        });
        return new SharedMap<>(next);
    }

    int size() {
        int size = 0;
        for (var part : parts) size += part.size();
        return size;
    }

    private static int part(Object key) {
        int hash = Objects.hashCode(key) * 0x9e3779b9;
        return hash >>> 22;
    }
}
