package io.rhomboid.booking.reservation;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.rhomboid.booking.screening.Screenings;
import io.rhomboid.contracts.client.Client;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.treatment.TreatmentCode;

/**
 * Somebody stands at the desk and has no booking.
 *
 * @param therapistId null for whoever is free first
 * @param start exactly then, on another day, too, or days ago if nobody has entered it yet; null for the very next that
 *              somebody is free
 * @param patience how long they would wait for the session to begin; never until after the end of the day. Not asked where
 *                 the start is said
 * @param tender a voucher to pay with
 * @param answered whether anything speaks against it
 */
public record WalkIn(
        ClinicId clinicId,
        @Nullable TherapistId therapistId,
        TreatmentCode treatment,
        int lengthMinutes,
        Client client,
        @Nullable Instant start,
        Duration patience,
        @Nullable Tender tender,
        Screenings answered) {}
