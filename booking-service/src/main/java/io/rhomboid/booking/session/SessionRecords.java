package io.rhomboid.booking.session;

import java.util.List;
import java.util.Optional;

import io.rhomboid.booking.reservation.Part;
import io.rhomboid.booking.session.SessionRecord.Entry;
import io.rhomboid.booking.vault.SealedFields;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.client.ClientId;

/** Everything that was written down. */
public interface SessionRecords {

    Optional<SessionRecord> find(BookingId booking, int number);

    /** Of one client, the first session first. */
    List<SessionRecord> of(ClientId client);

    /** Puts this in the place of what there is of the same session; false unless that is of the same version. */
    boolean handOver(SessionRecord record);

    /** @return false unless it is of version {@code expected}; 0 if there must be none */
    boolean append(BookingId booking, Part session, long expected, Entry entry);

    /** @return false unless it is of version {@code expected}; 0 if there must be none */
    boolean keepPain(BookingId booking, Part session, long expected, Moment moment, SealedFields level);
}
