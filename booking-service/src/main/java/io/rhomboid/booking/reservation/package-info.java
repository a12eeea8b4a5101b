/**
 * What is booked: the booking, its claims, its policies, and the desk that takes commands for it.
 *
 * <p>Below lie HTTP ({@code web}) and the store ({@code mongo}). Asks {@code availability} whether a start fits, but
 * never trusts it: only the unique claims in the store decide who gets an hour.
 */
@NullMarked
package io.rhomboid.booking.reservation;

import org.jspecify.annotations.NullMarked;
