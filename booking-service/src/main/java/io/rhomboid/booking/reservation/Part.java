package io.rhomboid.booking.reservation;

import io.rhomboid.contracts.Money;
import io.rhomboid.contracts.client.ClientId;

/**
 * One session of a booking, as those see it who look at one therapist, one technique or one room.
 *
 * @param number which of the visit's sessions it is, from 1
 * @param clientId who is treated
 * @param price what of the booking's price is for it
 */
public record Part(int number, BookedSession session, ClientId clientId, Money price) {}
