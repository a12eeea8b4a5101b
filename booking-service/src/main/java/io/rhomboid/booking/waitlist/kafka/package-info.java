/** Hears what clients have booked, so that nobody goes on waiting for what they have. */
@NullMarked
package io.rhomboid.booking.waitlist.kafka;

import org.jspecify.annotations.NullMarked;
