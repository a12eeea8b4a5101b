/**
 * When can somebody or something not be booked, though nobody has booked them? Time off, closed rooms, hours that a
 * therapist's own calendar takes. Blocks claim cells beside bookings, under the same index, so the two can never cross:
 * whoever comes second is told no. How they are stored and asked for lies below.
 */
@NullMarked
package io.rhomboid.booking.block;

import org.jspecify.annotations.NullMarked;
