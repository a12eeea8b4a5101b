package io.rhomboid.therapist.review;

import java.time.Instant;

import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.treatment.TreatmentCode;

/**
 * A session that took place, and so can be reviewed.
 *
 * @param reference of the booking; who knows it beside the id is taken for the client
 * @param end when it should have ended
 */
record CompletedSession(
        BookingId bookingId,
        String reference,
        ClientId clientId,
        TherapistId therapistId,
        ClinicId clinicId,
        TreatmentCode treatment,
        Instant end) {}
