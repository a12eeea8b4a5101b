/** How a service writes iCalendar (RFC 5545) by way of ical4j: what each calendar needs whatever it tells of. */
@NullMarked
package io.rhomboid.platform.ical;

import org.jspecify.annotations.NullMarked;
