/** Bookings in MongoDB: one document each, its claims under a unique index, its untold events within. */
@NullMarked
package io.rhomboid.booking.reservation.mongo;

import org.jspecify.annotations.NullMarked;
