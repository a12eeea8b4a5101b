package io.rhomboid.booking.session;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import io.rhomboid.booking.vault.SealedFields;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.client.ClientId;

/**
 * All that is written down of one session, sealed.
 *
 * @param number which session of the visit, from 1
 * @param client who was treated
 * @param version how many changes it has seen; 0 while there is nothing
 * @param start when the session began, or was to
 * @param entries the note and its amendments, the first one first; the last one holds
 * @param pain as the client said
 */
public record SessionRecord(
        BookingId bookingId,
        int number,
        ClientId client,
        long version,
        Instant start,
        List<Entry> entries,
        Map<Moment, SealedFields> pain) {

    public SessionRecord {
        entries = List.copyOf(entries);
        pain = Map.copyOf(pain);
    }

    /**
     * @param by subject of the account that wrote it
     * @param because why it was amended; null for the first one
     */
    public record Entry(String by, Instant at, @Nullable SealedFields because, SealedFields fields) {}
}
