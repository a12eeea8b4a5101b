/** Feeds by way of ical4j. */
@NullMarked
package io.rhomboid.booking.calendar.ical;

import org.jspecify.annotations.NullMarked;
