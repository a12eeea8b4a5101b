package io.rhomboid.therapist.search;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;

/**
 * Where somebody stands in a sorted answer. No two stand at the same place, and nobody's place depends on others, so
 * that a page can begin after a place that is gone.
 *
 * @param first what is sorted by, the smallest first
 * @param second sorts those who are equal in the first
 * @param name folded
 */
record Rank(double first, double second, String name, UUID id) implements Comparable<Rank> {

    private static final Comparator<Rank> ORDER = Comparator.comparingDouble(Rank::first)
            .thenComparingDouble(Rank::second)
            .thenComparing(Rank::name)
            .thenComparing(Rank::id);

    @Override
    public int compareTo(Rank other) {
        return ORDER.compare(this, other);
    }

    /** As a text that only {@link #parse} can read. */
    String cursor(TherapistSearch search) {
        var text = name.getBytes(StandardCharsets.UTF_8);
        var bytes = ByteBuffer.allocate(4 + 4 * 8 + text.length)
                .putInt(search.fingerprint())
                .putDouble(first)
                .putDouble(second)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .put(text)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Empty unless it is a cursor of the same search. */
    static Optional<Rank> parse(String cursor, TherapistSearch search) {
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
            if (bytes.getInt() != search.fingerprint()) return Optional.empty();
            double first = bytes.getDouble();
            double second = bytes.getDouble();
            var id = new UUID(bytes.getLong(), bytes.getLong());
            return Optional.of(
                    new Rank(first, second, StandardCharsets.UTF_8.decode(bytes).toString(), id));
        } catch (IllegalArgumentException | BufferUnderflowException _) {
            return Optional.empty();
        }
    }
}
