/** The calendar entry by way of ical4j. */
@NullMarked
package io.rhomboid.notification.message.ical;

import org.jspecify.annotations.NullMarked;
