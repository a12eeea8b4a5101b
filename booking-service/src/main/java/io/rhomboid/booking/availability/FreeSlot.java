package io.rhomboid.booking.availability;

import java.time.Instant;

import io.rhomboid.contracts.Money;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.therapist.TherapistId;

/** A session that could be booked: who, where, when and for how much. */
public record FreeSlot(TherapistId therapistId, ClinicId clinicId, Instant start, Instant end, Money price) {}
