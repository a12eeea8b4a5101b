package io.rhomboid.notification.live;

import java.util.Set;

import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.therapist.TherapistId;

/**
 * A booking is another than before.
 *
 * @param partition where on the topic it stands, as {@code offset}; the same on every instance
 * @param type of the event, for example {@code BookingConfirmed}
 * @param therapists who treat in the visit
 * @param clients whose sessions are in the visit, or were
 */
public record Change(
        int partition,
        long offset,
        BookingId bookingId,
        long version,
        String type,
        ClinicId clinicId,
        Set<TherapistId> therapists,
        Set<ClientId> clients) {

    public Change {
        therapists = Set.copyOf(therapists);
        clients = Set.copyOf(clients);
    }
}
