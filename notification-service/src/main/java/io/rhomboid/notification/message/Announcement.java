package io.rhomboid.notification.message;

import java.time.Instant;
import java.util.List;

import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.booking.BookingSnapshot;
import io.rhomboid.contracts.booking.FurtherSession;
import io.rhomboid.contracts.client.Client;
import io.rhomboid.contracts.clinic.Clinic;

/**
 * One piece of news for one client, with everything that is said about it.
 *
 * @param version of the booking; a calendar keeps the entry with the highest
 * @param occurredAt when it was decided, however late it is told
 * @param therapistName of the first session, as {@code treatmentName}
 * @param further what belongs to the same visit, in the booking's order; none for a session by itself
 */
public record Announcement(
        BookingId bookingId,
        long version,
        Instant occurredAt,
        News news,
        BookingSnapshot booking,
        Client client,
        Clinic clinic,
        String therapistName,
        String treatmentName,
        List<Named> further) {

    /** Another session of the same visit. */
    public record Named(FurtherSession session, String therapistName, String treatmentName) {}

    public Announcement {
        further = List.copyOf(further);
    }
}
