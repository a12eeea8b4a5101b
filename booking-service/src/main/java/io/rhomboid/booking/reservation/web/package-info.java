/** Bookings over HTTP. */
@NullMarked
package io.rhomboid.booking.reservation.web;

import org.jspecify.annotations.NullMarked;
