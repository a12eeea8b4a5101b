/** Feeds in MongoDB. */
@NullMarked
package io.rhomboid.booking.calendar.mongo;

import org.jspecify.annotations.NullMarked;
