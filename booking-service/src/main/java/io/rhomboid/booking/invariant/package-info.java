/**
 * Is what must never happen really not there? Looks through all that is stored, reckons again from the times alone who
 * takes what and when, and names each document that breaks a promise. Changes nothing.
 *
 * <p>It knows neither claims nor bookings as the desk makes them: who checks a reckoning must not copy it.
 */
@NullMarked
package io.rhomboid.booking.invariant;

import org.jspecify.annotations.NullMarked;
