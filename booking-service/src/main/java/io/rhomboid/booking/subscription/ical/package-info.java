/** Calendars as RFC 5545 has them, and as the great programs really write them. */
@NullMarked
package io.rhomboid.booking.subscription.ical;

import org.jspecify.annotations.NullMarked;
