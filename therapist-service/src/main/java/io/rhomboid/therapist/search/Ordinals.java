package io.rhomboid.therapist.search;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Small numbers for values, so that they can be counted in arrays; given once and never taken back. Numbers are given by
 * one thread at a time and read by many.
 */
final class Ordinals<T> {

    static final int NONE = -1;

    /** @param label how people read the value */
    private record Entry<T>(T value, String label) {}

    private final Map<T, Integer> numbers = new ConcurrentHashMap<>();

    @SuppressWarnings("unchecked")
    private volatile Entry<T>[] entries = (Entry<T>[]) new Entry<?>[0];

    /** The value's number, a new one if it has none; it is called as it was called last. */
    int of(T value, String label) {
        var entry = new Entry<>(value, label);
        var known = numbers.get(value);
        if (known != null && entries[known].equals(entry)) return known;

        int number = known == null ? entries.length : known;
        var next = Arrays.copyOf(entries, Math.max(entries.length, number + 1));
        next[number] = entry;
        entries = next;
        numbers.put(value, number);
        return number;
    }

    /** {@link #NONE} if the value has no number. */
    int find(T value) {
        return numbers.getOrDefault(value, NONE);
    }

    T value(int number) {
        return entries[number].value;
    }

    String label(int number) {
        return entries[number].label;
    }

    int size() {
        return entries.length;
    }
}
