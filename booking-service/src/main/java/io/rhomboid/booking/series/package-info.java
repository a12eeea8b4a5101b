/**
 * Which visits belong together, and what has been decided for all of them?
 *
 * <p>A series is proposed from memory, held together, confirmed together and can be given back together; each visit is a
 * booking of its own, which can move or be cancelled without the others. Knows bookings and availability; neither knows
 * it, but that a booking can be a visit of some series.
 */
@NullMarked
package io.rhomboid.booking.series;

import org.jspecify.annotations.NullMarked;
