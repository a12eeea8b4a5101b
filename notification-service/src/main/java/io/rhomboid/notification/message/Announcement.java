package io.rhomboid.notification.message;

import java.time.Instant;

import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.booking.BookingSnapshot;
import io.rhomboid.contracts.client.Client;
import io.rhomboid.contracts.clinic.Clinic;

/**
 * One piece of news for one client, with everything that is said about it.
 *
 * @param version of the booking; a calendar keeps the entry with the highest
 * @param occurredAt when it was decided, however late it is told
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
        String treatmentName) {}
