package io.rhomboid.booking.reservation;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.rhomboid.contracts.therapist.TherapistId;

/**
 * Somebody wants a session to take place at another time.
 *
 * @param therapistId another one; null stays with the same
 * @param acceptedFeeCents the most that may be charged for it
 */
public record MoveSession(Instant start, @Nullable TherapistId therapistId, long acceptedFeeCents) {}
