package io.rhomboid.booking.disclosure;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.rhomboid.booking.reservation.Actor;
import io.rhomboid.booking.secret.Fingerprint;
import io.rhomboid.booking.vault.SealedFields;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.client.ClientId;

/**
 * One reading of something sealed.
 *
 * @param client whose it is
 * @param number counted from 1 for each client, without a gap
 * @param at to the millisecond
 * @param what for example {@code intake}
 * @param bookingId the booking that gave the right to read it; null where none did
 * @param words why somebody broke the glass; null where nobody did
 * @param before {@link #proof()} of the entry before this one; 64 zeroes for the first
 */
public record Disclosure(
        ClientId client,
        long number,
        Instant at,
        Actor reader,
        String what,
        Ground ground,
        @Nullable BookingId bookingId,
        @Nullable Words words,
        String before) {

    static final String NOTHING_BEFORE = "0".repeat(64);

    /** Why somebody broke the glass, in their words; they may say something about the client's health. */
    public sealed interface Words {

        /** As they are kept: for nobody's eyes but the client's, and noise once the client is forgotten. */
        record Sealed(SealedFields fields) implements Words {}

        /** As they were kept for a while; what was written then stays as it is, for the entries after it prove it. */
        record Clear(String text) implements Words {}
    }

    /** What gives the right to read it. */
    public enum Ground {
        /** It is about themselves. */
        OWN,
        /** They treat the client. */
        TREATMENT,
        /** An emergency, in which somebody had to know. */
        BROKEN_GLASS,
        /** The client took all of it out. */
        EXPORT
    }

    /** SHA-256 over this entry and, by way of {@code before}, all before it; 64 hexadecimal digits. */
    public String proof() {
        var text = String.join(
                "\n",
                client.toString(),
                Long.toString(number),
                at.toString(),
                reader.role().name(),
                String.valueOf(reader.id()),
                what,
                ground.name(),
                String.valueOf(bookingId),
                // Alone in what a person writes there may be line ends; it comes last but for a fixed length.
                proven(words),
                before);
        return Fingerprint.of(text);
    }

    /** Of what is sealed the bytes, so that the record can be proven by who can't open it, and still when nobody can. */
    private static String proven(@Nullable Words words) {
        return switch (words) {
            case null -> "null";
            case Words.Clear(var text) -> text;
            case Words.Sealed(var all) ->
                new TreeMap<>(all.fields())
                        .entrySet().stream()
                                .map(field -> field.getKey() + "="
                                        + Base64.getEncoder().encodeToString(field.getValue()))
                                .collect(Collectors.joining(",", "sealed " + all.schema() + " ", ""));
        };
    }

    /** Whether these are all entries of a record from the first one on, as they were written. */
    public static boolean isWhole(List<Disclosure> record) {
        var before = NOTHING_BEFORE;
        long number = 0;
        for (var entry : record) {
            if (entry.number() != ++number || !entry.before().equals(before)) return false;
            before = entry.proof();
        }
        return true;
    }
}
